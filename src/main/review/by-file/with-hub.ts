import type { StudioReview } from '../../../shared/contract/publishing.ts';
import { together, unknownAt } from '../../../shared/model/review/by-file.ts';
import type { ReviewComment } from '../../../shared/model/review/comment.ts';
import type { Review } from '../../../shared/model/review/review.ts';
import type { HubLink } from '../../hubclient/link.ts';
import { type Talk, turnName } from './talk.ts';

/** Comments are sent in so many at a time: far below what the hub takes in one call. */
const atOnce = 50;

const isInReview = ({ state }: Review): boolean => state === 'in-review' || state === 'changes-requested';

/** What came in files and belongs to the hub, because it reviews the module. */
export const hubLacks = (review: Review, talk: Talk): ReviewComment[] =>
  isInReview(review) ? unknownAt(review.comments, talk.comments) : [];

/** What the hub says and what came in files as one review. */
export function withFiles(review: Review, talk: Talk): StudioReview {
  const [own, atHub] = [new Set(talk.own), new Set(review.comments.flatMap(({ id, replies }) => [id, ...replies.map((one) => one.id)]))];
  const said = talk.comments.flatMap(({ id, replies }) => [id, ...replies.map((reply) => reply.id)]);
  return {
    ...review,
    comments: together(review.comments, talk.comments),
    byFile: said.filter((id) => !own.has(id) && !atHub.has(id)),
    advice: talk.advice,
    notAtHub: hubLacks(review, talk).length,
  };
}

/**
 * Words as this person brings them: her own under the name the hub knows her by, all others under the names that stand in the file,
 * of which none passes for hers.
 */
export function asBrought(comment: ReviewComment, own: ReadonlySet<string>, me: string): ReviewComment {
  const named = (id: string, name: string): string => (own.has(id) ? me : name === me ? `${name.slice(0, 180)}, says the file` : name);
  return {
    ...comment,
    author: named(comment.id, comment.author),
    replies: comment.replies.map((reply) => ({ ...reply, author: named(reply.id, reply.author) })),
    turns: comment.turns.map((turn) => ({ ...turn, by: named(turnName(comment.id, turn), turn.by) })),
  };
}

/** Brings what the hub lacks there, and answers how the review stands then. */
export async function bringToHub(link: HubLink, review: Review, talk: Talk): Promise<Review> {
  const { client } = await link.open();
  const [{ name }, own] = [await client.me(), new Set(talk.own)];
  const lacking = hubLacks(review, talk).map((comment) => asBrought(comment, own, name));
  let now = review;
  for (let at = 0; at < lacking.length; at += atOnce)
    now = await client.reviews.merge({ moduleId: review.moduleId, comments: lacking.slice(at, at + atOnce) });
  return now;
}
