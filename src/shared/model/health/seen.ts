import type { Stretch } from './stretches.ts';

/** A picture of a file that was looked at. `time`: seconds of the file. `still`: it shows what was shown since the last one that is not. */
export interface Seen {
  time: number;
  black: boolean;
  still: boolean;
}

/** Pictures in a row, by their places in the list. */
export interface Run {
  first: number;
  last: number;
}

/** Two pictures next to each other that differ: between them something begins or ends. `from` is the one before. */
export type Edge = Stretch;

/** Times are said in millionths of a second, and rounded. */
const rounding = 0.002;

/** What was seen before, with a closer look at some of it in its place. */
export function withLook(seen: readonly Seen[], look: readonly Seen[]): Seen[] {
  const [first] = look;
  const last = look.at(-1);
  if (!first || !last) return [...seen];
  // The first picture of a look has none before it that it could be compared with.
  const known = seen.find(({ time }) => Math.abs(time - first.time) < rounding);
  return [
    ...seen.filter(({ time }) => time < first.time - rounding),
    { ...first, still: known?.still ?? false },
    ...look.slice(1),
    ...seen.filter(({ time }) => time > last.time + rounding),
  ];
}

const isIn = (before: number, after: number, holes: readonly Stretch[]): boolean =>
  holes.some(({ from, to }) => from < after - rounding && to > before + rounding);

/** Pictures in a row that are so, as long as nothing lies between them that was not looked at (`holes`). */
export function blackRuns(seen: readonly Seen[], holes: readonly Stretch[]): Run[] {
  const runs: Run[] = [];
  for (const [index, { black, time }] of seen.entries()) {
    if (!black) continue;
    const open = runs.at(-1);
    if (open?.last === index - 1 && !isIn(seen[index - 1]?.time ?? time, time, holes)) open.last = index;
    else runs.push({ first: index, last: index });
  }
  return runs;
}

/**
 * Pictures in a row that show the same, to the `end` of the file. One alone is such a run where it stands for so many seconds
 * (`long`) because none follows it.
 */
export function stillRuns(seen: readonly Seen[], holes: readonly Stretch[], end: number, long: number): Run[] {
  const runs: Run[] = [];
  for (const [index, { still, time }] of seen.entries()) {
    const before = seen[index - 1];
    const next = seen[index + 1]?.time ?? end;
    const open = runs.at(-1);
    if (still && before && !isIn(before.time, time, holes)) {
      if (open?.last === index - 1) open.last = index;
      else runs.push({ first: index - 1, last: index });
    } else if (next - time > long && !isIn(time, next, holes)) runs.push({ first: index, last: index });
  }
  return runs;
}

/** Where a run begins and ends: before its first picture and after its last one, to the end of the file where none follows. */
export function edgesOf({ first, last }: Run, seen: readonly Seen[], end: number): { begins: Edge | null; ends: Edge } {
  const at = (index: number): number => seen[index]?.time ?? end;
  return {
    begins: first === 0 ? null : { from: at(first - 1), to: at(first) },
    ends: { from: at(last), to: Math.max(at(last), at(last + 1)) },
  };
}
