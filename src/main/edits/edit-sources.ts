import { join } from 'node:path';
import { Fault } from '../../shared/contract/faults.ts';
import type { EditList } from '../../shared/model/edit/list.ts';
import { takeFolder } from '../capture/folder.ts';
import { getTake } from '../capture/take-rows.ts';
import { type Source, sourceOf } from '../media/plan/sources.ts';
import type { Studio } from '../studio.ts';

/** A take as a source of clips. Refuses with NOT_FOUND, CONFLICT where it is not ready, MEDIA_NO_VIDEO where it has no picture. */
export async function takeSource({ database, paths }: Pick<Studio, 'database' | 'paths'>, id: string): Promise<Source> {
  const take = await getTake(database, id);
  if (take.state !== 'ready') throw new Fault('CONFLICT', { what: `${take.title} is not ready to be cut yet.` });
  const source = sourceOf(take.tracks, take.duration, (file) => join(takeFolder(paths, id), file));
  if (!source) throw new Fault('MEDIA_NO_VIDEO', { name: take.title });
  return { ...source, recorded: take.origin === 'recorded' };
}

/** The takes that an edit list names. */
export async function editSources(studio: Pick<Studio, 'database' | 'paths'>, edit: EditList): Promise<Record<string, Source>> {
  const names = [...new Set(edit.clips.map(({ source }) => source))];
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await takeSource(studio, name)] as const)));
}
