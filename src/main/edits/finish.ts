import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { EditList } from '../../shared/model/edit/list.ts';
import { Id } from '../../shared/model/ids.ts';
import type { Rendition } from '../../shared/model/rendition.ts';
import { rememberList } from '../captions/shown-lists.ts';
import { requireSpace } from '../media/import-file.ts';
import type { Ffmpeg } from '../media/locate.ts';
import { quietFile } from '../media/pictures.ts';
import type { Sources } from '../media/plan/sources.ts';
import { render } from '../media/render.ts';
import type { Studio } from '../studio.ts';
import { touchRendition } from './cache.ts';
import { editSources } from './edit-sources.ts';
import { estimate, learnPace } from './estimate.ts';
import { keepWithinLimit, readGraphics } from './finishing.ts';
import { keyOf } from './key.ts';
import { noteOrigin } from './origins.ts';
import { findRendition, keepRendition } from './renditions.ts';

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
  const { bytes } = await estimate(studio, ffmpeg, edit, sources, watch.signal);
  await requireSpace(studio.paths.root, copiesOnDisk * bytes);
  const folder = join(studio.paths.cache, 'finishing', key);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  try {
    const started = performance.now();
    const how = {
      graphics: await readGraphics(studio),
      fileOf: pictureFile(studio),
      quietFile: (take: string) => quietFile(studio.paths, take),
    };
    const rendered = await render(ffmpeg, { edit, sources, folder, ...how, ...watch });
    const rendition = await keepRendition(studio, key, rendered, folder, watch.signal);
    const seconds = (performance.now() - started) / 1000;
    await learnPace(studio, rendition.method, seconds, rendition.duration);
    await rememberList(studio.database, rendition.video, edit);
    const { method, encoder, gaveUp, duration } = rendition;
    if (gaveUp) studio.log.warn({ key, gaveUp }, 'the graphics card failed, and the software took over');
    studio.log.info({ key, method, encoder, duration, seconds }, 'an edit was finished');
    await keepWithinLimit(studio);
    return rendition;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
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
