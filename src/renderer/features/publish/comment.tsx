import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Check, Replace } from 'lucide-react';
import { Link } from 'react-router';
import type { ModuleContent } from '../../../shared/model/module.ts';
import { isOpen, type ReviewComment } from '../../../shared/model/review/comment.ts';
import { locate } from '../../../shared/model/review/locate.ts';
import { replacedWords } from '../../../shared/model/review/suggestion.ts';
import { changeWords, severityWords, spokenOf } from '../../../shared/model/review/words.ts';
import { orpc } from '../../api/client.ts';
import { Ago } from '../../ui/ago.tsx';
import { Button } from '../../ui/button.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { Answer } from './answer.tsx';
import css from './publish.module.css';

interface CommentProps {
  moduleId: string;
  comment: ReviewComment;
  /** It stands at its place already. */
  here: boolean;
  content: ModuleContent | undefined;
  onTake: ((comment: ReviewComment) => boolean) | undefined;
}

/** What it speaks of, and what became of it since. */
function About({ comment: { anchor }, content }: Pick<CommentProps, 'comment' | 'content'>) {
  const place = content ? locate(anchor, content) : { now: 'same' as const, blockId: anchor.kind === 'module' ? null : anchor.blockId };
  const change = changeWords(anchor, place);
  const spoken = anchor.kind === 'text' ? `“${anchor.quote.exact}”` : spokenOf(anchor, place);
  return (
    <>
      {spoken && <p className={css.faint}>{spoken}</p>}
      {change && (
        <p className={css.faint}>
          {change}
          {place.now === 'gone' && anchor.kind !== 'module' && anchor.about && ` It spoke of ${anchor.about}`}
        </p>
      )}
    </>
  );
}

export function Comment({ moduleId, comment, here, content, onTake }: CommentProps) {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: orpc.publishing.key() });
  const resolve = useMutation(orpc.publishing.resolveComment.mutationOptions({ onSuccess }));
  const { anchor, suggestion } = comment;
  const blockId = anchor.kind === 'module' ? null : content ? locate(anchor, content).blockId : anchor.blockId;
  const replaces = content && suggestion !== undefined ? replacedWords(comment, content) : null;
  const take = () => {
    if (onTake?.(comment)) resolve.mutate({ moduleId, commentId: comment.id, taken: true });
  };
  return (
    <li className={isOpen(comment) ? css.comment : css.resolved}>
      <p className={css.who}>
        <strong>{comment.author}</strong> {severityWords[comment.severity]} <Ago at={comment.createdAt} />
      </p>
      <About comment={comment} content={content} />
      <p className={css.said}>{comment.text}</p>
      {suggestion !== undefined && (
        <p className={css.said}>
          Suggested: {replaces && <del>{replaces}</del>} <ins>{suggestion}</ins>
        </p>
      )}
      {comment.replies.map((reply) => (
        <p key={reply.id} className={css.said}>
          <strong>{reply.author}</strong> {reply.text}
        </p>
      ))}
      <FaultNotice error={resolve.error} />
      <div className={css.row}>
        {blockId && !here && <Link to={`/write/${moduleId}#${blockId}`}>Go to the place</Link>}
        {isOpen(comment) && onTake && replaces !== null && (
          <Button icon={Replace} busy={resolve.isPending} onClick={take}>
            Take the suggestion
          </Button>
        )}
        {isOpen(comment) ? (
          <Button icon={Check} busy={resolve.isPending} onClick={() => resolve.mutate({ moduleId, commentId: comment.id })}>
            Done
          </Button>
        ) : (
          <span className={css.faint}>Done</span>
        )}
        <Answer moduleId={moduleId} comment={comment} onAnswered={onSuccess} />
      </div>
    </li>
  );
}
