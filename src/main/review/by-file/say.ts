import { v7 as uuid } from 'uuid';
import { Fault } from '../../../shared/contract/faults.ts';
import { isOpen, lastTurn, type ReviewComment, type Turn } from '../../../shared/model/review/comment.ts';
import { mentionsIn } from '../../../shared/model/review/mentions.ts';
import { type Talk, turnName } from './talk.ts';

/** What was said, and how it is known again as said here. */
export type Addition = Pick<Talk, 'own'> & Partial<Talk>;

const nothing: Addition = { own: [] };

function commentIn({ comments }: Pick<Talk, 'comments'>, id: string): ReviewComment {
  const found = comments.find((comment) => comment.id === id);
  if (!found) throw new Fault('NOT_FOUND', { what: 'comment' });
  return found;
}

/** Everyone who spoke so far: who can be spoken to. */
export const speakersIn = ({ comments }: Pick<Talk, 'comments'>): string[] => [
  ...new Set(comments.flatMap(({ author, replies }) => [author, ...replies.map((reply) => reply.author)])),
];

/** An answer in the thread of a comment. */
export function replied(talk: Talk, { commentId, text, by }: { commentId: string; text: string; by: string }): Addition {
  const comment = commentIn(talk, commentId);
  const mentions = mentionsIn(text, speakersIn(talk)).slice(0, 20);
  const reply = { id: uuid(), author: by, text, mentions, createdAt: new Date().toISOString() };
  return { comments: [{ ...comment, replies: [...comment.replies, reply] }], own: [reply.id] };
}

/** A comment settled or opened again; nothing where it stands so already. A turn is never older than the one it follows. */
export function turned(talk: Talk, { commentId, state, by }: { commentId: string; state: Turn['state']; by: string }): Addition {
  const comment = commentIn(talk, commentId);
  if (isOpen(comment) === (state === 'reopened')) return nothing;
  const last = lastTurn(comment);
  const at = new Date(Math.max(Date.now(), last ? Date.parse(last.at) + 1 : 0)).toISOString();
  const turn: Turn = { state, by, at };
  return { comments: [{ ...comment, turns: [...comment.turns, turn] }], own: [turnName(commentId, turn)] };
}
