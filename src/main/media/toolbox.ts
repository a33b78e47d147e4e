import { join } from 'node:path';
import { z } from 'zod';
import { readSetting } from '../settings/settings.ts';
import type { Studio } from '../studio.ts';
import { type Ffmpeg, locateFfmpeg } from './locate.ts';

export const ffmpegSetting = 'ffmpeg';

/** Finds ffmpeg when it is first needed, never at the start of the program; a failed search is made anew the next time. */
export function createToolbox(studio: Studio): () => Promise<Ffmpeg> {
  let found: Promise<Ffmpeg> | null = null;
  const search = async (): Promise<Ffmpeg> => {
    const chosen = await readSetting(studio, ffmpegSetting, z.string());
    const ffmpeg = await locateFfmpeg({ chosen: chosen ?? undefined, cacheFile: join(studio.paths.cache, 'ffmpeg.json') });
    studio.log.info({ path: ffmpeg.path, version: ffmpeg.version, origin: ffmpeg.origin }, 'ffmpeg was found');
    return ffmpeg;
  };
  return () => {
    found ??= search().catch((error: unknown) => {
      found = null;
      throw error;
    });
    return found;
  };
}
