import { mkdir, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Fault } from '../../shared/contract/faults.ts';
import type { Take } from '../../shared/model/take.ts';
import type { Studio } from '../studio.ts';
import { discardedFolder, takeFolder } from './folder.ts';
import { getTake } from './take-rows.ts';

async function move(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  try {
    await rename(from, to);
  } catch (error) {
    // Already moved by a call that broke off before the row was written, or an imported take without a folder.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}

/** Moves a take to the workspace's bin. Nothing is deleted. */
export async function discardTake({ database, paths }: Studio, id: string): Promise<Take> {
  const take = await getTake(database, id);
  if (take.state === 'recording' || take.state === 'preparing')
    throw new Fault('CONFLICT', { what: 'This take is still being written. Wait until it is ready.' });
  await move(takeFolder(paths, id), discardedFolder(paths, id));
  await database.updateTable('takes').set({ discarded_at: new Date().toISOString() }).where('id', '=', id).execute();
  return take;
}

export async function restoreTake({ database, paths }: Studio, id: string): Promise<Take> {
  const take = await getTake(database, id);
  await move(discardedFolder(paths, id), takeFolder(paths, id));
  await database.updateTable('takes').set({ discarded_at: null }).where('id', '=', id).execute();
  return take;
}
