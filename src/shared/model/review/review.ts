import { z } from 'zod';
import { Id, RevisionHash } from '../ids.ts';
import { ReviewComment } from './comment.ts';
import { ReviewState } from './state.ts';

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
