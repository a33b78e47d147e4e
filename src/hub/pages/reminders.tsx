/** @jsxImportSource hono/jsx */
import { type Reminder, reminderWords } from '../../shared/model/review/reminder.ts';
import { reviewPath } from '../addresses.ts';
import type { Hub, Person } from '../hub-env.ts';
import { inEnglish, SpeechContext } from '../language/speech.ts';
import { remindersFor } from '../reviews/reminders.ts';
import { Ago, Day } from './time.tsx';

const When = ({ reminder: { kind, since } }: { reminder: Reminder }) =>
  kind === 'points-wait' ? (
    <>
      since <Ago at={since} />
    </>
  ) : (
    <>
      {kind === 'overdue' ? 'since' : 'on'} <Day on={since} />
    </>
  );

/** What someone is reminded of, each with the way to it and the way to hear no more of it; for those who vet, so in English. */
export const Reminders = ({ reminders }: { reminders: readonly Reminder[] }) =>
  reminders.length === 0 ? null : (
    <SpeechContext.Provider value={inEnglish}>
      <ul class="plain-list reminders" aria-label="Reminders" lang="en">
        {reminders.map((reminder) => (
          <li class="notice attention reminder">
            <p>
              <b>{reminderWords[reminder.kind]}:</b> <a href={reviewPath(reminder.moduleId)}>{reminder.title}</a>{' '}
              <span class="soft">
                <When reminder={reminder} />
              </span>
            </p>
            <form method="post" action={`${reviewPath(reminder.moduleId)}/quiet`} class="actions">
              <button type="submit" name="for" value="day" class="quiet">
                Remind me tomorrow<span class="read-out">: {reminder.title}</span>
              </button>
              <button type="submit" name="for" value="always" class="quiet">
                Not again<span class="read-out">: {reminder.title}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </SpeechContext.Provider>
  );

/** How many reminders there are, beside the place they lead to. Nothing where there are none. */
export const ReminderBadge = async ({ hub, person }: { hub: Pick<Hub, 'database' | 'url'>; person: Person }) => {
  const { length } = await remindersFor(hub, person, new Date().toISOString());
  return (
    <>
      {length > 0 && (
        <span class="badge">
          <span aria-hidden="true">{length}</span>
          <span class="read-out" lang="en">
            {length === 1 ? ', 1 reminder' : `, ${length} reminders`}
          </span>
        </span>
      )}
    </>
  );
};
