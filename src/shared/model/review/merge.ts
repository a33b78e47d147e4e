import canonicalize from 'canonicalize';
import type { Reply, ReviewComment, Turn } from './comment.ts';

const written = (value: unknown): string => canonicalize(value) ?? '';

/** Of two that should be the same: always the same one, whichever comes first. */
export const either = <T>(one: T, other: T): T => (written(one) >= written(other) ? one : other);

export function union<T>(all: readonly T[], key: (each: T) => string, join: (one: T, other: T) => T): T[] {
  const joined = new Map<string, T>();
  for (const each of all) {
    const known = joined.get(key(each));
    joined.set(key(each), known === undefined ? each : join(known, each));
  }
  return [...joined.values()];
}

export const byTime =
  <T>(time: (each: T) => string) =>
  (one: T, other: T): number => {
    const [left, right] = [`${time(one)} ${written(one)}`, `${time(other)} ${written(other)}`];
    return left < right ? -1 : left > right ? 1 : 0;
  };

const replies = (all: readonly Reply[]): Reply[] => union(all, ({ id }) => id, either).toSorted(byTime(({ createdAt }) => createdAt));
const turns = (all: readonly Turn[]): Turn[] => union(all, written, either).toSorted(byTime(({ at }) => at));

function join(one: ReviewComment, other: ReviewComment): ReviewComment {
  const said = either({ ...one, replies: [], turns: [] }, { ...other, replies: [], turns: [] });
  return { ...said, replies: replies([...one.replies, ...other.replies]), turns: turns([...one.turns, ...other.turns]) };
}

/**
 * Two copies of what was said about a module as one. What was said stays, replies and turns are united, and the last turn counts:
 * in any order, any number of times, the result is the same (a grow-only set of comments that are grow-only sets themselves).
 */
export function mergeComments(one: readonly ReviewComment[], other: readonly ReviewComment[]): ReviewComment[] {
  const all = [...one, ...other].map((comment) => join(comment, comment));
  return union(all, ({ id }) => id, join).toSorted(byTime(({ createdAt }) => createdAt));
}
