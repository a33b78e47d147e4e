import { diffArrays } from 'diff';

/** What one side made of a stretch of the common row. */
interface Hunk<T> {
  from: number;
  to: number;
  put: T[];
}

/** More differences than this are taken as one. */
const mostDifferences = 4000;

function hunksBetween<T>(base: readonly T[], other: readonly T[], key: (thing: T) => string): Hunk<T>[] {
  const changes = diffArrays(base.map(key), other.map(key), { maxEditLength: mostDifferences });
  if (!changes) return [{ from: 0, to: base.length, put: [...other] }];
  const hunks: Hunk<T>[] = [];
  let [at, place] = [0, 0];
  for (const { added, removed, count } of changes) {
    const open = hunks.at(-1);
    const hunk = open?.to === at && (added || removed) ? open : { from: at, to: at, put: [] };
    if ((added || removed) && hunk !== open) hunks.push(hunk);
    if (added) hunk.put.push(...other.slice(place, place + count));
    if (removed) hunk.to = at + count;
    if (!added) at += count;
    if (!removed) place += count;
  }
  return hunks;
}

/** How a side reads between two places of the common row. */
function reading<T>(base: readonly T[], from: number, to: number, hunks: readonly Hunk<T>[]): T[] {
  const read: T[] = [];
  let at = from;
  for (const hunk of hunks) {
    read.push(...base.slice(at, hunk.from), ...hunk.put);
    at = hunk.to;
  }
  return [...read, ...base.slice(at, to)];
}

interface RowMerge<T> {
  key(thing: T): string;
  /** Whether changes that only touch each other belong to one, as words do and the items of a list do not. */
  touching: boolean;
  /** What becomes of a stretch that both changed differently; null where nobody can say. */
  resolve(base: T[], mine: T[], theirs: T[]): T[] | null;
}

type Both<T> = readonly [Hunk<T>[], Hunk<T>[]];

/** Takes what belongs together off the front of both rows of changes: whatever overlaps, and what overlaps that. */
function takeStretch<T>(rest: Both<T>, touching: boolean): { from: number; to: number; taken: Both<T> } {
  const from = Math.min(...rest.flatMap(([first]) => first?.from ?? []));
  let to = from;
  const taken: Both<T> = [[], []];
  // What is put in between two things stands by itself, before whatever became of the second.
  const between = !touching && rest.some(([first]) => first?.from === from && first.to === from);
  const belongs = (hunk: Hunk<T>): boolean =>
    between ? hunk.to === from : hunk.from === from || hunk.from < to || (touching && hunk.from === to);
  for (let grown = true; grown; ) {
    grown = false;
    for (const side of [0, 1] as const) {
      const [hunk] = rest[side];
      if (!hunk || !belongs(hunk)) continue;
      rest[side].shift();
      taken[side].push(hunk);
      to = Math.max(to, hunk.to);
      grown = true;
    }
  }
  return { from, to, taken };
}

/** Both sides' changes of one row in one row, or null where they do not go together. */
export function mergeRows<T>(base: readonly T[], mine: readonly T[], theirs: readonly T[], how: RowMerge<T>): T[] | null {
  const { key, touching, resolve } = how;
  const rest: Both<T> = [hunksBetween(base, mine, key), hunksBetween(base, theirs, key)];
  const keys = (things: readonly T[]) => JSON.stringify(things.map(key));
  const merged: T[] = [];
  let at = 0;
  while (rest[0].length + rest[1].length > 0) {
    const { from, to, taken } = takeStretch(rest, touching);
    const [my, their] = [reading(base, from, to, taken[0]), reading(base, from, to, taken[1])];
    const one = taken[1].length === 0 || keys(my) === keys(their) ? my : taken[0].length === 0 ? their : null;
    const found = one ?? resolve(base.slice(from, to), my, their);
    if (!found) return null;
    merged.push(...base.slice(at, from), ...found);
    at = to;
  }
  return [...merged, ...base.slice(at)];
}
