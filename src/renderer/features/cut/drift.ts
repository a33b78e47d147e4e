/** Beyond this a track is put right by a jump, because bending its speed would take too long to catch up. Seconds. */
const jump = 0.3;
/** Below this nobody sees or hears it. Seconds. */
const still = 0.02;
/** A change of speed up to this share is not heard. */
const bend = 0.06;

export type Correction = { do: 'seek' } | { do: 'rate'; rate: number };

/**
 * How a track gets back to the clock of the picture. `drift` is how far it is ahead, in seconds;
 * it is made up for within about a second.
 */
export function correct(drift: number, rate: number): Correction {
  if (Math.abs(drift) > jump) return { do: 'seek' };
  if (Math.abs(drift) < still) return { do: 'rate', rate };
  return { do: 'rate', rate: rate * (1 - Math.min(bend, Math.max(-bend, drift))) };
}
