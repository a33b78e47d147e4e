import type { ModuleContent } from '../../../shared/model/module.ts';
import { anchoredBlock } from '../../../shared/model/review/anchor.ts';
import { isOpen, type ReviewComment, Severity } from '../../../shared/model/review/comment.ts';
import type { Review } from '../../../shared/model/review/review.ts';
import { Comment } from './comment.tsx';
import css from './publish.module.css';

export interface CommentsProps {
  review: Review;
  /** Only those on this block, e.g. in the margin of the write page; all where it is left out. */
  blockId?: string;
  /** The module as it stands on the desk: says what was changed since. */
  content?: ModuleContent;
  /** Puts a suggestion into the document; answers whether that was possible. Left out where nothing is written. */
  onTake?: (comment: ReviewComment) => boolean;
}

/** What is to be done first stands first: open before settled, and then by how much hangs on it. */
const rank = (comment: ReviewComment): number => (isOpen(comment) ? 0 : 10) + Severity.options.indexOf(comment.severity);

/** What reviewers said, as one list of what is to be done, each with a way to its place, to answer it and to tick it off. */
export function Comments({ review, blockId, content, onTake }: CommentsProps) {
  const shown = review.comments.filter((comment) => blockId === undefined || anchoredBlock(comment.anchor) === blockId);
  if (shown.length === 0) return null;
  return (
    <ul className={css.comments} aria-label="Comments">
      {shown
        .toSorted((one, other) => rank(one) - rank(other))
        .map((comment) => (
          <Comment
            key={comment.id}
            moduleId={review.moduleId}
            comment={comment}
            here={blockId !== undefined}
            content={content}
            onTake={onTake}
          />
        ))}
    </ul>
  );
}
