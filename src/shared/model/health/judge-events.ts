import type { Track, TrackKind } from '../take.ts';
import type { PictureCounts } from '../take-event.ts';
import type { Finding, Mend } from './report.ts';
import { type Stretch, stepAround } from './stretches.ts';

/** What is known of a recording beside its tracks. */
export interface RecordedStory {
  /** Tracks that were begun, and of which the take has nothing. */
  missing: readonly TrackKind[];
  losses: { kind: TrackKind; at: number; until: number | null }[];
  sleeps: { at: number; seconds: number }[];
  frames: { at: number; counts: Partial<Record<TrackKind, PictureCounts>> }[];
}

export const noStory: RecordedStory = { missing: [], losses: [], sleeps: [], frames: [] };

/** A source that was away for less than this was only changed, in seconds. */
const goneLeast = 0.5;
/** Pictures that are missing, as a share of those that should be there. */
const droppedFault = 0.01;
const droppedAttention = 0.002;
/** Tracks may end this far apart, in seconds, and by this much more for each second: 30 ms a minute is heard. */
const driftLeast = 0.1;
const driftRate = 0.03 / 60;

/** Where sources were away, within the take. */
export const goneStretches = ({ losses }: RecordedStory, duration: number): (Stretch & { kind: TrackKind })[] =>
  losses
    .map(({ kind, at, until }) => ({ kind, from: Math.min(at, duration), to: Math.min(until ?? duration, duration) }))
    .filter(({ from, to }) => to - from >= goneLeast);

function goneMend(kind: TrackKind, { from, to }: Stretch, tracks: readonly Track[], step: Stretch): Mend | null {
  if (kind === 'system') return null;
  if (kind === 'camera' && tracks.some((track) => track.kind === 'screen')) return { do: 'screen-only', from, to };
  return { do: 'redo', ...step };
}

const missing = ({ missing: kinds }: RecordedStory, duration: number): Finding[] =>
  kinds.map((kind) => ({
    id: `missing-${kind}`,
    kind: 'missing',
    track: kind,
    weight: 'fault',
    from: 0,
    to: duration,
    figure: null,
    mend: null,
  }));

/** Between which two lines of the journal most pictures went missing. */
function worstPlace(frames: RecordedStory['frames'], kind: TrackKind, duration: number): Stretch {
  let worst = { from: 0, to: duration, more: 0 };
  let before = { at: 0, dropped: 0 };
  for (const { at, counts } of frames) {
    const dropped = counts[kind]?.dropped ?? before.dropped;
    if (dropped - before.dropped > worst.more) worst = { from: before.at, to: at, more: dropped - before.dropped };
    before = { at, dropped };
  }
  return { from: worst.from, to: Math.min(worst.to, duration) };
}

function dropped({ frames }: RecordedStory, duration: number): Finding[] {
  const counts = frames.at(-1)?.counts ?? {};
  return Object.entries(counts).flatMap(([key, count]) => {
    const kind = key as TrackKind;
    const share = count.dropped / Math.max(1, count.arrived + count.dropped);
    if (share < droppedAttention) return [];
    const weight = share >= droppedFault ? 'fault' : 'attention';
    return [
      {
        id: `dropped-${kind}`,
        kind: 'dropped',
        track: kind,
        weight,
        ...worstPlace(frames, kind, duration),
        figure: count.dropped,
        mend: null,
      },
    ];
  });
}

/** Tracks that end before or after the picture of the take, beyond what anyone would notice. */
function drift(tracks: readonly Track[], duration: number): Finding[] {
  return tracks.flatMap(({ kind, offset, duration: length }) => {
    const apart = offset + length - duration;
    if (Math.abs(apart) <= driftLeast + driftRate * duration) return [];
    const place = apart < 0 ? { from: Math.max(0, offset + length), to: duration } : { from: Math.max(0, duration - apart), to: duration };
    return [{ id: `drift-${kind}`, kind: 'drift', track: kind, weight: 'attention', ...place, figure: apart, mend: null }];
  });
}

/** What the recording itself tells of a take, and how its tracks fit together. */
export function judgeEvents(story: RecordedStory, tracks: readonly Track[], marks: readonly number[], duration: number): Finding[] {
  const gone = goneStretches(story, duration)
    .filter(({ kind }) => kind !== 'system')
    .map(({ kind, from, to }): Finding => {
      const mend = goneMend(kind, { from, to }, tracks, stepAround(marks, duration, from));
      return { id: `gone-${kind}-${from.toFixed(1)}`, kind: 'gone', track: kind, weight: 'fault', from, to, figure: to - from, mend };
    });
  const slept = story.sleeps.map(
    ({ at, seconds }): Finding => ({
      id: `slept-${at.toFixed(1)}`,
      kind: 'slept',
      track: null,
      weight: 'attention',
      from: Math.min(at, duration),
      to: Math.min(at, duration),
      figure: seconds,
      mend: null,
    }),
  );
  return [...missing(story, duration), ...gone, ...slept, ...dropped(story, duration), ...drift(tracks, duration)];
}
