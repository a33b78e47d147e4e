/** @jsxImportSource hono/jsx */
import { Check, MessageSquarePlus } from 'lucide';
import type { ReviewComment } from '../../../shared/model/review.ts';
import { reviewPath } from '../../addresses.ts';
import { Icon } from '../icon.tsx';
import { Ago } from '../time.tsx';

interface CommentProps {
  comment: ReviewComment;
  moduleId: string;
  /** Id of the margin it stands in. */
  margin: string;
  round: number;
  /** What it speaks of reads differently now. */
  stale: boolean;
}

const Comment = ({ comment, moduleId, margin, round, stale }: CommentProps) => (
  <li class={comment.resolvedAt ? 'comment resolved' : 'comment'}>
    <div class="comment-head">
      <p>
        <b>{comment.author}</b>
        <span>
          <Ago at={comment.createdAt} />
          {comment.round < round && `, round ${comment.round}`}
        </span>
      </p>
      {comment.resolvedAt ? (
        <span>Done</span>
      ) : (
        <form method="post" action={`${reviewPath(moduleId)}/comments/${comment.id}/resolve`} data-swap={margin}>
          <button type="submit" class="quiet">
            <Icon node={Check} /> Done<span class="read-out">: comment of {comment.author}</span>
          </button>
        </form>
      )}
    </div>
    <p class="comment-text">{comment.text}</p>
    {stale && <p class="small soft">This part was changed since.</p>}
  </li>
);

interface MarginProps {
  moduleId: string;
  revision: string;
  /** Null for the module as a whole. */
  blockId: string | null;
  comments: ReviewComment[];
  round: number;
  changed: boolean;
  /** What the comment is about, to be read out. */
  about: string;
  open: boolean;
}

/** The comments on one part of a module, and the place to write another. Works without a script. */
export const Margin = ({ moduleId, revision, blockId, comments, round, changed, about, open }: MarginProps) => {
  const id = `comments-${blockId ?? 'module'}`;
  const field = `text-${blockId ?? 'module'}`;
  return (
    <div class="margin" id={id}>
      {comments.length > 0 && (
        <ul class="plain-list margin-list" aria-label={`Comments on ${about}`}>
          {comments.map((comment) => (
            <Comment comment={comment} moduleId={moduleId} margin={id} round={round} stale={changed && comment.round < round} />
          ))}
        </ul>
      )}
      {open && (
        <details>
          <summary class="button quiet">
            <Icon node={MessageSquarePlus} /> {comments.length > 0 ? 'Another comment' : 'Comment'}
            <span class="read-out"> on {about}</span>
          </summary>
          <form method="post" action={`${reviewPath(moduleId)}/comments`} class="form" data-swap={id}>
            <input type="hidden" name="revision" value={revision} />
            <input type="hidden" name="block" value={blockId ?? ''} />
            <label class="read-out" for={field}>
              Comment on {about}
            </label>
            <textarea id={field} name="text" rows={2} required maxlength={2000} />
            <div>
              <button type="submit">Add the comment</button>
            </div>
          </form>
        </details>
      )}
    </div>
  );
};
