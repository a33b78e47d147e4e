import type { NewerCut } from '../../shared/contract/edits.ts';
import { isFault } from '../../shared/contract/faults.ts';
import type { EditList } from '../../shared/model/edit/list.ts';
import type { Rendition } from '../../shared/model/rendition.ts';
import { rememberList } from '../captions/shown-lists.ts';
import type { Studio } from '../studio.ts';
import { editSources } from './edit-sources.ts';
import { keyOf } from './key.ts';
import { lastFinished, originOf } from './origins.ts';
import { findRendition } from './renditions.ts';

/** What was finished from exactly this list; nothing where its takes are gone or not ready. */
export async function finishedFrom(studio: Studio, list: EditList): Promise<Rendition | null> {
  try {
    const rendition = await findRendition(studio, await keyOf(list, await editSources(studio, list)));
    if (rendition) await rememberList(studio.database, rendition.video, list);
    return rendition;
  } catch (error) {
    if (isFault(error)) return null;
    throw error;
  }
}

/** What the cut that a finished video comes from was finished to last, where that is another video and still there. */
export async function newerCut(studio: Studio, video: string): Promise<NewerCut | null> {
  const was = await originOf(studio, video);
  const last = was && (await lastFinished(studio, was.edit));
  if (!last || last.video === video) return null;
  const rendition = await finishedFrom(studio, last.list);
  return rendition && { rendition, was: was.list, is: last.list };
}
