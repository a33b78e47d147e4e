import { z } from 'zod';
import { Id, Instant, Seconds } from './ids.ts';

export const TrackKind = z.enum(['screen', 'camera', 'microphone', 'system']);
export type TrackKind = z.infer<typeof TrackKind>;

/**
 * One recorded or imported source of a take, once its segments are readable as one file.
 *
 * `offset` is the time in seconds from the take's start to the track's first sample,
 * `stream` the index of the stream within its kind (video or audio) in the file.
 */
export const Track = z.object({
  kind: TrackKind,
  file: z.string(),
  stream: z.int().nonnegative(),
  codec: z.string(),
  duration: Seconds,
  offset: z.number(),
  width: z.int().positive().optional(),
  height: z.int().positive().optional(),
  frameRate: z.number().positive().optional(),
  /** Seconds for which a frame of the picture stands at most, where it was measured. */
  longestFrame: z.number().positive().optional(),
  /** Seconds of its file at which the last frame of the picture appears, where it was measured. It may stand for long. */
  lastFrame: Seconds.optional(),
  /** Seconds that its file promised and does not hold, because it breaks off. */
  missing: z.number().positive().optional(),
  sampleRate: z.int().positive().optional(),
  channels: z.int().positive().optional(),
});
export type Track = z.infer<typeof Track>;

/**
 * recording: a page is writing to it · interrupted: the page or the program went away in mid-take ·
 * preparing: its segments are being made into files · ready: can be cut · broken: nothing could be read.
 */
export const TakeState = z.enum(['recording', 'interrupted', 'preparing', 'ready', 'broken']);
export type TakeState = z.infer<typeof TakeState>;

/** A step recorded once more: this stretch of that take. */
export const Redoes = z.object({ take: Id, from: Seconds, to: Seconds });
export type Redoes = z.infer<typeof Redoes>;

export const Take = z.object({
  id: Id,
  title: z.string(),
  origin: z.enum(['recorded', 'imported']),
  state: TakeState,
  createdAt: Instant,
  duration: Seconds,
  tracks: z.array(Track),
  marks: z.array(Seconds),
  redoes: Redoes.nullable().default(null),
  /** What was recorded and could not be read, or never came to the disk. What there is of it is kept, and can be tried again. */
  lost: z.array(TrackKind).default([]),
});
export type Take = z.infer<typeof Take>;

/**
 * What the cutting room knows of a take: made once, when the take becomes ready. Closer thumbnails and the wave are asked
 * for in pages: `GET /pictures/<take>/thumbnails/<level>/<page>` (JPEG) and `GET /pictures/<take>/sound/<level>/<page>` (bytes).
 */
export const TakePictures = z.object({
  /** Address of one sheet of thumbnails, row by row. */
  sprite: z.object({ url: z.string(), columns: z.int(), rows: z.int(), width: z.int(), height: z.int(), interval: z.number() }).nullable(),
  /** Address of one picture of it, to know it by; null where it has none. */
  poster: z.string().nullable(),
  /** What was heard when the take was listened to; null where it has no sound. Figures in LUFS and dB of full scale. */
  sound: z.object({ loudness: z.object({ integrated: z.number(), peak: z.number() }).nullable(), noise: z.number().nullable() }).nullable(),
});
export type TakePictures = z.infer<typeof TakePictures>;

/** Where small copies of a take's pictures are read from (MP4, times as in the track's file), and whether more are on their way. */
export const ScrubCopies = z.object({ urls: z.partialRecord(TrackKind, z.string()), pending: z.boolean() });
export type ScrubCopies = z.infer<typeof ScrubCopies>;

export const isPicture = (kind: TrackKind): boolean => kind === 'screen' || kind === 'camera';
export const isSound = (kind: TrackKind): boolean => !isPicture(kind);
