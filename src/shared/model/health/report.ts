import { z } from 'zod';
import { Instant, Seconds } from '../ids.ts';
import { TrackKind } from '../take.ts';
import { PictureCounts } from '../take-event.ts';
import { WorkStretch } from './work.ts';

/**
 * missing: a track that was begun and is not there · silent: nothing is heard in a whole track · quiet, clipping, noise: how it is heard · gone: a source was away ·
 * black, frozen: how a picture is · still: a screen that never changes · idle: nothing is seen to change and nothing heard ·
 * dropped: pictures that are missing · drift: a track that ends before or after the others · slept: the machine did.
 */
export const FindingKind = z.enum([
  'missing',
  'silent',
  'quiet',
  'clipping',
  'noise',
  'gone',
  'black',
  'frozen',
  'still',
  'idle',
  'dropped',
  'drift',
  'slept',
]);
export type FindingKind = z.infer<typeof FindingKind>;

const stretch = { from: Seconds, to: Seconds };

/** What one button does to the edit list, or, for redo, begins. */
export const Mend = z.discriminatedUnion('do', [
  z.object({ do: z.literal('cut'), ...stretch }),
  z.object({ do: z.literal('denoise') }),
  z.object({ do: z.literal('mute'), kind: TrackKind }),
  z.object({ do: z.literal('screen-only'), ...stretch }),
  z.object({ do: z.literal('redo'), ...stretch }),
]);
export type Mend = z.infer<typeof Mend>;

/** Something about a take that its author should know, with its place in the take's time. */
export const Finding = z.object({
  /** Stays the same when the take is measured again. */
  id: z.string(),
  kind: FindingKind,
  track: TrackKind.nullable(),
  /** A fault spoils the lesson; attention wants a look. */
  weight: z.enum(['fault', 'attention']),
  ...stretch,
  /** LUFS, dB, pictures or seconds, as the kind has it. */
  figure: z.number().nullable(),
  mend: Mend.nullable(),
});
export type Finding = z.infer<typeof Finding>;

export const TrackHealth = z.object({
  kind: TrackKind,
  /** LUFS over the whole track; null for pictures and for silence. */
  loudness: z.number().nullable(),
  /** dBFS of the loudest sample. */
  peak: z.number().nullable(),
  /** dBFS of what is heard while nobody speaks. */
  noiseFloor: z.number().nullable(),
  frames: PictureCounts.nullable(),
});
export type TrackHealth = z.infer<typeof TrackHealth>;

/**
 * What was only glanced at, so that a report does not take long: `seconds` of a track whose file has whole pictures at most `every`
 * so many seconds. What is black or stands still for a shorter time may have been missed there.
 */
export const Glanced = z.object({ track: TrackKind, seconds: Seconds, every: Seconds });
export type Glanced = z.infer<typeof Glanced>;

/** Reports of 1 looked at key frames alone: their stretches are off by as much as those are apart. */
export const currentVersion = 2;

/** How a take turned out. */
export const HealthReport = z.object({
  version: z.literal([1, currentVersion]),
  duration: Seconds,
  measuredAt: Instant,
  /** How long measuring took. */
  seconds: Seconds,
  tracks: z.array(TrackHealth),
  findings: z.array(Finding),
  /** Where the work happens in a part of the screen only. Absent in reports of an older program, which did not look. */
  work: z.array(WorkStretch).optional(),
  /** Absent in reports of an older program, which only glanced. */
  glanced: z.array(Glanced).optional(),
});
export type HealthReport = z.infer<typeof HealthReport>;
