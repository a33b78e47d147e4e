import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { EditList, withoutSizes } from '../../shared/model/edit/list.ts';
import { Id } from '../../shared/model/ids.ts';
import type { Rendition } from '../../shared/model/rendition.ts';
import { smallerSizes } from '../../shared/model/video-sizes.ts';
import { rememberList } from '../captions/shown-lists.ts';
import { weighted } from '../media/ffmpeg-output.ts';
import { requireSpace } from '../media/import-file.ts';
import type { Ffmpeg } from '../media/locate.ts';
import { quietFile } from '../media/pictures.ts';
import type { Sources } from '../media/plan/sources.ts';
import { render } from '../media/render.ts';
import { shrink } from '../media/shrink.ts';
import type { Studio } from '../studio.ts';
import { touchRendition } from './cache.ts';
import { editSources } from './edit-sources.ts';
import { estimate, estimateSmaller, learnPace } from './estimate.ts';
import { keepWithinLimit, readGraphics } from './finishing.ts';
import { keyOf } from './key.ts';
import { noteOrigin } from './origins.ts';
import { findRendition, keepRendition, keepSmaller } from './renditions.ts';

/** A finish works on the list as it was when it was asked for, whatever is saved in the meantime. */
export const FinishInput = z.object({ edit: Id, list: EditList });

export interface FinishWatch {
  signal?: AbortSignal | undefined;
  progress?: (value: number) => void;
}

/** A file is written, and once more while its index is moved to the front. */
const copiesOnDisk = 2;

/** Where a picture that a card shows lies; null where it is gone. */
const pictureFile =
  ({ media }: Studio) =>
  (hash: string): string | null =>
    media.has(hash) ? media.path(hash) : null;

interface Asked {
  key: string;
  edit: EditList;
  sources: Sources;
}

/** Works in a folder of its own, of which nothing is left behind. */
async function inFolder<T>({ paths }: Studio, key: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = join(paths.cache, 'finishing', key);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const secondsSince = (started: number): number => (performance.now() - started) / 1000;

/** The video by itself. */
async function finishWhole(studio: Studio, ffmpeg: Ffmpeg, { key, edit, sources }: Asked, watch: FinishWatch): Promise<Rendition> {
  const { bytes } = await estimate(studio, ffmpeg, edit, sources, watch.signal);
  await requireSpace(studio.paths.root, copiesOnDisk * bytes);
  return inFolder(studio, key, async (folder) => {
    const started = performance.now();
    const how = {
      graphics: await readGraphics(studio),
      fileOf: pictureFile(studio),
      quietFile: (take: string) => quietFile(studio.paths, take),
    };
    const rendered = await render(ffmpeg, { edit, sources, folder, ...how, ...watch });
    const rendition = await keepRendition(studio, key, rendered, folder, watch.signal);
    const seconds = secondsSince(started);
    await learnPace(studio, rendition.method, seconds, rendition.duration);
    const { method, encoder, gaveUp, duration } = rendition;
    if (gaveUp) studio.log.warn({ key, gaveUp }, 'the graphics card failed, and the software took over');
    studio.log.info({ key, method, encoder, duration, seconds }, 'an edit was finished');
    return rendition;
  });
}

/** By their usual share of the time: the video, its smaller sizes. */
const shares = [3, 2];

/**
 * The video, and its smaller sizes made of it. It is the same file with them and without: what was finished, sent or
 * spoken of stays, whenever they are asked for. Cancelled between the two, the video is there.
 */
async function finishInSizes(
  studio: Studio,
  ffmpeg: Ffmpeg,
  { key, edit, sources }: Asked,
  { signal, progress }: FinishWatch,
): Promise<Rendition> {
  const report = weighted(shares, progress ?? (() => undefined));
  const whole = await finish(studio, ffmpeg, withoutSizes(edit), sources, { signal, progress: (value) => report(0, value) });
  report(0, 1);
  const smaller = smallerSizes(whole, edit.sizes ?? []);
  const { bytes } = await estimateSmaller(studio, smaller, whole.duration);
  await requireSpace(studio.paths.root, copiesOnDisk * bytes);
  return inFolder(studio, key, async (folder) => {
    const started = performance.now();
    const { video, duration } = whole;
    const onTime = (time: number) => report(1, time / duration);
    await shrink(ffmpeg, { path: studio.media.path(video), duration }, smaller, folder, { signal, onTime });
    const rendition = await keepSmaller(studio, key, whole, smaller, folder, signal);
    const seconds = secondsSince(started);
    await learnPace(studio, 'smaller', seconds, duration);
    studio.log.info({ key, sizes: smaller.map(({ name }) => name), duration, seconds }, 'smaller sizes were finished');
    return rendition;
  });
}

/** The rendition of an edit list: what was rendered before, else rendered now into the workspace. */
export async function finish(
  studio: Studio,
  ffmpeg: Ffmpeg,
  edit: EditList,
  sources: Sources,
  watch: FinishWatch = {},
): Promise<Rendition> {
  const key = await keyOf(edit, sources);
  const known = await findRendition(studio, key);
  if (known) {
    await touchRendition(studio, known);
    await rememberList(studio.database, known.video, edit);
    return known;
  }
  // Of a picture that is no larger than they, sizes change nothing.
  const inSizes = key !== (await keyOf(withoutSizes(edit), sources));
  const rendition = await (inSizes ? finishInSizes : finishWhole)(studio, ffmpeg, { key, edit, sources }, watch);
  await rememberList(studio.database, rendition.video, edit);
  await keepWithinLimit(studio);
  return rendition;
}

/** The job behind "Finish". Run again after a crash it begins anew, or finds its rendition made. */
export function registerFinish(studio: Studio, ffmpeg: () => Promise<Ffmpeg>): void {
  studio.jobs.register('finish', {
    resumable: true,
    async run(input, { signal, progress }) {
      const { edit, list } = FinishInput.parse(input);
      const rendition = await finish(studio, await ffmpeg(), list, await editSources(studio, list), { signal, progress });
      await noteOrigin(studio, edit, list, rendition);
    },
  });
}
