/** A stretch of a take, in seconds. */
export interface Stretch {
  from: number;
  to: number;
}

export const lengthOf = ({ from, to }: Stretch): number => to - from;

/** The stretches in which windows of equal length are so; those nearer to each other than `gap` are one. */
export function stretchesOf(count: number, seconds: number, is: (index: number) => boolean, gap = 0): Stretch[] {
  const found: Stretch[] = [];
  for (let index = 0; index < count; index += 1) {
    if (!is(index)) continue;
    const from = index * seconds;
    const last = found.at(-1);
    if (last && from - last.to <= gap + 1e-9) last.to = from + seconds;
    else found.push({ from, to: from + seconds });
  }
  return found;
}

/** What two sorted lists of stretches have in common. */
export function common(one: readonly Stretch[], other: readonly Stretch[]): Stretch[] {
  return one.flatMap((a) =>
    other.flatMap((b) => {
      const both = { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) };
      return both.to > both.from ? [both] : [];
    }),
  );
}

/** Whether most of a stretch lies in one of the others. */
export const isWithin = (stretch: Stretch, others: readonly Stretch[]): boolean =>
  common([stretch], others).reduce((sum, part) => sum + lengthOf(part), 0) > lengthOf(stretch) / 2;

/** The steps of a take, from mark to mark; marks that are hardly apart, or at an end, make none. */
export function stepsOf(marks: readonly number[], duration: number): Stretch[] {
  const bounds = [0, ...marks, duration].filter((mark, index, all) => index === 0 || mark - (all[index - 1] ?? 0) > 0.5);
  return bounds.slice(1).map((to, index) => ({ from: bounds[index] ?? 0, to: index === bounds.length - 2 ? duration : to }));
}

/** The step of a take that a moment lies in: from the mark before it to the one after it. */
export function stepAround(marks: readonly number[], duration: number, at: number): Stretch {
  const from = marks.filter((mark) => mark <= at).at(-1) ?? 0;
  return { from, to: marks.find((mark) => mark > at) ?? duration };
}
