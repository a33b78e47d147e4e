import { type ReactNode, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { ModuleDraft } from '../../../shared/model/module.ts';
import { Ago } from '../../ui/ago.tsx';
import { megabytes } from '../../ui/format.ts';
import { FaultNotice } from '../../ui/notice.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { ConnectHub } from '../connect/connect.tsx';
import { AnswerWithModule, useAnswering } from '../insight/answer-with-module.tsx';
import { AdviceList } from '../review/advice.tsx';
import { Comments } from '../review/comments.tsx';
import { useAuthorDeeds } from '../review/deeds.ts';
import { ByFile } from './by-file.tsx';
import { Go } from './go.tsx';
import css from './publish.module.css';
import { Reasons } from './reasons.tsx';
import { Receipts } from './receipts.tsx';
import { StateBadge } from './state-badge.tsx';
import { useStanding } from './use-standing.ts';
import { count, isSeen, openComments, stateWords } from './words.ts';

function Row({ name, children }: { name: string; children: ReactNode }) {
  // What was pressed often goes away with its step: what was taken back cannot be taken back once more.
  const row = useRef<HTMLElement>(null);
  useKeptFocus(row);
  return (
    <section className={css.part} aria-label={name} ref={row} tabIndex={-1}>
      <h2>{name}</h2>
      <div>{children}</div>
    </section>
  );
}

/** What was said; folded where nothing of it is to be done, and not folded away under the hand that ticks off the last of it. */
function Said({ comments, todo, children }: { comments: number; todo: number; children: ReactNode }) {
  const [wasOpen, setWasOpen] = useState(todo > 0);
  if (todo > 0 && !wasOpen) setWasOpen(true);
  if (wasOpen || comments === 0) return children;
  return (
    <details className={css.settled}>
      <summary>{comments === 1 ? 'One comment, and it is settled' : `${comments} comments, all of them settled`}</summary>
      {children}
    </details>
  );
}

/** One module on its way: what, where to, proof, go. */
export function OneModule({ draft }: { draft: ModuleDraft }) {
  const { check, review, connection, error, refresh } = useStanding(draft.id, draft.version);
  const asked = useAnswering(draft.id);
  const deeds = useAuthorDeeds(draft.id);
  const todo = review ? openComments(review) : 0;
  return (
    <div className={css.parts}>
      <Row name="What">
        <p className={css.title}>
          <Link to={`/write/${draft.id}`}>{draft.content.title || 'Without a title'}</Link>
        </p>
        <p className={css.faint}>
          Changed <Ago at={draft.updatedAt} />
          {check && check.files > 0 && ` · ${count(check.files, 'file', 'files')}, ${megabytes(check.bytes)}`}
        </p>
      </Row>
      <Row name="Where to">
        <ConnectHub />
      </Row>
      <Row name="Proof">
        <FaultNotice error={error} />
        {review && check && (
          <>
            <StateBadge {...stateWords(review, check.revision)} />
            <Reasons review={review} />
            {todo > 0 && <p>{count(todo, 'open comment', 'open comments')}</p>}
            {review.notAtHub > 0 && (
              <p className={css.faint}>
                {count(review.notAtHub, 'comment of a file is', 'comments of files are')} not at the hub yet. They are brought there as soon
                as it takes them.
              </p>
            )}
            <AdviceList advice={review.advice} revision={check.revision} />
            <Said comments={review.comments.length} todo={todo}>
              <Comments
                comments={review.comments}
                byFile={review.byFile}
                deeds={deeds}
                content={draft.content}
                placeOf={(block) => `/write/${draft.id}#${block}`}
              />
            </Said>
          </>
        )}
        <Receipts moduleId={draft.id} />
      </Row>
      <Row name="By file">
        <ByFile moduleId={draft.id} check={check} />
      </Row>
      <Row name="Go">
        {review && check && connection && (
          <Go moduleId={draft.id} version={draft.version} review={review} draft={check.revision} onChange={refresh} />
        )}
        {!connection && <p className={css.faint}>Connect to a hub first.</p>}
      </Row>
      {asked && (
        <Row name="Answers">
          <AnswerWithModule moduleId={draft.id} published={review !== null && isSeen(review)} />
        </Row>
      )}
    </div>
  );
}
