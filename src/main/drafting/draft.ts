import { v4 } from 'uuid';
import type { Edit } from '../../shared/contract/edits.ts';
import { Fault } from '../../shared/contract/faults.ts';
import { maxSteps } from '../../shared/model/blocks/steps.ts';
import { lessonFrom, type ShownPart } from '../../shared/model/drafting/lesson.ts';
import { momentOf, partsOf } from '../../shared/model/drafting/parts.ts';
import type { ModuleContent } from '../../shared/model/module.ts';
import { editCaptions, textOfList } from '../captions/video-text.ts';
import { getTake } from '../capture/take-rows.ts';
import type { Media } from '../media/media.ts';
import { contentAround, videoOf } from '../modules/first-content.ts';
import type { Shelf } from '../modules/shelf.ts';
import type { Studio } from '../studio.ts';
import { takeStill } from './stills.ts';

/** So far before its end a video still has a picture, in seconds. */
const beforeEnd = 0.2;

/**
 * A lesson drafted around a finished cut from what was marked, named, said and seen in it. Needs no network.
 * Refuses with EDIT_UNFINISHED where no video of exactly this cut is there, and with CANCELLED once whoever asked has given it up
 * or the studio closes.
 */
export async function draftLesson(
  studio: Studio,
  { ffmpeg, shelf }: Pick<Media, 'ffmpeg'> & { shelf: Shelf },
  edit: Edit,
  asked?: AbortSignal,
): Promise<ModuleContent> {
  const { list, rendition } = edit;
  if (!rendition) throw new Fault('EDIT_UNFINISHED', {});
  const sources = [...new Set(list.clips.map(({ source }) => source))];
  const takes = await Promise.all(sources.map((source) => getTake(studio.database, source)));
  const marks = Object.fromEntries(takes.map(({ id, marks: set }) => [id, set]));
  const [captions, text, found] = await Promise.all([editCaptions(studio, list), textOfList(studio, list), ffmpeg()]);
  const parts = partsOf(list, marks, captions?.cues ?? [], rendition.duration, maxSteps);
  const signal = AbortSignal.any([studio.closing, ...(asked ? [asked] : [])]);
  const steps: ShownPart[] = [];
  try {
    // One after the other: each reads the same video, and whoever works at this computer comes first.
    for (const part of parts.steps) {
      const moment = Math.max(0, Math.min(momentOf(part), rendition.duration - beforeEnd));
      steps.push({ ...part, moment, still: await takeStill(studio, shelf, found, { ...rendition, at: moment }, { signal }) });
    }
    signal.throwIfAborted();
  } catch (error) {
    // The reason is that of the connection, and says nothing to a person.
    throw signal.aborted ? new Fault('CANCELLED', {}, { cause: error }) : error;
  }
  const video = videoOf(edit, rendition, text);
  return contentAround(edit, text, [video, ...lessonFrom({ before: parts.before, steps }, video.attrs.id, v4)]);
}
