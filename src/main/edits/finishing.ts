import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isFault } from '../../shared/contract/faults.ts';
import { CacheLimit, type Finishing, Graphics } from '../../shared/contract/finishing.ts';
import { api } from '../api/implement.ts';
import { graphicsEncoder } from '../media/encoders.ts';
import { arrivingFolder } from '../media/import-file.ts';
import type { Media } from '../media/media.ts';
import { readSetting, writeSetting } from '../settings/settings.ts';
import type { Studio } from '../studio.ts';
import { cacheState, trimCache } from './cache.ts';

const graphicsSetting = 'graphics';
const limitSetting = 'finished-videos-limit';
const usualLimit = 20e9;

export const readGraphics = async (studio: Studio): Promise<Graphics> => (await readSetting(studio, graphicsSetting, Graphics)) ?? 'auto';
const readLimit = async (studio: Studio): Promise<number> => (await readSetting(studio, limitSetting, CacheLimit)) ?? usualLimit;

/** Lets go of what was finished long ago where it takes more room than it may. A failure is noted and harms nothing. */
export async function keepWithinLimit(studio: Studio): Promise<void> {
  try {
    const bytes = await trimCache(studio, await readLimit(studio));
    if (bytes > 0) studio.log.info({ bytes }, 'finished videos that nothing uses made room');
  } catch (error) {
    studio.log.error({ err: error }, 'finished videos could not make room');
  }
}

/** At the start nothing is being made and nothing arrives: what lies in these folders was left by a crash, and its tasks begin anew. */
export async function clearUnfinished({ paths, media }: Pick<Studio, 'paths' | 'media'>): Promise<void> {
  for (const folder of [join(paths.cache, 'finishing'), join(paths.cache, 'captions'), arrivingFolder(paths), media.incoming])
    await rm(folder, { recursive: true, force: true });
}

/** The finishing contract. */
export function finishingApi(studio: Studio, { ffmpeg }: Media) {
  const card = async (): Promise<string | null> => {
    try {
      return (await graphicsEncoder(await ffmpeg()))?.name ?? null;
    } catch (error) {
      if (isFault(error) && error.code === 'FFMPEG_MISSING') return null;
      throw error;
    }
  };
  const shown = async (): Promise<Finishing> => ({
    graphics: await readGraphics(studio),
    card: await card(),
    cache: { ...(await cacheState(studio)), limit: await readLimit(studio) },
  });
  return {
    get: api.finishing.get.handler(shown),
    change: api.finishing.change.handler(async ({ input: { graphics, limit } }) => {
      if (graphics) await writeSetting(studio, graphicsSetting, graphics);
      if (limit !== undefined) {
        await writeSetting(studio, limitSetting, limit);
        await keepWithinLimit(studio);
      }
      return shown();
    }),
    clear: api.finishing.clear.handler(async () => {
      // Whoever presses this means all of it; what a page has open is finished again when it is asked for.
      await trimCache(studio, 0, 0);
      return shown();
    }),
  };
}
