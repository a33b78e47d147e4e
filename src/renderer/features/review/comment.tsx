import { useMutation } from '@tanstack/react-query';
import { Check, Replace, RotateCcw } from 'lucide-react';
import { Link } from 'react-router';
import { isOpen, lastTurn, type ReviewComment, type Turn } from '../../../shared/model/review/comment.ts';
import { locate, type Place } from '../../../shared/model/review/locate.ts';
import type { Cuts } from '../../../shared/model/review/moment.ts';
import { replacedWords } from '../../../shared/model/review/suggestion.ts';
import { changeWords, severityWords, spokenOf, turnWords } from '../../../shared/model/review/words.ts';
import { Ago } from '../../ui/ago.tsx';
import { Button } from '../../ui/button.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { Answer } from './answer.tsx';
import css from './comments.module.css';
import type { CommentsProps } from './comments.tsx';

interface CommentProps extends Omit<CommentsProps, 'comments' | 'label'> {
  comment: ReviewComment;
  /** What is known of the cuts of the module's videos. */
  cuts: Cuts;
}

/** Who said it. A name in a file is a claim, and stands as one. */
export function Speaker({ name, claimed }: { name: string; claimed: boolean }) {
  if (!claimed) return <strong>{name}</strong>;
  return (
    <span>
      says: <bdi className={css.claimed}>{name}</bdi>, by file
    </span>
  );
}

const placeIn = ({ comment: { anchor }, content, cuts }: Pick<CommentProps, 'comment' | 'content' | 'cuts'>): Place =>
  content ? locate(anchor, content, cuts) : { now: 'same', blockId: anchor.kind === 'module' ? null : anchor.blockId };

/** What it speaks of, and what became of it since. */
function About({ comment, place, onSeek }: { comment: ReviewComment; place: Place; onSeek: CommentProps['onSeek'] }) {
  const { anchor } = comment;
  const change = changeWords(anchor, place);
  const spoken = spokenOf(anchor, place);
  return (
    <>
      {anchor.kind === 'text' && <blockquote className={css.spoken}>{anchor.quote.exact}</blockquote>}
      {spoken &&
        (onSeek && place.stretch ? (
          <Button variant="plain" onClick={() => onSeek(comment, place.stretch?.from ?? 0)}>
            {spoken}
          </Button>
        ) : (
          <p className={css.spoken}>{spoken}</p>
        ))}
      {change && (
        <p className={css.since}>
          {change}
          {place.now === 'gone' && anchor.kind !== 'module' && anchor.about && ` It spoke of ${anchor.about}`}
        </p>
      )}
    </>
  );
}

function Thread({ comment: { author, replies }, byFile }: Pick<CommentProps, 'comment' | 'byFile'>) {
  if (replies.length === 0) return null;
  return (
    <ul className={css.thread} aria-label={`Answers to ${author}`}>
      {replies.map((reply) => (
        <li key={reply.id}>
          <p className={css.who}>
            <Speaker name={reply.author} claimed={byFile.includes(reply.id)} /> <Ago at={reply.createdAt} />
          </p>
          <p className={css.said}>{reply.text}</p>
        </li>
      ))}
    </ul>
  );
}

export function Comment({ comment, byFile, deeds, content, cuts, onTake, placeOf, onSeek, onPoint }: CommentProps) {
  const turn = useMutation({ mutationFn: (state: Turn['state']) => deeds.turn(comment, state) });
  const { suggestion } = comment;
  const place = placeIn({ comment, content, cuts });
  const replaces = content && suggestion !== undefined ? replacedWords(comment, content) : null;
  const open = isOpen(comment);
  const last = lastTurn(comment);
  const take = () => {
    if (onTake?.(comment)) turn.mutate('taken');
  };
  const point = (on: boolean) => () => onPoint?.(comment, on);
  return (
    <li
      className={open ? css.comment : css.resolved}
      onPointerEnter={point(true)}
      onPointerLeave={point(false)}
      onFocus={point(true)}
      onBlur={point(false)}
    >
      <p className={css.who}>
        <Speaker name={comment.author} claimed={byFile.includes(comment.id)} />{' '}
        <span className={`${css.severity} ${css[comment.severity]}`}>{severityWords[comment.severity]}</span> <Ago at={comment.createdAt} />
      </p>
      <About comment={comment} place={place} onSeek={onSeek} />
      <p className={css.said}>{comment.text}</p>
      {suggestion !== undefined && (
        <p className={css.said}>
          Suggested: {replaces && <del>{replaces}</del>} <ins>{suggestion}</ins>
          {content && replaces === null && <span className={css.since}> The words it would replace were changed since.</span>}
        </p>
      )}
      {last && (
        <p className={css.faint}>
          {turnWords[last.state]} by {last.by} <Ago at={last.at} />
        </p>
      )}
      <Thread comment={comment} byFile={byFile} />
      <FaultNotice error={turn.error} />
      <div className={css.row}>
        {place.blockId && placeOf && <Link to={placeOf(place.blockId)}>Go to the place</Link>}
        {open && onTake && replaces !== null && (
          <Button icon={Replace} busy={turn.isPending} onClick={take}>
            Take the suggestion
          </Button>
        )}
        <Button
          icon={open ? Check : RotateCcw}
          busy={turn.isPending}
          onClick={() => turn.mutate(open ? 'resolved' : 'reopened')}
          aria-label={`${open ? 'Done' : 'Open again'}: comment of ${comment.author}`}
        >
          {open ? 'Done' : 'Open again'}
        </Button>
        <Answer comment={comment} deeds={deeds} />
      </div>
    </li>
  );
}
