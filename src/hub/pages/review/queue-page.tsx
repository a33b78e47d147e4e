/** @jsxImportSource hono/jsx */
import { Hand, UserRoundCheck } from 'lucide';
import { approverName } from '../../../shared/model/review/policy.ts';
import { queuePath, reviewPath } from '../../addresses.ts';
import type { Colleague } from '../../people/colleagues.ts';
import type { WaitingDraft } from '../../reviews/queue.ts';
import { Byline } from '../face.tsx';
import { Icon } from '../icon.tsx';
import { Ago, Day } from '../time.tsx';

export interface WaitingRow extends WaitingDraft {
  who: Colleague;
}

/** Whose drafts are listed. */
export type QueueFilter = 'all' | 'mine' | 'free';

const filters: [QueueFilter, string][] = [
  ['all', 'All'],
  ['mine', 'On me'],
  ['free', 'Nobody on it'],
];

const Filters = ({ shown }: { shown: QueueFilter }) => (
  <nav aria-label="Which modules" class="filters">
    {filters.map(([filter, name]) => (
      <a href={filter === 'all' ? queuePath : `${queuePath}?show=${filter}`} aria-current={filter === shown ? 'page' : undefined}>
        {name}
      </a>
    ))}
  </nav>
);

const empty: Record<QueueFilter, string> = {
  all: 'Nothing waits for you. When a colleague hands in a module, it appears here. You comment beside what it is about, and return or approve it.',
  mine: 'You are on nothing. Take a module that waits.',
  free: 'Someone is on everything that waits.',
};

const OnIt = ({ draft, me }: { draft: WaitingRow; me: string }) => {
  if (draft.approvedByMe && draft.needed.length === 0)
    return <span>You approved it, and nobody else is needed any more. Look at what is open and complete it.</span>;
  if (draft.approvedByMe) return <span>You approved it. It waits for {[...new Set(draft.needed.map(approverName))].join(' and ')}.</span>;
  if (!draft.reviewer) return <span>Nobody is on it</span>;
  return (
    <span>
      <Icon node={UserRoundCheck} /> {draft.reviewer.id === me ? 'You are on it' : `${draft.reviewer.name} is on it`}
    </span>
  );
};

const Row = ({ draft, me }: { draft: WaitingRow; me: string }) => (
  <li class="row">
    <Byline person={draft.who} />
    <div>
      <h2>{draft.title}</h2>
      <p class="row-facts">
        <span>Round {draft.round}</span>
        <span>
          handed in <Ago at={draft.waitingSince} />
        </span>
        <span class={draft.overdue ? 'overdue' : undefined}>
          {draft.overdue ? 'Overdue since' : 'Due'} <Day on={draft.dueOn} />
        </span>
        <OnIt draft={draft} me={me} />
      </p>
    </div>
    <div class="actions">
      {!draft.reviewer && !draft.approvedByMe && (
        <form method="post" action={`${reviewPath(draft.moduleId)}/take`}>
          <input type="hidden" name="from" value="" />
          <button type="submit" class="quiet">
            <Icon node={Hand} /> Take it<span class="read-out">: {draft.title}</span>
          </button>
        </form>
      )}
      <a class="button" href={reviewPath(draft.moduleId)}>
        Look at it<span class="read-out">: {draft.title}</span>
      </a>
    </div>
  </li>
);

interface QueueProps {
  drafts: WaitingRow[];
  shown: QueueFilter;
  /** Who looks. */
  me: string;
  /** How many there are without the filter. */
  total: number;
}

export const QueuePage = ({ drafts, shown, me, total }: QueueProps) => {
  const late = drafts.filter(({ overdue }) => overdue).length;
  return (
    <>
      <div class="page-head">
        <h1>Review</h1>
        {total > 0 && (
          <p class="soft">
            {total === 1 ? '1 module waits' : `${total} modules wait`} for a second pair of eyes.
            {late > 0 && <b class="overdue"> {late === 1 ? '1 is overdue.' : `${late} are overdue.`}</b>}
          </p>
        )}
        {total > 0 && <Filters shown={shown} />}
      </div>
      {drafts.length === 0 ? (
        <p class="notice">{empty[total === 0 ? 'all' : shown]}</p>
      ) : (
        <ul class="rows">
          {drafts.map((draft) => (
            <Row draft={draft} me={me} />
          ))}
        </ul>
      )}
    </>
  );
};
