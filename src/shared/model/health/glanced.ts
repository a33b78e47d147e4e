import type { TrackKind } from '../take.ts';
import type { Glanced } from './report.ts';
import { lengthOf, type Stretch } from './stretches.ts';

/** What was only glanced at in a track, from the stretches between the pictures of it that were seen. */
export function glancedAt(track: TrackKind, holes: readonly Stretch[]): Glanced[] {
  if (holes.length === 0) return [];
  const lengths = holes.map(lengthOf);
  return [
    {
      track,
      seconds: lengths.reduce((sum, length) => sum + length, 0),
      every: lengths.reduce((most, length) => Math.max(most, length), 0),
    },
  ];
}
