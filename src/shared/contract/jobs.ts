import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id, Instant } from '../model/ids.ts';
import { procedure } from './base.ts';

export const JobKind = z.enum(['prepare', 'finish', 'sweep', 'upload', 'health', 'captions']);
export type JobKind = z.infer<typeof JobKind>;

/** Progress 1 is not done: done is a state. */
export const JobState = z.enum(['queued', 'running', 'done', 'failed', 'cancelled']);
export type JobState = z.infer<typeof JobState>;

export const Job = z.object({
  id: Id,
  kind: JobKind,
  /** What it works on: the id of a take, an edit or a module. */
  subject: z.string(),
  state: JobState,
  progress: z.number().min(0).max(1),
  /** A fault as `{ code, data }`, where it failed. */
  fault: z.object({ code: z.string(), data: z.unknown() }).nullable(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Job = z.infer<typeof Job>;

export const isOver = (state: JobState): boolean => state === 'done' || state === 'failed' || state === 'cancelled';

export const jobs = {
  /** Newest first; all of one subject, or all that are not over. */
  list: procedure.input(z.object({ subject: z.string().optional() })).output(z.array(Job)),
  /** The job now and at each change, until it is over. */
  watch: procedure.input(z.object({ id: Id })).output(eventIterator(Job)),
  cancel: procedure.input(z.object({ id: Id })).output(Job),
};
