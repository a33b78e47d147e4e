import type { Kysely } from 'kysely';
import type { z } from 'zod';
import { isFault } from '../../shared/contract/faults.ts';
import type { Tables } from '../database/tables.ts';
import { isAway } from './faults.ts';

/** `heardAt` is null where the hub never said anything about it. */
export interface Heard<T> {
  value: T | null;
  heardAt: string | null;
}

/** What a hub said last about something, whenever that was; null where it never did, or in words of an older program. */
export async function lastHeard<T>(
  database: Kysely<Tables>,
  key: string,
  schema: z.ZodType<T>,
): Promise<{ value: T; heardAt: string } | null> {
  const row = await database.selectFrom('heard').selectAll().where('key', '=', key).executeTakeFirst();
  const last = row ? schema.safeParse(JSON.parse(row.value)) : null;
  return last?.success && row ? { value: last.data, heardAt: row.heard_at } : null;
}

/** Asks the hub and keeps the answer; where the hub does not answer, gives what was last heard and when. */
export async function hear<T>(database: Kysely<Tables>, key: string, schema: z.ZodType<T>, ask: () => Promise<T>): Promise<Heard<T>> {
  try {
    const value = await ask();
    const row = { value: JSON.stringify(value), heard_at: new Date().toISOString() };
    await database
      .insertInto('heard')
      .values({ key, ...row })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
      .execute();
    return { value, heardAt: row.heard_at };
  } catch (error) {
    if (isFault(error) && error.code === 'HUB_NOT_CONNECTED') return { value: null, heardAt: null };
    if (!isAway(error)) throw error;
    return (await lastHeard(database, key, schema)) ?? { value: null, heardAt: null };
  }
}
