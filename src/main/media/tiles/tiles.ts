import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Take } from '../../../shared/model/take.ts';
import type { Page } from '../../../shared/model/tiles.ts';
import { takeFolder } from '../../capture/folder.ts';
import type { Studio } from '../../studio.ts';
import { runFfmpeg } from '../ffmpeg.ts';
import type { Ffmpeg } from '../locate.ts';
import { drawnFolder } from '../pictures.ts';
import { sourceOf } from '../plan/sources.ts';
import { createQueue } from '../queue.ts';
import { planThumbnails } from './thumbnail-page.ts';

/** More pages of one take than this are not kept; the ones that were asked for longest ago go first. */
const mostPages = 400;
/** Pages drawn at a time: the machine has other things to do. */
const atATime = 2;

/** Deletes the pages of a take that were asked for longest ago. */
async function prune(folder: string): Promise<void> {
  const names = await readdir(folder);
  if (names.length <= mostPages) return;
  const known = await Promise.all(
    names.map(async (name) => ({ name, used: (await stat(join(folder, name)).catch(() => null))?.mtimeMs ?? 0 })),
  );
  known.sort((a, b) => a.used - b.used);
  for (const { name } of known.slice(0, names.length - mostPages)) await rm(join(folder, name), { force: true });
}

/** Pages of thumbnails: drawn when asked for, kept in the cache, given up when nobody waits any more. */
export function createThumbnails(studio: Studio, ffmpeg: () => Promise<Ffmpeg>) {
  const enqueue = createQueue(atATime);

  /** The file of a page; null where the take has no picture there. Throws the signal's reason where the wish was withdrawn. */
  return async (take: Take, page: Page, signal: AbortSignal): Promise<string | null> => {
    const folder = join(drawnFolder(studio.paths, take.id), 'thumbnails');
    const target = join(folder, `${page.level}-${page.page}.jpg`);
    const now = new Date();
    const known = await utimes(target, now, now).then(
      () => true,
      () => false,
    );
    if (known) return target;
    const source = sourceOf(take.tracks, take.duration, (file) => join(takeFolder(studio.paths, take.id), file));
    const part = `${target}.${crypto.randomUUID()}.part`;
    const work = source && planThumbnails(source.picture, take.duration, page, part);
    if (!work) return null;
    return enqueue(signal, async () => {
      await mkdir(folder, { recursive: true });
      try {
        await runFfmpeg(await ffmpeg(), work, { signal });
        await rename(part, target);
      } finally {
        await rm(part, { force: true });
      }
      await prune(folder);
      return target;
    });
  };
}
