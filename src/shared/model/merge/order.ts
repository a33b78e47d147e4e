import { longestRise } from '../difference/order.ts';

/** What of the common order neither side moved: as much as can be. */
function stillOn(base: readonly string[], side: readonly string[]): Set<string> {
  const places = new Map(base.map((name, place) => [name, place]));
  const stayed = side.filter((name) => places.has(name));
  const rise = longestRise(stayed.map((name) => places.get(name) ?? 0));
  return new Set(stayed.filter((_, index) => rise.has(index)));
}

/** What stands behind each thing that stayed, on one side; '' for the start. */
function behind(side: readonly string[], still: ReadonlySet<string>, placed: (name: string) => boolean): Map<string, string[]> {
  const runs = new Map<string, string[]>();
  let anchor = '';
  for (const name of side) {
    if (still.has(name)) anchor = name;
    else if (placed(name)) runs.set(anchor, [...(runs.get(anchor) ?? []), name]);
  }
  return runs;
}

/**
 * One order out of two that were made of a common one. What neither side moved holds it together; what one side put in or
 * moved stands where that side put it. What both put in at one place stands there one after the other, in an order that does
 * not depend on whose is whose. A thing that both moved stands where `mine` has it.
 */
export function mergeOrder(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
  stays: (name: string) => boolean,
): string[] {
  const [myStill, theirStill] = [stillOn(base, mine), stillOn(base, theirs)];
  const still = new Set(base.filter((name) => myStill.has(name) && theirStill.has(name) && stays(name)));
  const [onMine, onTheirs, common] = [new Set(mine), new Set(theirs), new Set(base)];
  /** Theirs is the place of what only they have, and of what only they moved. */
  const isTheirs = (name: string) => !onMine.has(name) || (onTheirs.has(name) && common.has(name) && myStill.has(name));
  const my = behind(mine, still, (name) => stays(name) && !isTheirs(name));
  const their = behind(theirs, still, (name) => stays(name) && isTheirs(name));
  const between = (anchor: string) =>
    [my.get(anchor) ?? [], their.get(anchor) ?? []].sort(([one = ''], [other = '']) => (one < other ? -1 : 1)).flat();
  return [...between(''), ...base.filter((name) => still.has(name)).flatMap((name) => [name, ...between(name)])];
}
