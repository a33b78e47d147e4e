import type { PlayedSegment } from '../../shared/model/record.ts';
import { ownKey, withStorage } from './storage.ts';

/** Under this many seconds from the start or the end there is nothing to go on with. */
const margin = 5;

const key = (media: string) => ownKey('place', media);

/** Where the learner stopped in this video, in seconds, or null. */
export function placeIn(media: string): number | null {
  const kept = Number(withStorage((storage) => storage.getItem(key(media))));
  return Number.isFinite(kept) && kept >= margin ? kept : null;
}

export function keepPlace(media: string, time: number, duration: number): void {
  const worthKeeping = time >= margin && time <= duration - margin;
  withStorage((storage) => (worthKeeping ? storage.setItem(key(media), time.toFixed(1)) : storage.removeItem(key(media))));
}

const playedKey = (media: string) => ownKey('played', media);

const isSegment = (value: unknown): value is PlayedSegment =>
  Array.isArray(value) && value.length === 2 && value.every(Number.isFinite) && value[0] >= 0 && value[1] > value[0];

/** What was played of a video before it was seen to its end, as it was kept; nothing where that is not what was written. */
export function segmentsIn(written: string | null): PlayedSegment[] {
  try {
    const kept: unknown = JSON.parse(written ?? '[]');
    return Array.isArray(kept) ? kept.filter(isSegment) : [];
  } catch (error) {
    // Someone else wrote there: it begins anew.
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

/** Stretches of earlier visits, in seconds: who goes on where she stopped has seen these too. */
export const playedBefore = (media: string): PlayedSegment[] => segmentsIn(withStorage((storage) => storage.getItem(playedKey(media))));

/** Keeps what was played for the next visit; nothing of it where the video was seen to its end. */
export function keepPlayed(media: string, segments: readonly PlayedSegment[], completed: boolean): void {
  withStorage((storage) =>
    completed ? storage.removeItem(playedKey(media)) : storage.setItem(playedKey(media), JSON.stringify(segments)),
  );
}
