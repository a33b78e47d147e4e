import { Fault } from '../../shared/contract/faults.ts';
import { moduleKinds } from '../../shared/model/review/policy.ts';
import { assertMay } from '../accounts/roles.ts';
import type { HubTables } from '../database/tables.ts';
import type { Hub, Person } from '../hub-env.ts';
import { findModule, type ModuleRow } from './find.ts';
import type { LoggedDeed } from './log/chain.ts';
import { writeDown, writing } from './log/log.ts';
import { policyOf, reviewers } from './policy/policy.ts';

type Database = Pick<Hub, 'database'>;
type DeskChange = Partial<Omit<HubTables['review_desks'], 'module_id'>>;

async function setDesk({ database }: Database, moduleId: string, change: DeskChange): Promise<void> {
  await database
    .insertInto('review_desks')
    .values({ module_id: moduleId, reviewer_id: null, since: null, due_on: null, kind: null, ...change })
    .onConflict((conflict) => conflict.column('module_id').doUpdateSet(change))
    .execute();
}

/** A module in review that this person could look at. */
async function waiting(hub: Database, person: Person, moduleId: string): Promise<ModuleRow> {
  assertMay(person, 'review');
  const row = await findModule(hub, moduleId);
  if (row.author_id === person.id) throw new Fault('OWN_WORK', {});
  if (row.state !== 'in-review') throw new Fault('NOT_IN_REVIEW', { state: row.state });
  return row;
}

type Change = (row: ModuleRow, database: Hub['database']) => Promise<{ change: DeskChange; detail: Record<string, unknown> }>;

async function change(hub: Database, person: Person, moduleId: string, what: LoggedDeed, how: Change): Promise<void> {
  await writing(hub, async (database) => {
    const row = await waiting({ database }, person, moduleId);
    const { change: changed, detail } = await how(row, database);
    await setDesk({ database }, moduleId, changed);
    await writeDown({ database }, { what, who: person, moduleId, revision: row.revision, detail });
  });
}

/** Who is on it. Someone who left, or reviews no more, is on nothing: what lay on her desk is everyone's again. */
export async function reviewerOn({ database }: Database, moduleId: string): Promise<{ id: string; name: string } | null> {
  const [row, able] = await Promise.all([
    database.selectFrom('review_desks').where('module_id', '=', moduleId).select('reviewer_id').executeTakeFirst(),
    reviewers({ database }),
  ]);
  const found = able.find(({ id }) => id === row?.reviewer_id);
  return found ? { id: found.id, name: found.name } : null;
}

/** Refuses with CONFLICT where another one is on it than a screen said, or nobody any more; `orMe` is welcome there too. */
async function assertOnIt(
  hub: Database,
  moduleId: string,
  from: string | null,
  orMe?: string,
): Promise<{ name: string; id: string } | null> {
  const now = await reviewerOn(hub, moduleId);
  const id = now?.id ?? null;
  if (id !== from && (id === null || id !== orMe))
    throw new Fault('CONFLICT', { what: now ? `${now.name} has just taken it.` : 'It was put back meanwhile.' });
  return now;
}

/**
 * She is on it from now on. `from` is who was on it on her screen: taking over from someone who never had it is
 * refused, so that of two who take at once one does.
 */
export const take = (hub: Database, person: Person, moduleId: string, from: string | null): Promise<void> =>
  change(hub, person, moduleId, 'taken', async (_, database) => {
    const now = await assertOnIt({ database }, moduleId, from, person.id);
    return {
      change: { reviewer_id: person.id, since: new Date().toISOString() },
      detail: now && now.id !== person.id ? { overFrom: now.name } : {},
    };
  });

/** Nobody is on it any more. Refused where someone else is on it by now than `from`, who was on her screen. */
export const putBack = (hub: Database, person: Person, moduleId: string, from: string | null): Promise<void> =>
  change(hub, person, moduleId, 'put-back', async (_, database) => {
    await assertOnIt({ database }, moduleId, from);
    return { change: { reviewer_id: null, since: null }, detail: {} };
  });

/** Someone else is on it from now on: another reviewer, never its author. `from` is who was on it on her screen. */
export const handOver = (
  hub: Database,
  person: Person,
  moduleId: string,
  { from, to }: { from: string | null; to: string },
): Promise<void> =>
  change(hub, person, moduleId, 'handed-over', async (row, database) => {
    await assertOnIt({ database }, moduleId, from);
    const next = (await reviewers({ database })).find(({ id }) => id === to);
    if (!next || next.id === row.author_id) throw new Fault('NOT_FOUND', { what: 'reviewer' });
    return { change: { reviewer_id: next.id, since: new Date().toISOString() }, detail: { to: { id: next.id, name: next.name } } };
  });

/** By which day it should be looked at; null for the policy's. */
export const setDue = (hub: Database, person: Person, moduleId: string, dueOn: string | null): Promise<void> =>
  change(hub, person, moduleId, 'due-date', async () => ({ change: { due_on: dueOn }, detail: { dueOn } }));

/** The day set by hand; null where the policy's counts. */
export async function dueByHand({ database }: Database, moduleId: string): Promise<string | null> {
  const row = await database.selectFrom('review_desks').where('module_id', '=', moduleId).select('due_on').executeTakeFirst();
  return row?.due_on ?? null;
}

export async function kindOfModule({ database }: Database, moduleId: string): Promise<string | null> {
  const row = await database.selectFrom('review_desks').where('module_id', '=', moduleId).select('kind').executeTakeFirst();
  return row?.kind ?? null;
}

/** What kind of module it is, which says what its checklist is. */
export const setKindOfModule = (hub: Database, person: Person, moduleId: string, kind: string | null): Promise<void> =>
  change(hub, person, moduleId, 'kind', async (_, database) => {
    if (kind !== null && !moduleKinds(await policyOf({ database })).includes(kind))
      throw new Fault('NOT_FOUND', { what: 'kind of module' });
    return { change: { kind }, detail: { kind } };
  });

/** A new round begins: the day set by hand, and who wanted no reminders, were of the one before. Who is on it stays on it. */
export async function beginRound(hub: Database, moduleId: string): Promise<void> {
  await setDesk(hub, moduleId, { due_on: null });
  await hub.database.deleteFrom('reminders').where('module_id', '=', moduleId).execute();
}
