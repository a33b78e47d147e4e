/** No part of a group that is told speaks of fewer people than this. A group by itself is told from one person on. */
export const fewest = 5;

const points = (people: number): boolean => people > 0 && people < fewest;

/**
 * A part of a group of people, or null where so few are behind the whole, the part or the rest of it that it would point at someone:
 * whoever sees six and five knows that one did not.
 */
export const ofGroup = (part: number, whole: number): number | null =>
  whole < fewest || points(part) || points(whole - part) ? null : part;
