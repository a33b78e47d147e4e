import { createHash } from 'node:crypto';
import { Fault } from '../../shared/contract/faults.ts';
import type { Hub } from '../hub-env.ts';

export interface Limit {
  max: number;
  /** Length of the window, from its first try on. */
  seconds: number;
}

/**
 * Counts a try and refuses with TOO_MANY_TRIES once there were `max` in the window. Counted in the database, so that it
 * holds over restarts and processes; what was tried is kept as a hash.
 */
export async function countTry({ database }: Pick<Hub, 'database'>, what: string, { max, seconds }: Limit): Promise<void> {
  const key = createHash('sha256').update(what).digest('hex');
  const now = new Date();
  const resetsAt = new Date(now.getTime() + seconds * 1000).toISOString();
  await database.deleteFrom('attempts').where('resets_at', '<=', now.toISOString()).execute();
  const row = await database
    .insertInto('attempts')
    .values({ key, count: 1, resets_at: resetsAt })
    .onConflict((conflict) => conflict.column('key').doUpdateSet((eb) => ({ count: eb('attempts.count', '+', 1) })))
    .returningAll()
    .executeTakeFirstOrThrow();
  if (row.count > max) {
    throw new Fault('TOO_MANY_TRIES', { seconds: Math.max(1, Math.ceil((Date.parse(row.resets_at) - now.getTime()) / 1000)) });
  }
}

/** Forgets the tries after one that succeeded. */
export async function forgetTries({ database }: Pick<Hub, 'database'>, what: string): Promise<void> {
  await database.deleteFrom('attempts').where('key', '=', createHash('sha256').update(what).digest('hex')).execute();
}
