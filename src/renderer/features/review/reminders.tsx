import { type Reminder, reminderWords } from '../../../shared/model/review/reminder.ts';
import { Ago } from '../../ui/ago.tsx';
import { Button } from '../../ui/button.tsx';
import { KeptList } from '../../ui/kept-list.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import css from './reminders.module.css';
import { useAtHub } from './use-at-hub.ts';
import { dayWords } from './words.ts';

function When({ reminder: { kind, since } }: { reminder: Reminder }) {
  if (kind === 'points-wait')
    return (
      <>
        since <Ago at={since} />
      </>
    );
  return (
    <>
      {kind === 'overdue' ? 'since' : 'on'} {dayWords(since)}
    </>
  );
}

/** What the hub reminds of, for the start page. Nothing where there is nothing. */
export function Reminders() {
  const { atHub, busy, error, keepQuiet } = useAtHub();
  if (!atHub || atHub.reminders.length === 0) return null;
  return (
    <section aria-labelledby="reminders">
      <h2 id="reminders" className="visually-hidden">
        Reminders
      </h2>
      <FaultNotice error={error} />
      <KeptList className={css.reminders}>
        {atHub.reminders.map((reminder) => (
          <li key={reminder.moduleId}>
            <p>
              <b>{reminderWords[reminder.kind]}:</b>{' '}
              <a href={reminder.page} target="_blank" rel="noopener noreferrer">
                {reminder.title}
              </a>{' '}
              <span className={css.soft}>
                <When reminder={reminder} />
              </span>
            </p>
            <div className={css.deeds}>
              <Button busy={busy} onClick={() => keepQuiet(reminder.moduleId, 'day')}>
                Remind me tomorrow<span className="visually-hidden">: {reminder.title}</span>
              </Button>
              <Button variant="plain" busy={busy} onClick={() => keepQuiet(reminder.moduleId, 'always')}>
                Not again<span className="visually-hidden">: {reminder.title}</span>
              </Button>
            </div>
          </li>
        ))}
      </KeptList>
    </section>
  );
}
