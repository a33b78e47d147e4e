import { randomUUID } from 'node:crypto';
import { Fault } from '../../shared/contract/faults.ts';
import type { Thank } from '../../shared/contract/relations.ts';
import type { Hub } from '../hub-env.ts';
import { colleagues } from '../people/colleagues.ts';
import { sender } from './asks.ts';

/** Thanks a module's author: one thank a person and module, whose note may be written anew. Refuses with NOT_FOUND or, for own work, INPUT_INVALID. */
export async function thank({ database }: Pick<Hub, 'database'>, fromId: string, moduleId: string, note: string): Promise<void> {
  const module = await database
    .selectFrom('modules')
    .where('id', '=', moduleId)
    .where('published_revision', 'is not', null)
    .select('author_id')
    .executeTakeFirst();
  if (!module) throw new Fault('NOT_FOUND', { what: 'module' });
  if (module.author_id === fromId) {
    throw new Fault('INPUT_INVALID', { issues: [{ path: '', message: 'This module is yours; thanks come from colleagues.' }] });
  }
  await database
    .insertInto('thanks')
    .values({
      id: randomUUID(),
      module_id: moduleId,
      author_id: module.author_id,
      from_id: fromId,
      note,
      created_at: new Date().toISOString(),
    })
    .onConflict((conflict) => conflict.columns(['module_id', 'from_id']).doUpdateSet({ note }))
    .execute();
}

export async function withdrawThank({ database }: Pick<Hub, 'database'>, fromId: string, moduleId: string): Promise<void> {
  await database.deleteFrom('thanks').where('module_id', '=', moduleId).where('from_id', '=', fromId).execute();
}

/** This person's thank for a module, or null. */
export async function ownThank(
  { database }: Pick<Hub, 'database'>,
  fromId: string,
  moduleId: string,
): Promise<{ note: string; createdAt: string } | null> {
  const row = await database
    .selectFrom('thanks')
    .where('module_id', '=', moduleId)
    .where('from_id', '=', fromId)
    .select(['note', 'created_at as createdAt'])
    .executeTakeFirst();
  return row ?? null;
}

/** Thanks this person received, newest first. */
export async function thanksFor(hub: Pick<Hub, 'database' | 'url'>, authorId: string): Promise<Thank[]> {
  const rows = await hub.database
    .selectFrom('thanks')
    .innerJoin('modules', 'modules.id', 'thanks.module_id')
    .where('thanks.author_id', '=', authorId)
    .selectAll('thanks')
    .select('modules.title')
    .orderBy('thanks.created_at', 'desc')
    .execute();
  const people = await colleagues(
    hub,
    rows.map((row) => row.from_id),
  );
  return rows.map((row) => ({
    id: row.id,
    moduleId: row.module_id,
    moduleTitle: row.title,
    from: sender(hub, people.get(row.from_id)),
    note: row.note,
    createdAt: row.created_at,
  }));
}

export async function thanksReceived({ database }: Pick<Hub, 'database'>, authorId: string): Promise<number> {
  const { count } = await database
    .selectFrom('thanks')
    .where('author_id', '=', authorId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
