import { z } from 'zod';
import { Id, Instant, line, RevisionHash } from '../ids.ts';
import { Anchor } from './anchor.ts';

/** must: not approved before it is settled · should: better with it · idea: take it or leave it. */
export const Severity = z.enum(['must', 'should', 'idea']);
export type Severity = z.infer<typeof Severity>;

const words = line(2000).min(1);
const name = z.string().min(1).max(200);

export const Reply = z.object({
  id: Id,
  author: name,
  text: words,
  /** Names of people who are spoken to in it. */
  mentions: z.array(name).max(20).default([]),
  createdAt: Instant,
});
export type Reply = z.infer<typeof Reply>;

/** Something that someone said about where a comment stands. `taken`: settled by taking its suggestion. */
export const Turn = z.object({ state: z.enum(['resolved', 'taken', 'reopened']), by: name, at: Instant });
export type Turn = z.infer<typeof Turn>;

/**
 * What one says about a module. What was said is never changed; replies and turns are only ever added.
 * That is what makes two copies of it mergeable in any order (`merge.ts`).
 */
export const ReviewComment = z.object({
  id: Id,
  anchor: Anchor,
  severity: Severity,
  round: z.int().positive(),
  /** The revision that was on screen. */
  revision: RevisionHash,
  author: name,
  text: words,
  mentions: z.array(name).max(20).default([]),
  /** Other words in place of those it hangs on, for the author to take. */
  suggestion: z.string().max(1000).optional(),
  createdAt: Instant,
  replies: z.array(Reply).max(500).default([]),
  turns: z.array(Turn).max(500).default([]),
});
export type ReviewComment = z.infer<typeof ReviewComment>;

const order = (one: Turn, other: Turn): number =>
  one.at < other.at ? -1 : one.at > other.at ? 1 : JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;

/** The last word on where a comment stands, or null where nobody said any. The same on every computer that knows the same turns. */
export const lastTurn = ({ turns }: Pick<ReviewComment, 'turns'>): Turn | null => turns.toSorted(order).at(-1) ?? null;

export const isOpen = (comment: Pick<ReviewComment, 'turns'>): boolean => (lastTurn(comment)?.state ?? 'reopened') === 'reopened';

/** What stands in the way of an approval. */
export const openMusts = (comments: readonly ReviewComment[]): ReviewComment[] =>
  comments.filter((comment) => comment.severity === 'must' && isOpen(comment));
