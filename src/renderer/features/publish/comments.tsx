import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { Link } from 'react-router';
import { anchoredBlock } from '../../../shared/model/review/anchor.ts';
import { isOpen, type ReviewComment } from '../../../shared/model/review/comment.ts';
import type { Review } from '../../../shared/model/review/review.ts';
import { orpc } from '../../api/client.ts';
import { Ago } from '../../ui/ago.tsx';
import { Button } from '../../ui/button.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import css from './publish.module.css';

interface CommentsProps {
  review: Review;
  /** Only those on this block, e.g. in the margin of the write page; all where it is left out. */
  blockId?: string;
}

function Comment({ moduleId, comment, here }: { moduleId: string; comment: ReviewComment; here: boolean }) {
  const queries = useQueryClient();
  const resolve = useMutation(
    orpc.publishing.resolveComment.mutationOptions({ onSuccess: () => queries.invalidateQueries({ queryKey: orpc.publishing.key() }) }),
  );
  return (
    <li className={isOpen(comment) ? css.comment : css.resolved}>
      <p className={css.who}>
        <strong>{comment.author}</strong> <Ago at={comment.createdAt} />
      </p>
      <p className={css.said}>{comment.text}</p>
      <FaultNotice error={resolve.error} />
      <div className={css.row}>
        {anchoredBlock(comment.anchor) && !here && <Link to={`/write/${moduleId}#${anchoredBlock(comment.anchor)}`}>Go to the place</Link>}
        {!isOpen(comment) ? (
          <span className={css.faint}>Done</span>
        ) : (
          <Button icon={Check} busy={resolve.isPending} onClick={() => resolve.mutate({ moduleId, commentId: comment.id })}>
            Done
          </Button>
        )}
      </div>
    </li>
  );
}

/** What reviewers said, open things first, each with a way to tick it off. */
export function Comments({ review, blockId }: CommentsProps) {
  const shown = review.comments.filter((comment) => blockId === undefined || anchoredBlock(comment.anchor) === blockId);
  const sorted = shown.toSorted((one, other) => Number(isOpen(other)) - Number(isOpen(one)));
  if (sorted.length === 0) return null;
  return (
    <ul className={css.comments} aria-label="Comments">
      {sorted.map((comment) => (
        <Comment key={comment.id} moduleId={review.moduleId} comment={comment} here={blockId !== undefined} />
      ))}
    </ul>
  );
}
