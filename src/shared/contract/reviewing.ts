import { z } from 'zod';
import { Id, Instant, line, RevisionHash } from '../model/ids.ts';
import { ModuleContent } from '../model/module.ts';
import { SweepRecord } from '../model/privacy/record.ts';
import { Profile } from '../model/profile.ts';
import { Advice, HandedOut } from '../model/review/by-file.ts';
import { ReviewComment, Turn } from '../model/review/comment.ts';
import { Reminder } from '../model/review/reminder.ts';
import { procedure } from './base.ts';
import { WaitingDraft } from './hub.ts';
import { comment, module, Remark, Reply } from './speaking.ts';

/** A colleague's module that came in a file to be reviewed here. */
export const FileReview = z.object({
  moduleId: Id,
  revision: RevisionHash,
  content: ModuleContent,
  /** The content of the round before; null in the first one, and where that was not here. */
  before: ModuleContent.nullable(),
  author: Profile,
  sweeps: z.array(SweepRecord),
  handedOut: HandedOut,
  openedAt: Instant,
  comments: z.array(ReviewComment),
  advice: z.array(Advice),
  /** Names of comments, replies and advice that were not said in this studio: who said them is what the file claims. */
  byFile: z.array(z.string()),
  /** When something was last said here, and when the file last went back. */
  saidAt: Instant.nullable(),
  handedBackAt: Instant.nullable(),
});
export type FileReview = z.infer<typeof FileReview>;

/** As much as a list needs of one. */
export const FileReviewCard = FileReview.pick({
  moduleId: true,
  author: true,
  handedOut: true,
  openedAt: true,
  saidAt: true,
  handedBackAt: true,
}).extend({ title: z.string(), open: z.int().nonnegative() });
export type FileReviewCard = z.infer<typeof FileReviewCard>;

/** What waits at the hub; what was last heard, where it does not answer. `me` names her among those who are on something. */
export const AtHub = z.object({
  me: z.string().nullable(),
  queue: z.array(WaitingDraft),
  reminders: z.array(Reminder),
  heardAt: Instant.nullable(),
});
export type AtHub = z.infer<typeof AtHub>;

/**
 * Reviewing without an account at a hub. A file comes in by `POST /imports/documents`; what was said goes back as
 * `GET /reviews/<module>/file`; `GET /reviews/<module>/preview` shows the module as learners will see it.
 */
export const reviewing = {
  /** What waits at the hub for the person who is signed in there, and what she is to be reminded of; nothing where she is no reviewer. */
  atHub: procedure.output(AtHub),
  /** She is on it from now on, or not any more. `from`: who was on it as she knows it. */
  take: procedure.input(module.extend({ from: z.string().max(100).nullable() })).output(AtHub),
  putBack: procedure.input(module).output(AtHub),
  keepQuiet: procedure.input(module.extend({ for: z.enum(['day', 'always']) })).output(AtHub),
  list: procedure.output(z.array(FileReviewCard)),
  get: procedure.input(module).output(FileReview),
  /** Refuses with CONFLICT where another version is here by now, and with NAME_MISSING where nobody said who she is. */
  comment: procedure.input(Remark).output(FileReview),
  reply: procedure.input(Reply).output(FileReview),
  turn: procedure.input(comment.extend({ state: Turn.shape.state })).output(FileReview),
  /** A word at the end; it decides nothing. The last one of a person about a version counts. */
  advise: procedure.input(module.extend({ revision: RevisionHash, verdict: Advice.shape.verdict, words: line(2000) })).output(FileReview),
  /** Takes a review off the list, or puts it back. What was said stays. */
  putAway: procedure.input(module.extend({ away: z.boolean() })).output(z.null()),
};
