import { z } from 'zod';
import { Id, Instant, line, RevisionHash } from '../ids.ts';
import { isOpen, ReviewComment } from './comment.ts';
import { byTime, either, mergeComments, union } from './merge.ts';

/** The part of a `.showhow` file that makes it one to be reviewed, or what comes back from it. */
export const reviewFile = 'review.json';

const name = z.string().min(1).max(200);

/**
 * What someone without an account says at the end: a word to the author, and no decision. Approving needs someone whom the
 * hub knows, and is done there.
 */
export const Advice = z.object({
  id: Id,
  by: name,
  verdict: z.enum(['approve', 'return']),
  words: line(2000),
  /** The revision that was on screen. */
  revision: RevisionHash,
  at: Instant,
});
export type Advice = z.infer<typeof Advice>;

/** Who gave a module out of hand, when, and for which round. The same revision is always the same hand-out. */
export const HandedOut = z.object({ id: Id, by: z.string().max(200), at: Instant, round: z.int().positive() });
export type HandedOut = z.infer<typeof HandedOut>;

/** What was said about a module: sets that only grow, so that copies of it merge in any order. */
export const Said = z.object({ comments: z.array(ReviewComment).max(1000), advice: z.array(Advice).max(200) });
export type Said = z.infer<typeof Said>;

export const ReviewPart = Said.extend({ handedOut: HandedOut });
export type ReviewPart = z.infer<typeof ReviewPart>;

export const nothingSaid: Said = { comments: [], advice: [] };

export function mergeAdvice(one: readonly Advice[], other: readonly Advice[]): Advice[] {
  return union([...one, ...other], ({ id }) => id, either).toSorted(byTime(({ at }) => at));
}

/** Two copies of what was said as one: in any order, any number of times, with the same result. */
export const mergeSaid = (one: Said, other: Said): Said => ({
  comments: mergeComments(one.comments, other.comments),
  advice: mergeAdvice(one.advice, other.advice),
});

/** What each adviser said last about a revision; who changes her mind says so once more. */
export function lastAdvice(advice: readonly Advice[]): Advice[] {
  const last = new Map(advice.toSorted(byTime(({ at }) => at)).map((one) => [`${one.by} ${one.revision}`, one]));
  return [...last.values()].toSorted(byTime(({ at }) => at));
}

/** How much of what a file says was not known before. */
export interface Fresh {
  comments: number;
  replies: number;
  turns: number;
  advice: number;
}

const ids = (all: readonly { id: string }[]): Set<string> => new Set(all.map(({ id }) => id));
const count = ({ comments, advice }: Said): Fresh => ({
  comments: comments.length,
  replies: comments.reduce((sum, { replies }) => sum + ids(replies).size, 0),
  turns: comments.reduce((sum, { turns }) => sum + turns.length, 0),
  advice: advice.length,
});

/** What came anew between what was known and what is known now. */
export function freshIn(before: Said, after: Said): Fresh {
  const [was, is] = [count(mergeSaid(before, nothingSaid)), count(after)];
  return {
    comments: is.comments - was.comments,
    replies: is.replies - was.replies,
    turns: is.turns - was.turns,
    advice: is.advice - was.advice,
  };
}

/**
 * What the hub knows and what came in files as one list. Where both know a comment, what the hub says of it counts, because there
 * it hangs on an account; what only a file knows is added, and nothing is left away.
 */
export function together(hub: readonly ReviewComment[], files: readonly ReviewComment[]): ReviewComment[] {
  const known = new Map(hub.map((comment) => [comment.id, comment]));
  const both = files.map((file): ReviewComment => {
    const at = known.get(file.id);
    if (!at) return file;
    const replies = ids(at.replies);
    // The hub names who brought a turn; it is the same turn all the same.
    const turns = new Set(at.turns.map((turn) => `${turn.state} ${turn.at}`));
    const [merged] = mergeComments(
      [at],
      [
        {
          ...at,
          replies: file.replies.filter(({ id }) => !replies.has(id)),
          turns: file.turns.filter((turn) => !turns.has(`${turn.state} ${turn.at}`)),
        },
      ],
    );
    return merged ?? at;
  });
  const inFiles = ids(files);
  return mergeComments([...hub.filter(({ id }) => !inFiles.has(id)), ...both], []);
}

/** What files say that the hub does not know yet. */
export function unknownAt(hub: readonly ReviewComment[], files: readonly ReviewComment[]): ReviewComment[] {
  const known = new Map(hub.map((comment) => [comment.id, comment]));
  return files.filter((file) => {
    const at = known.get(file.id);
    if (!at) return true;
    const replies = ids(at.replies);
    return (
      file.replies.some(({ id }) => !replies.has(id)) ||
      file.turns.some((turn) => !at.turns.some(({ state, at: when }) => state === turn.state && when === turn.at))
    );
  });
}

export const openIn = (comments: readonly ReviewComment[]): number => comments.filter(isOpen).length;
