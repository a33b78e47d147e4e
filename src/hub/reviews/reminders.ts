import { z } from 'zod';
import { isOpen } from '../../shared/model/review/comment.ts';
import { type Attention, authorReminder, type Reminder, reviewerReminder } from '../../shared/model/review/reminder.ts';
import { may } from '../accounts/roles.ts';
import { absolute, reviewPath } from '../addresses.ts';
import type { Hub, Person } from '../hub-env.ts';
import { commentsOn } from './comments/read.ts';
import { findForReview } from './find.ts';
import { reviewQueue, waitsForHer } from './queue.ts';

type Database = Pick<Hub, 'database'>;

/** How long someone wants to hear nothing of a module: a day, or for the rest of its round. */
export const Quiet = z.enum(['day', 'always']);
export type Quiet = z.infer<typeof Quiet>;

const day = 24 * 3_600_000;
const wholeRound = '9999-12-31T00:00:00.000Z';
const nothing: Attention = { lastAt: null, quietUntil: null };

async function attentionOf({ database }: Database, person: Pick<Person, 'id'>): Promise<Map<string, Attention>> {
  const rows = await database.selectFrom('reminders').where('person_id', '=', person.id).selectAll().execute();
  return new Map(rows.map((row) => [row.module_id, { lastAt: row.last_at, quietUntil: row.quiet_until }]));
}

async function attend({ database }: Database, person: Pick<Person, 'id'>, moduleId: string, change: Partial<Attention>): Promise<void> {
  const values = {
    ...(change.lastAt !== undefined && { last_at: change.lastAt }),
    ...(change.quietUntil !== undefined && { quiet_until: change.quietUntil }),
  };
  await database
    .insertInto('reminders')
    .values({ person_id: person.id, module_id: moduleId, last_at: null, quiet_until: null, ...values })
    .onConflict((conflict) => conflict.columns(['person_id', 'module_id']).doUpdateSet(values))
    .execute();
}

/** She has the module before her: the next reminder is a new one. */
export const sawModule = (hub: Database, person: Pick<Person, 'id'>, moduleId: string, now: string): Promise<void> =>
  attend(hub, person, moduleId, { lastAt: now });

/** No reminder of this module for a while. Refuses with NOT_FOUND for people who may not look at it. */
export async function keepQuiet(hub: Database, person: Person, moduleId: string, how: Quiet, now: string): Promise<void> {
  await findForReview(hub, person, moduleId);
  await attend(hub, person, moduleId, { quietUntil: how === 'day' ? new Date(Date.parse(now) + day).toISOString() : wholeRound });
}

/** Modules that came back to this person and have points that are open. */
async function backWith(hub: Database, person: Person): Promise<{ id: string; title: string; since: string }[]> {
  const rows = await hub.database
    .selectFrom('modules')
    .where('author_id', '=', person.id)
    .where('state', '=', 'changes-requested')
    .select(['id', 'title', 'updated_at as since'])
    .execute();
  const open = await Promise.all(rows.map(async ({ id }) => (await commentsOn(hub, id)).some(isOpen)));
  return rows.filter((_, index) => open[index]);
}

/** What this person is to be reminded of now, the first due first: what she reviews and is due, and what came back to her. */
export async function remindersFor(hub: Pick<Hub, 'database' | 'url'>, person: Person, now: string): Promise<Reminder[]> {
  const [attention, queue, back] = await Promise.all([
    attentionOf(hub, person),
    may(person, 'review') ? reviewQueue(hub, person) : [],
    backWith(hub, person),
  ]);
  const seen = (moduleId: string) => attention.get(moduleId) ?? nothing;
  const page = (moduleId: string) => absolute(hub, reviewPath(moduleId));
  const mine = queue.filter((draft) => draft.reviewer?.id === person.id && waitsForHer(draft));
  return [
    ...mine.flatMap(({ moduleId, title, dueOn }): Reminder[] => {
      const kind = reviewerReminder(dueOn, now, seen(moduleId));
      return kind ? [{ moduleId, title, kind, since: dueOn, page: page(moduleId) }] : [];
    }),
    ...back.flatMap(({ id, title, since }): Reminder[] => {
      const kind = authorReminder(since, now, seen(id));
      return kind ? [{ moduleId: id, title, kind, since, page: page(id) }] : [];
    }),
  ];
}
