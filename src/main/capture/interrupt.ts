import type { Studio } from '../studio.ts';
import { discardTake } from './bin.ts';
import { recordedTracks, takeFolder } from './folder.ts';
import { updateTake } from './take-rows.ts';

/** A take whose page is gone waits to be salvaged; one of which not one byte came to the disk goes to the bin. */
export async function interruptTake(studio: Studio, id: string): Promise<void> {
  await updateTake(studio.database, id, { state: 'interrupted' });
  const tracks = await recordedTracks(takeFolder(studio.paths, id));
  if (tracks.length === 0) await discardTake(studio, id);
  studio.log.warn({ take: id, tracks: tracks.map(({ kind, bytes }) => ({ kind, bytes })) }, 'a take was interrupted');
}
