import { z } from 'zod';
import { Id, Instant, line, RevisionHash } from './ids.ts';

/** Where a module stands on its way to colleagues. `draft` is the state of a module that was never handed in. */
export const ReviewState = z.enum(['draft', 'in-review', 'changes-requested', 'approved', 'published', 'retired']);
export type ReviewState = z.infer<typeof ReviewState>;

export const ReviewAction = z.enum(['hand-in', 'return', 'approve', 'publish', 'retire']);
export type ReviewAction = z.infer<typeof ReviewAction>;

const transitions: Record<ReviewState, Partial<Record<ReviewAction, ReviewState>>> = {
  draft: { 'hand-in': 'in-review' },
  'in-review': { 'hand-in': 'in-review', return: 'changes-requested', approve: 'approved' },
  'changes-requested': { 'hand-in': 'in-review' },
  approved: { 'hand-in': 'in-review', publish: 'published', return: 'changes-requested' },
  published: { 'hand-in': 'in-review', retire: 'retired' },
  retired: { 'hand-in': 'in-review', publish: 'published' },
};

/** The state after an action, or null where the action is not allowed. What is published stays published while a newer round runs. */
export const nextState = (state: ReviewState, action: ReviewAction): ReviewState | null => transitions[state][action] ?? null;

export const ReviewComment = z.object({
  id: Id,
  /** The block it speaks of, or null for the module as a whole. */
  blockId: Id.nullable(),
  round: z.int().positive(),
  author: z.string(),
  text: line(2000).min(1),
  createdAt: Instant,
  resolvedAt: Instant.nullable(),
});
export type ReviewComment = z.infer<typeof ReviewComment>;

/** A module's review as its author sees it. */
export const Review = z.object({
  moduleId: Id,
  state: ReviewState,
  round: z.int().nonnegative(),
  /** The revision last handed in. */
  revision: RevisionHash.nullable(),
  /** The revision an approval binds to, and the one colleagues see. */
  approvedRevision: RevisionHash.nullable(),
  publishedRevision: RevisionHash.nullable(),
  /** The reviewer's reasons, where it came back. */
  reasons: z.string().nullable(),
  comments: z.array(ReviewComment),
  /** The module's page at the hub, once published. */
  page: z.url().nullable(),
});
export type Review = z.infer<typeof Review>;
