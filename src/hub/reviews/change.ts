import { Fault } from '../../shared/contract/faults.ts';
import type { Hub } from '../hub-env.ts';
import type { ModuleRow } from './find.ts';

/**
 * Changes a module only if nobody did since it was read: two reviewers who act at once, or an author who hands in
 * while a reviewer approves, never undo each other. Refuses with CONFLICT.
 */
export async function changeModule(
  { database }: Pick<Hub, 'database'>,
  seen: ModuleRow,
  change: Partial<Omit<ModuleRow, 'id' | 'author_id' | 'created_at'>>,
): Promise<ModuleRow> {
  const updated_at = new Date(Math.max(Date.now(), Date.parse(seen.updated_at) + 1)).toISOString();
  const { numUpdatedRows } = await database
    .updateTable('modules')
    .set({ ...change, updated_at })
    .where('id', '=', seen.id)
    .where('state', '=', seen.state)
    .where('revision', '=', seen.revision)
    .where('updated_at', '=', seen.updated_at)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Fault('CONFLICT', { what: 'Someone else has just changed this module.' });
  return { ...seen, ...change, updated_at };
}
