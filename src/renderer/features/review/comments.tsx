import type { ModuleContent } from '../../../shared/model/module.ts';
import { isOpen, type ReviewComment, Severity } from '../../../shared/model/review/comment.ts';
import { KeptList } from '../../ui/kept-list.tsx';
import { Comment } from './comment.tsx';
import css from './comments.module.css';
import type { CommentDeeds } from './deeds.ts';
import { useCuts } from './use-cuts.ts';

export interface CommentsProps {
  comments: readonly ReviewComment[];
  /** Names of comments and answers of which only a file says who wrote them. */
  byFile: readonly string[];
  deeds: CommentDeeds;
  /** The module as it stands here: says what was changed since. */
  content?: ModuleContent | undefined;
  /** What is read out as the list's name. */
  label?: string;
  /** Puts a suggestion into the document; answers whether that was possible. Left out where nothing is written. */
  onTake?: (comment: ReviewComment) => boolean;
  /** The way to the place a comment stands at; left out where it stands there already. */
  placeOf?: (blockId: string) => string;
  /** Goes to a moment of the video that a comment speaks of. */
  onSeek?: (comment: ReviewComment, second: number) => void;
  /** A comment is looked at, by pointer or keyboard, or not any more. */
  onPoint?: (comment: ReviewComment, on: boolean) => void;
}

/** What is to be done first stands first: open before settled, and then by how much hangs on it. */
const rank = (comment: ReviewComment): number => (isOpen(comment) ? 0 : 10) + Severity.options.indexOf(comment.severity);

/** What was said as one list of what is to be done, each with a way to its place, to answer it and to tick it off. */
export function Comments({ comments, label = 'Comments', ...props }: CommentsProps) {
  const cuts = useCuts(props.content, comments);
  if (comments.length === 0) return null;
  return (
    <KeptList className={css.comments} aria-label={label}>
      {comments
        .toSorted((one, other) => rank(one) - rank(other))
        .map((comment) => (
          <Comment key={comment.id} comment={comment} cuts={cuts} {...props} />
        ))}
    </KeptList>
  );
}
