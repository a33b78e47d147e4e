import type { PlayedSegment } from './record.ts';

/** The name of the event by which the player says what it saw; it bubbles up to the page and carries a `LearningEvent`. */
export const recordEvent = 'showhow:record';

/** Stretches closer together than this are one: a player reports its time about four times a second. */
const seam = 0.5;
const completeShare = 0.95;

/** Adds a stretch to those played before: merged, in order, none shorter than it was. */
export function addSegment(segments: readonly PlayedSegment[], added: PlayedSegment): PlayedSegment[] {
  const merged: PlayedSegment[] = [];
  for (const [from, to] of [...segments, added].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1] + seam) merged[merged.length - 1] = [last[0], Math.max(last[1], to)];
    else merged.push([from, to]);
  }
  return merged;
}

export const playedSeconds = (segments: readonly PlayedSegment[]): number => segments.reduce((sum, [from, to]) => sum + to - from, 0);

export const isCompleted = (segments: readonly PlayedSegment[], duration: number): boolean =>
  duration > 0 && playedSeconds(segments) >= duration * completeShare;
