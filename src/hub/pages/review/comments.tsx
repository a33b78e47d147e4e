/** @jsxImportSource hono/jsx */
import { MessageSquarePlus } from 'lucide';
import { reviewPath } from '../../addresses.ts';
import type { Draft } from '../../reviews/draft.ts';
import type { PlacedComment } from '../../reviews/places.ts';
import { Icon } from '../icon.tsx';
import { CommentCard } from './comment-card.tsx';
import { CommentFields } from './comment-fields.tsx';

interface MarginProps {
  moduleId: string;
  revision: string;
  /** Null for the module as a whole. */
  blockId: string | null;
  comments: PlacedComment[];
  round: number;
  /** What the comment is about, to be read out. */
  about: string;
  /** The reader may speak here. */
  open: boolean;
}

/** The comments on one part of a module, and the place to write another. Works without a script. */
export const Margin = ({ moduleId, revision, blockId, comments, round, about, open }: MarginProps) => {
  const id = `comments-${blockId ?? 'module'}`;
  return (
    <div class="margin" id={id}>
      {comments.length > 0 && (
        <ul class="plain-list margin-list" aria-label={`Comments on ${about}`}>
          {comments.map((placed) => (
            <CommentCard placed={placed} moduleId={moduleId} margin={id} round={round} open={open} />
          ))}
        </ul>
      )}
      {open && (
        <details class="say">
          <summary class="button quiet">
            <Icon node={MessageSquarePlus} /> {comments.length > 0 ? 'Another comment' : 'Comment'}
            <span class="on-words"> on the marked words</span>
            <span class="read-out"> on {about}</span>
          </summary>
          <form method="post" action={`${reviewPath(moduleId)}/comments`} class="form" data-swap={id} data-draft>
            <input type="hidden" name="revision" value={revision} />
            <input type="hidden" name="block" value={blockId ?? ''} />
            <CommentFields id={blockId ?? 'module'} about={about} />
          </form>
        </details>
      )}
    </div>
  );
};

/** Comments whose part is not in the module any more: they stay until someone settles them, and after. */
export const Gone = ({ draft: { review, comments }, open }: { draft: Draft; open: boolean }) => {
  const gone = comments.filter(({ comment, place }) => place.blockId === null && comment.anchor.kind !== 'module');
  if (gone.length === 0) return null;
  return (
    <section class="section" aria-labelledby="gone-title" id="gone">
      <h2 id="gone-title">Parts that are gone</h2>
      <ul class="plain-list margin-list gone-list">
        {gone.map((placed) => (
          <CommentCard placed={placed} moduleId={review.moduleId} margin="gone" round={review.round} open={open} />
        ))}
      </ul>
    </section>
  );
};
