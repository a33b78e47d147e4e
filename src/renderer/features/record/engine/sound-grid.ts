/** Sound is moved only where it is off by more than this, in seconds: less cannot be heard, and each move can. */
const tolerance = 0.02;

/**
 * Where a buffer of sound goes in a track that already holds `position` samples: what came too late to be there is
 * replaced by silence, never closed up, and what is there already is left out.
 */
export function placeSound(position: number, at: number, rate: number): { silence: number; skip: number } {
  const off = Math.round(at * rate) - position;
  if (Math.abs(off) <= tolerance * rate) return { silence: 0, skip: 0 };
  return { silence: Math.max(0, off), skip: Math.max(0, -off) };
}
