import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * All of it or nothing. Within a transaction that is open already it is part of that one. Whatever `work` asks of the database goes
 * by the connection that it is given: any other waits for this one to end.
 */
export const together = <T>(database: Kysely<Tables>, work: (database: Kysely<Tables>) => Promise<T>): Promise<T> =>
  database.isTransaction ? work(database) : database.transaction().execute(work);
