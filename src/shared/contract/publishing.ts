import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id, Instant, MediaHash, RevisionHash } from '../model/ids.ts';
import { Finding } from '../model/lint/finding.ts';
import { Advice } from '../model/review/by-file.ts';
import { Turn } from '../model/review/comment.ts';
import { VideoCut } from '../model/review/cut.ts';
import { Review } from '../model/review/review.ts';
import { procedure } from './base.ts';
import { Job } from './jobs.ts';
import { Answer, Ask, ModuleReach, Thank } from './relations.ts';
import { comment, module, Reply } from './speaking.ts';

export const HubConnection = z.object({
  url: z.url(),
  hubName: z.string(),
  /** expired: connect again · unreachable: as it was when the hub last answered. */
  state: z.enum(['connected', 'expired', 'unreachable']),
  person: z.object({ name: z.string(), email: z.string(), roles: z.array(z.string()) }),
});
export type HubConnection = z.infer<typeof HubConnection>;

/** waiting: the code is to be approved at `address` · connected, refused, expired: over. */
export const Connecting = z.object({
  state: z.enum(['waiting', 'connected', 'refused', 'expired']),
  code: z.string(),
  address: z.url(),
});
export type Connecting = z.infer<typeof Connecting>;

/** Proof of a publication. */
export const Receipt = z.object({
  moduleId: Id,
  target: z.string(),
  revision: z.string(),
  page: z.url(),
  bytesSent: z.number(),
  publishedAt: Instant,
});
export type Receipt = z.infer<typeof Receipt>;

/**
 * How a video of the module stands with what is private. open: something found waits for a decision · outdated: it was hidden
 * in the edit, but this video was finished before · unsearched: not all of it was searched, or nobody knows which edit it comes from.
 */
export const HandInVideo = z.object({
  media: MediaHash,
  title: z.string(),
  edit: Id.nullable(),
  state: z.enum(['clear', 'open', 'outdated', 'unsearched']),
  open: z.int().nonnegative(),
});
export type HandInVideo = z.infer<typeof HandInVideo>;

/** What would be handed in now. */
export const HandInCheck = z.object({
  /** The hash of the module as it stands on the desk; another one than the approved or published means it was changed since. */
  revision: RevisionHash,
  /** Of the lesson itself and of its videos, errors first. */
  findings: z.array(Finding),
  files: z.int(),
  /** Of all files; what the hub has already is not sent again. */
  bytes: z.number(),
  videos: z.array(HandInVideo),
});
export type HandInCheck = z.infer<typeof HandInCheck>;

/** A review as the author's studio knows it: what the hub says, and what came back in files. */
export const StudioReview = Review.extend({
  /** Names of comments and replies that only a file knows: who said them is what the file claims. */
  byFile: z.array(z.string()),
  /** What reviewers without an account advise. It decides nothing. */
  advice: z.array(Advice),
  /** Comments that came in files and are not at the hub yet, where the module is in review there. */
  notAtHub: z.int().nonnegative(),
});
export type StudioReview = z.infer<typeof StudioReview>;

export const hub = {
  connection: procedure.output(HubConnection.nullable()),
  /** Starts a device authorization and says how it stands until it is over. */
  connect: procedure.input(z.object({ url: z.url({ protocol: /^https?$/ }) })).output(eventIterator(Connecting)),
  disconnect: procedure.output(z.null()),
};

export const publishing = {
  /** Where each module of this studio stands at the hub; what was last heard, where the hub does not answer. */
  reviews: procedure.output(z.object({ reviews: z.array(StudioReview), heardAt: Instant.nullable() })),
  review: procedure.input(module).output(StudioReview),
  check: procedure.input(module).output(HandInCheck),
  /** What videos were cut from, as far as this studio knows it; comments on their moments follow a new cut by it. */
  cuts: procedure.input(z.object({ media: z.array(MediaHash).max(100) })).output(z.array(VideoCut)),
  /** Fixes a revision, uploads what the hub lacks, and puts it into the reviewers' queue. */
  handIn: procedure.input(module).output(Job),
  /** Settles a comment, opens it again, or says that its suggestion was taken; at the hub, or here where only a file knows it. */
  turnComment: procedure.input(comment.extend({ state: Turn.shape.state })).output(StudioReview),
  replyToComment: procedure.input(Reply).output(StudioReview),
  publish: procedure.input(module).output(Receipt),
  retire: procedure.input(module).output(Review),
  receipts: procedure.input(module).output(z.array(Receipt)),
};

export const insights = {
  /** What came back from colleagues; what was last heard, where the hub does not answer. */
  mine: procedure.output(
    z.object({ reach: z.array(ModuleReach), asks: z.array(Ask), thanks: z.array(Thank), heardAt: Instant.nullable() }),
  ),
  answer: procedure.input(Answer).output(Ask),
  /** Remembers that a take answers a question, and names the take by it. A module begun from the take knows it too. */
  answerWith: procedure.input(z.object({ askId: Id, take: Id })).output(z.null()),
  /** The question that a module was begun for, as it was last heard; null where there is none. */
  answering: procedure.input(module).output(Ask.nullable()),
};
