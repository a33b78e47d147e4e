import { united } from '../ranges.ts';
import type { Edge, Seen } from './seen.ts';
import type { Stretch } from './stretches.ts';

/** A picture as it lies in the file. `time`: seconds of the file. */
export interface Stored {
  time: number;
  bytes: number;
}

/** Between two pictures that were looked at, so far apart that something could be missed. */
export interface Hole extends Stretch {
  /** What lies in it. */
  pictures: number;
  bytes: number;
  /** The fewest bytes that lie in a second of it: where nothing moves, hardly any. */
  least: number;
  /** One of its ends is black. */
  dark: boolean;
}

/** What is black counts from a second on: pictures this near to each other show it at least once. In seconds. */
export const nearEnough = 1.1;
/** A key frame may stand a little beside the second. */
const rounding = 0.002;

/** The fewest bytes in a second that lies within; all of them where it is shorter. */
function leastBytes(pictures: readonly Stored[], to: number): number {
  let least = Number.POSITIVE_INFINITY;
  let sum = 0;
  let end = 0;
  for (const { time, bytes } of pictures) {
    for (let next = pictures[end]; next && next.time < time + 1; next = pictures[++end]) sum += next.bytes;
    if (time + 1 <= to + rounding || least === Number.POSITIVE_INFINITY) least = Math.min(least, sum);
    sum -= bytes;
  }
  return least;
}

/**
 * Where pictures lie that were not looked at: `seen` and `stored`, what the file holds, each in order; null where that is not known,
 * `end` where the picture ends. Where a picture stands because none follows it, nothing is missed.
 */
export function holesIn(seen: readonly Seen[], stored: readonly Stored[] | null, end: number): Hole[] {
  // Both go on together: a long file holds some hundred thousand pictures.
  let at = 0;
  const upTo = (time: number): Stored[] | undefined => {
    const begin = at;
    while (stored && at < stored.length && (stored[at]?.time ?? 0) < time) at += 1;
    return stored?.slice(begin, at);
  };
  return seen.flatMap(({ time, black }, index): Hole[] => {
    const next = seen[index + 1];
    const to = next?.time ?? end;
    if (to - time <= nearEnough) return [];
    upTo(time + rounding);
    const within = upTo(to - rounding);
    if (within?.length === 0) return [];
    const bytes = within?.reduce((sum, picture) => sum + picture.bytes, 0) ?? 0;
    const dark = black || next?.black === true;
    return [{ from: time, to, pictures: within?.length ?? 0, bytes, least: leastBytes(within ?? [], to), dark }];
  });
}

/** How much of a picture is decoded: key frames; all but those on which no other rests; every one. */
export type Closeness = 'keys' | 'most' | 'all';

/** What one look at a stretch takes, in seconds of a laptop with two cores: starting ffmpeg, each pixel, each byte. */
const starting = 0.1;
const pixel = 0.5e-9;
const byte = 70e-9;
/** Decoding every picture, against most of them. */
const every = 1.8;

export function costOf({ pictures, bytes }: Pick<Hole, 'pictures' | 'bytes'>, pixels: number, how: 'most' | 'all'): number {
  return starting + (how === 'all' ? every : 1) * (pictures * pixels * pixel + bytes * byte);
}

/** Looks at a file as they are paid for. */
export interface Budget {
  left: number;
}

/**
 * Which holes are looked into: those with a dark end first, then those with a second in which hardly anything changes. What does
 * not fit into the budget any more is looked into as far as it goes. Answers stretches in their order.
 */
export function chosenHoles(holes: readonly Hole[], pixels: number, budget: Budget): Stretch[] {
  const chosen: Stretch[] = [];
  for (const hole of holes.toSorted(
    (one, other) => Number(other.dark) - Number(one.dark) || one.least - other.least || one.from - other.from,
  )) {
    const cost = costOf(hole, pixels, 'most');
    const share = Math.min(1, (budget.left - starting) / (cost - starting));
    const to = hole.from + share * (hole.to - hole.from);
    if (to - hole.from < nearEnough) break;
    chosen.push({ from: hole.from, to });
    budget.left -= Math.min(cost, budget.left);
    if (share < 1) break;
  }
  return united(chosen);
}

/** Which edges are looked at to the frame: in the order in which they are given, as far as the budget goes. `costOf` in seconds. */
export function chosenEdges(
  edges: readonly Edge[],
  lookFrom: (edge: Edge) => number,
  cost: (look: Stretch) => number,
  budget: Budget,
): Stretch[] {
  const chosen: Stretch[] = [];
  for (const edge of edges) {
    const look = { from: lookFrom(edge), to: edge.to };
    if (chosen.some(({ from, to }) => from <= look.from && to >= look.to)) continue;
    const price = cost(look);
    if (price > budget.left) continue;
    budget.left -= price;
    chosen.push(look);
  }
  return united(chosen);
}
