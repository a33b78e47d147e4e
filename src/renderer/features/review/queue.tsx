import { Hand } from 'lucide-react';
import type { AtHub } from '../../../shared/contract/reviewing.ts';
import { approverName } from '../../../shared/model/review/policy.ts';
import { Ago } from '../../ui/ago.tsx';
import { Button } from '../../ui/button.tsx';
import { KeptList } from '../../ui/kept-list.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import css from './review.module.css';
import { useAtHub } from './use-at-hub.ts';
import { dayWords } from './words.ts';

type Waiting = AtHub['queue'][number];

const onIt = ({ approvedByMe, needed, reviewer }: Waiting, me: string | null): string => {
  if (approvedByMe && needed.length === 0)
    return 'You approved it, and nobody else is needed any more. Look at what is open and complete it.';
  if (approvedByMe) return `You approved it. It waits for ${[...new Set(needed.map(approverName))].join(' and ')}.`;
  if (!reviewer) return 'Nobody is on it';
  return reviewer.id === me ? 'You are on it' : `${reviewer.name} is on it`;
};

/** What waits at the hub, for a reviewer who sits in her studio: she says that she is on it, and looks at it there. */
export function Queue() {
  const { atHub, busy, error, take, putBack } = useAtHub();
  if (!atHub || (atHub.queue.length === 0 && error === null)) return null;
  return (
    <section className={css.queue} aria-labelledby="queue">
      <h2 id="queue">Waiting at the hub</h2>
      <FaultNotice error={error} />
      <KeptList className={css.cards}>
        {atHub.queue.map((draft) => (
          <li key={draft.moduleId} className={css.card}>
            <span />
            <div>
              <p className={css.author}>{draft.author}</p>
              <h3>
                <a href={draft.page} target="_blank" rel="noopener noreferrer">
                  {draft.title}
                </a>
              </h3>
              <p className={css.facts}>
                <span>Round {draft.round}</span>
                <span>
                  handed in <Ago at={draft.waitingSince} />
                </span>
                <span className={draft.overdue ? css.overdue : undefined}>
                  {draft.overdue ? 'overdue since' : 'due'} {dayWords(draft.dueOn)}
                </span>
                <span>{onIt(draft, atHub.me)}</span>
              </p>
            </div>
            {draft.reviewer?.id === atHub.me ? (
              <Button variant="plain" busy={busy} onClick={() => putBack(draft.moduleId)}>
                Put it back<span className="visually-hidden">: {draft.title}</span>
              </Button>
            ) : (
              !draft.approvedByMe && (
                <Button icon={Hand} busy={busy} onClick={() => take(draft.moduleId, draft.reviewer?.id ?? null)}>
                  {draft.reviewer ? 'Take it over' : 'Take it'}
                  <span className="visually-hidden">: {draft.title}</span>
                </Button>
              )
            )}
          </li>
        ))}
      </KeptList>
    </section>
  );
}
