import { z } from 'zod';
import { Seconds } from './ids.ts';
import { TrackKind } from './take.ts';

/** Pictures of one track so far: how many its source gave, and how many of those the recording left out or never got. */
export const PictureCounts = z.object({ arrived: z.int().nonnegative(), dropped: z.int().nonnegative() });
export type PictureCounts = z.infer<typeof PictureCounts>;

/** `ended`: the device or the sharing is gone · `muted`: it is there and gives nothing. */
export const LossKind = z.enum(['ended', 'muted']);
export type LossKind = z.infer<typeof LossKind>;

/**
 * What happens to a recording beside what the person does to it; the health report tells of it.
 * lost: a source gives nothing from here on · found: it, or another one in its place, gives something again ·
 * slept: the machine slept here for this long, and that time is not in the take · frames: how many pictures came so far.
 */
export const TakeEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('lost'), kind: TrackKind, how: LossKind }),
  z.object({ type: z.literal('found'), kind: TrackKind }),
  z.object({ type: z.literal('slept'), seconds: Seconds }),
  z.object({ type: z.literal('frames'), counts: z.partialRecord(TrackKind, PictureCounts) }),
]);
export type TakeEvent = z.infer<typeof TakeEvent>;
