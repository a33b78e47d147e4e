import { stat } from 'node:fs/promises';
import { z } from 'zod';
import type { EditList } from '../../shared/model/edit/list.ts';
import { editDuration } from '../../shared/model/edit/time.ts';
import { planCopy } from '../media/copy/copy.ts';
import type { Ffmpeg } from '../media/locate.ts';
import type { Sources } from '../media/plan/sources.ts';
import { timeline } from '../media/plan/timeline.ts';
import { readSetting, writeSetting } from '../settings/settings.ts';
import type { Studio } from '../studio.ts';

export interface Estimate {
  method: 'copied' | 'encoded';
  /** How long it will take. */
  seconds: number;
  /** How long what comes out will be. */
  duration: number;
  bytes: number;
}

/** Seconds of work for a second of result, as this machine last needed them. */
const Pace = z.object({ copied: z.number().positive(), encoded: z.number().positive() });
type Pace = z.infer<typeof Pace>;
const paceSetting = 'finish-pace';
const usualPace: Pace = { copied: 0.04, encoded: 0.5 };

/** Whatever the length: starting ffmpeg a few times. */
const overhead = 1;

/** Bytes a second of an encoded rendition, picture and sound: screens are mostly still. */
const encodedRate = 200_000;
const soundRate = 16_000;

const readPace = async (studio: Studio): Promise<Pace> => (await readSetting(studio, paceSetting, Pace)) ?? usualPace;

/** Remembers how fast this machine was, a third of the way to the newest figure, so that one busy hour does not count for all. */
export async function learnPace(studio: Studio, method: Estimate['method'], seconds: number, duration: number): Promise<void> {
  const pace = await readPace(studio);
  const newest = Math.max(0.001, (seconds - overhead) / Math.max(1, duration));
  await writeSetting(studio, paceSetting, { ...pace, [method]: pace[method] + (newest - pace[method]) / 3 });
}

/** What finishing an edit list will take and give. Refuses with EDIT_OUTSIDE like the finish itself. */
export async function estimate(studio: Studio, ffmpeg: Ffmpeg, edit: EditList, sources: Sources, signal?: AbortSignal): Promise<Estimate> {
  timeline(edit.clips, sources);
  const duration = editDuration(edit);
  const copy = await planCopy(ffmpeg, edit, sources, signal);
  const method = copy ? 'copied' : 'encoded';
  const rate = copy ? (await stat(copy.picture.path)).size / Math.max(1, copy.picture.duration) : encodedRate;
  return {
    method,
    duration,
    seconds: overhead + duration * (await readPace(studio))[method],
    bytes: Math.round(duration * (rate + soundRate)),
  };
}
