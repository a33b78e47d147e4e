/** The places of the longest row of numbers that grows from left to right: what can stay where it is while the rest moves. */
export function longestRise(numbers: readonly number[]): Set<number> {
  /** For each length the place at which a row of that length ends lowest. */
  const ends: number[] = [];
  const previous = numbers.map(() => -1);
  const at = (place: number) => numbers[place] ?? Number.POSITIVE_INFINITY;
  for (const [place, number] of numbers.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at(ends[middle] ?? -1) < number) low = middle + 1;
      else high = middle;
    }
    previous[place] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = place;
  }
  const rise = new Set<number>();
  for (let place = ends.at(-1) ?? -1; place >= 0; place = previous[place] ?? -1) rise.add(place);
  return rise;
}

/** A thing on one side or both, by its places there. */
export interface Pair<T> {
  before: T | null;
  after: T | null;
  from: number | null;
  to: number | null;
  /** On both sides, and in another order among the others. */
  moved: boolean;
}

/** Names that occur twice, as nothing should, are told apart by their turn. */
function numbered<T>(things: readonly T[], name: (thing: T) => string): string[] {
  const seen = new Map<string, number>();
  return things.map((thing) => {
    const own = name(thing);
    const turn = seen.get(own) ?? 0;
    seen.set(own, turn + 1);
    return `${own} ${turn}`;
  });
}

/**
 * The things of two rows in one row: the order of the later one, and what is gone where it stood, behind what stayed before it.
 * As few as possible are said to have moved.
 */
export function paired<T>(before: readonly T[], after: readonly T[], name: (thing: T) => string): Pair<T>[] {
  const earlier = new Map(numbered(before, name).map((own, from) => [own, from]));
  const from = numbered(after, name).map((own) => earlier.get(own) ?? null);
  const stayed = from.flatMap((place, to) => (place === null ? [] : [{ place, to }]));
  const rise = longestRise(stayed.map(({ place }) => place));
  const still = new Map(stayed.filter((_, index) => rise.has(index)).map(({ place, to }) => [place, to]));
  const kept = new Set(stayed.map(({ place }) => place));

  /** What is gone, by the place of the thing that stayed before it; -1 at the start. */
  const gone = new Map<number, Pair<T>[]>();
  let anchor = -1;
  for (const [place, thing] of before.entries()) {
    const to = still.get(place);
    if (to !== undefined) anchor = to;
    if (kept.has(place)) continue;
    gone.set(anchor, [...(gone.get(anchor) ?? []), { before: thing, after: null, from: place, to: null, moved: false }]);
  }
  const present = after.flatMap((thing, to): Pair<T>[] => {
    const place = from[to] ?? null;
    const old = place === null ? null : (before[place] ?? null);
    const moved = place !== null && still.get(place) !== to;
    return [{ before: old, after: thing, from: place, to, moved }, ...(gone.get(to) ?? [])];
  });
  return [...(gone.get(-1) ?? []), ...present];
}
