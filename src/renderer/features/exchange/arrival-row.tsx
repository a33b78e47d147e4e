import { useNavigate } from 'react-router';
import type { Imported, ReviewArrived, Waiting } from '../../../shared/contract/exchange.ts';
import { freshWords } from '../../../shared/model/review/words.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { type Arrival, arrivals } from './arrivals.ts';
import { DroppedList } from './dropped-list.tsx';
import css from './exchange.module.css';
import { answer, leave } from './use-arrivals.ts';

const faceOf = (photo: string | null): string | null => (photo ? `/media/${photo}` : null);

function Question({ id, question, busy, error }: { id: string; question: Waiting; busy: boolean; error: unknown }) {
  const { author, title, same } = question;
  const mine = same
    ? 'The one here is exactly the same.'
    : 'The one here is different. Replacing it keeps how it is now among its revisions.';
  return (
    <>
      <div className={css.who}>
        <Avatar name={author.name} photo={null} />
        <p>
          <strong className={css.lesson}>{title || 'Without a title'}</strong>
          {author.name && ` by ${author.name}`} is here already. {mine}
        </p>
      </div>
      <FaultNotice error={error} />
      <div className={css.actions}>
        <Button variant="primary" busy={busy} onClick={() => void answer(id, question, 'copy')}>
          Take it as a copy
        </Button>
        <Button busy={busy} onClick={() => void answer(id, question, 'replace')}>
          Replace the one here
        </Button>
        <Button variant="plain" disabled={busy} onClick={() => leave(id, question)}>
          Leave it
        </Button>
      </div>
    </>
  );
}

function arrived(from: Imported['from'], whole: boolean): string {
  if (from === 'xliff') return whole ? 'has all that was in the translation.' : 'has its translation.';
  return whole ? 'is here, with all that was in the file.' : 'is here.';
}

function There({ report, onOpen }: { report: Imported; onOpen(): void }) {
  const navigate = useNavigate();
  const { title, author, dropped, module, from } = report;
  const open = async () => {
    onOpen();
    await navigate(from === 'xliff' ? `/write/${module}/languages` : `/write/${module}`);
  };
  return (
    <>
      <div className={css.who}>
        {author && <Avatar name={author.name} photo={faceOf(author.photo)} />}
        <p>
          <strong className={css.lesson}>{title || 'Without a title'}</strong>
          {author?.name && ` by ${author.name}`} {arrived(from, dropped.length === 0)}
        </p>
      </div>
      <DroppedList dropped={dropped} said="not taken" />
      <div className={css.actions}>
        <Button variant="primary" onClick={() => void open()}>
          {from === 'xliff' ? 'Open its languages' : 'Open the module'}
        </Button>
      </div>
    </>
  );
}

/** A file for a review: what was in it that was not known before, and the way to it. */
function ReviewThere({ review, onOpen }: { review: ReviewArrived['review']; onOpen(): void }) {
  const navigate = useNavigate();
  const { module, title, is, author, by, fresh, older } = review;
  const open = async () => {
    onOpen();
    await navigate(is === 'opened' ? `/reviews/${module}` : `/publish/${module}`);
  };
  const news = freshWords(fresh);
  return (
    <>
      <div className={css.who}>
        {author && <Avatar name={author.name} photo={faceOf(author.photo)} />}
        <p>
          <strong className={css.lesson}>{title || 'Without a title'}</strong>
          {author?.name && ` by ${author.name}`}{' '}
          {is === 'opened' ? 'is here to be reviewed.' : news ? `got ${news}.` : 'got nothing new: all of this file is here already.'}
        </p>
      </div>
      {is === 'opened' && news && <p className={css.facts}>With it: {news}.</p>}
      {older && <p className={css.facts}>The version in this file is older than the one that is here, which stays on screen.</p>}
      {is === 'back' && by.length > 0 && <p className={css.facts}>The file says who spoke: {by.join(', ')}. Nobody checked these names.</p>}
      <div className={css.actions}>
        <Button variant="primary" onClick={() => void open()}>
          {is === 'opened' ? 'Review it' : 'See what was said'}
        </Button>
      </div>
    </>
  );
}

/** A document on its way, the question it raises, what became of it, or why it was refused. */
export function ArrivalRow({ arrival, onOpen }: { arrival: Arrival; onOpen(): void }) {
  const { id, name, bytes, step } = arrival;
  const stop = () => arrivals.dismiss(id);
  switch (step.is) {
    case 'sending':
      return (
        <li className={css.arrival}>
          <Progress label={`Importing ${name}`} value={bytes > 0 ? step.sent / bytes : null} onCancel={stop} />
        </li>
      );
    case 'reading':
      return (
        <li className={css.arrival}>
          <Progress label={`Reading ${name}`} value={null} onCancel={stop} />
        </li>
      );
    case 'asking':
      return (
        <li className={css.arrival}>
          <Question id={id} question={step.question} busy={step.busy} error={step.error} />
        </li>
      );
    case 'there':
      return (
        <li className={css.arrival}>
          <There report={step.report} onOpen={onOpen} />
        </li>
      );
    case 'reviewed':
      return (
        <li className={css.arrival}>
          <ReviewThere review={step.review} onOpen={onOpen} />
        </li>
      );
    case 'refused':
      return (
        <li className={css.arrival}>
          <FaultNotice error={step.error} />
          <div className={css.actions}>
            <Button onClick={stop}>Close</Button>
          </div>
        </li>
      );
  }
}
