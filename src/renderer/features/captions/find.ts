import type { Cue } from '../../../shared/model/captions/captions.ts';

/** Number of the last cue that begins at or before a moment, -1 before the first. Cues stand in their order. */
export function indexAt(cues: readonly Cue[], time: number): number {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle]?.from ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The cue that is shown at a moment, if any. */
export function cueAtTime(cues: readonly Cue[], time: number): Cue | null {
  const cue = cues[indexAt(cues, time)];
  return cue && time < cue.to ? cue : null;
}
