/** No figure speaks of fewer people than this. */
export const fewest = 5;

/** A part of a group of people, or null where so few are behind the whole or the part that it would point at someone. */
export function ofGroup(part: number, whole: number): number | null {
  if (whole < fewest) return null;
  return part > 0 && part < fewest ? null : part;
}
