/** A stretch of a take, in seconds. */
export interface Range {
  from: number;
  to: number;
}

/** Stretches shorter than this hold no picture of their own. */
const least = 0.02;

/** Pure: the same time in order, what touches made one. */
export function united(ranges: readonly Range[]): Range[] {
  const all: Range[] = [];
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last && from <= last.to + least) last.to = Math.max(last.to, to);
    else all.push({ from, to });
  }
  return all.filter(({ from, to }) => to - from >= least);
}

/** Pure: what of some stretches is in none of the others. */
export function without(ranges: readonly Range[], taken: readonly Range[]): Range[] {
  let left = united(ranges);
  for (const { from, to } of taken) {
    left = left.flatMap((range) => {
      if (to <= range.from || from >= range.to) return [range];
      return [
        { from: range.from, to: Math.min(range.to, from) },
        { from: Math.max(range.from, to), to: range.to },
      ];
    });
  }
  return left.filter((range) => range.to - range.from >= least);
}

/** Pure: stretches cut at multiples of `length`, so that what is done of a long one is kept. */
export function pieces(ranges: readonly Range[], length: number): Range[] {
  return ranges.flatMap(({ from, to }) => {
    const parts: Range[] = [];
    for (let start = from; start < to; ) {
      const next = (Math.floor(start / length + 1e-9) + 1) * length;
      // A rest too short to be looked at alone goes with the piece before it.
      const end = to - next < 1 ? to : next;
      parts.push({ from: start, to: Math.min(end, to) });
      start = end;
    }
    return parts;
  });
}

export const lengthOf = (ranges: readonly Range[]): number => ranges.reduce((sum, { from, to }) => sum + to - from, 0);
