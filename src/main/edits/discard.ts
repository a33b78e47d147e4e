import { Fault } from '../../shared/contract/faults.ts';
import type { Take } from '../../shared/model/take.ts';
import { discardTake } from '../capture/bin.ts';
import type { Studio } from '../studio.ts';
import { getEdit, listEdits, type StoredEdit } from './edit-rows.ts';

/** Discards one of several cuts of a take; the take and the others stay. The last one goes with its take. */
export async function removeEdit({ database }: Pick<Studio, 'database'>, id: string): Promise<StoredEdit> {
  const edit = await getEdit(database, id);
  const others = (await listEdits(database)).filter((other) => other.takeId === edit.takeId && other.id !== id);
  if (others.length === 0) throw new Fault('EDIT_ONLY_ONE', {});
  await database.updateTable('edits').set({ removed_at: new Date().toISOString() }).where('id', '=', id).execute();
  return edit;
}

export async function restoreEdit({ database }: Pick<Studio, 'database'>, id: string): Promise<StoredEdit> {
  await database.updateTable('edits').set({ removed_at: null }).where('id', '=', id).execute();
  return getEdit(database, id);
}

/** Moves a take to the bin with its own cuts, unless the cut of another take shows some of it: that would be left without. */
export async function discardUnused(studio: Studio, id: string): Promise<Take> {
  const user = (await listEdits(studio.database)).find(
    ({ takeId, list }) => takeId !== id && list.clips.some(({ source }) => source === id),
  );
  if (user) throw new Fault('TAKE_IN_USE', { cut: user.title });
  return discardTake(studio, id);
}
