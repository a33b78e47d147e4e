import { z } from 'zod';
import { EditList } from '../model/edit/list.ts';
import { Id, Instant, line, MediaHash, Seconds } from '../model/ids.ts';
import { Rendition, RenditionMethod } from '../model/rendition.ts';
import { VideoSize } from '../model/video-sizes.ts';
import { procedure } from './base.ts';
import { Job } from './jobs.ts';

/** A cut: an edit list with a name, and what was last finished from it. Clips name takes as their sources. */
export const Edit = z.object({
  id: Id,
  /** The take it began with. */
  take: Id,
  title: z.string(),
  version: z.int().nonnegative(),
  list: EditList,
  updatedAt: Instant,
  /** The rendition of exactly this edit list, if it was finished. */
  rendition: Rendition.nullable(),
});
export type Edit = z.infer<typeof Edit>;

/** What a finished video's cut was finished to later, and both edit lists: by them what speaks of moments goes from one to the other. */
export const NewerCut = z.object({ rendition: Rendition, was: EditList, is: EditList });
export type NewerCut = z.infer<typeof NewerCut>;

/**
 * What finishing will take and give, in seconds and bytes. smaller: the video itself is there, and only its smaller sizes are
 * made · finished: all of it is there.
 */
export const FinishEstimate = z.object({
  method: z.enum([...RenditionMethod.options, 'smaller', 'finished']),
  seconds: z.number(),
  duration: Seconds,
  bytes: z.number(),
  /** Of the smaller sizes besides. */
  smallerBytes: z.number(),
});
export type FinishEstimate = z.infer<typeof FinishEstimate>;

const byId = z.object({ id: Id });

export const edits = {
  /** The edit lists that finished videos show, of those that the studio still knows. */
  lists: procedure.input(z.object({ videos: z.array(MediaHash).max(200) })).output(z.array(z.object({ video: MediaHash, list: EditList }))),
  /** Null where nothing newer is there, or where nobody knows what the video was cut from. */
  newer: procedure.input(z.object({ video: MediaHash })).output(NewerCut.nullable()),
  /** The smaller sizes in which a finished video is there now, as its cut was finished last. Null where nobody knows. */
  sizes: procedure.input(z.object({ video: MediaHash })).output(z.array(VideoSize).nullable()),
  list: procedure.output(z.array(Edit)),
  get: procedure.input(byId).output(Edit),
  /** The edit of a take: opened if there is one, else made with the whole take in it. */
  open: procedure.input(z.object({ take: Id })).output(Edit),
  save: procedure.input(byId.extend({ version: z.int(), list: EditList })).output(Edit),
  rename: procedure.input(byId.extend({ title: line(120).min(1) })).output(Edit),
  /** Discards one of several cuts of a take; refused for the only one, which goes with its take. */
  remove: procedure.input(byId).output(Edit),
  restore: procedure.input(byId).output(Edit),
  /** Several cuts out of one, which stays as it is: one for each list. */
  part: procedure
    .input(
      byId.extend({
        parts: z
          .array(z.object({ title: line(120).min(1), list: EditList }))
          .min(1)
          .max(100),
      }),
    )
    .output(z.array(Edit)),
  /** What finishing will take and give, before it is started. */
  estimate: procedure.input(byId).output(FinishEstimate),
  /** Renders, or answers at once where the same edit was rendered before. */
  finish: procedure.input(byId).output(z.object({ job: Job.nullable(), rendition: Rendition.nullable() })),
};
