export const frameRate = 30;

/** The place of a take time on the grid of frames. */
export const slotAt = (at: number): number => Math.max(0, Math.round(at * frameRate));

/**
 * Which places of the grid a picture fills: those since the last one show the picture before it again, so that the
 * track keeps a constant rate; none where its own place is taken already.
 */
export function slotsUntil(last: number, slot: number): { repeats: number[]; own: boolean } {
  const repeats: number[] = [];
  for (let next = last + 1; next < slot; next += 1) repeats.push(next);
  return { repeats, own: slot > last };
}
