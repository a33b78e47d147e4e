import { stat } from 'node:fs/promises';
import { z } from 'zod';
import type { FinishEstimate } from '../../shared/contract/edits.ts';
import { type EditList, withoutSizes } from '../../shared/model/edit/list.ts';
import { editDuration } from '../../shared/model/edit/time.ts';
import type { Rendition } from '../../shared/model/rendition.ts';
import { sceneOf } from '../../shared/model/scene/scene.ts';
import { type SmallerSize, smallerSizes } from '../../shared/model/video-sizes.ts';
import { planCopy } from '../media/copy/copy.ts';
import type { Ffmpeg } from '../media/locate.ts';
import { factsOf, type Sources } from '../media/plan/sources.ts';
import { timeline } from '../media/plan/timeline.ts';
import { readSetting, writeSetting } from '../settings/settings.ts';
import type { Studio } from '../studio.ts';
import { keyOf } from './key.ts';
import { findRendition } from './renditions.ts';

export interface Estimate {
  method: Rendition['method'];
  /** How long it will take. */
  seconds: number;
  /** How long what comes out will be. */
  duration: number;
  bytes: number;
}

/** Seconds of work for a second of result, as this machine last needed them. */
const pace = z.number().positive();
const Pace = z.object({ copied: pace, encoded: pace, smaller: pace.default(0.2) });
type Pace = z.infer<typeof Pace>;
const paceSetting = 'finish-pace';
const usualPace: Pace = Pace.parse({ copied: 0.04, encoded: 0.5 });

/** Whatever the length: starting ffmpeg a few times. */
const overhead = 1;

/** Bytes a second of an encoded rendition, picture and sound: screens are mostly still. */
const encodedRate = 200_000;
const soundRate = 16_000;

const readPace = async (studio: Studio): Promise<Pace> => (await readSetting(studio, paceSetting, Pace)) ?? usualPace;

/** Remembers how fast this machine was, a third of the way to the newest figure, so that one busy hour does not count for all. */
export async function learnPace(studio: Studio, method: keyof Pace, seconds: number, duration: number): Promise<void> {
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

/** A picture of this many pixels has the rate above. */
const encodedPixels = 1920 * 1080;

/** A smaller picture of the same things needs more bytes a pixel: the edges stay. */
const smallerRate = ({ width, height }: SmallerSize): number => encodedRate * ((width * height) / encodedPixels) ** 0.75;

/** What smaller sizes of a video of `duration` seconds will take besides, and how much room. */
export async function estimateSmaller(
  studio: Studio,
  smaller: readonly SmallerSize[],
  duration: number,
): Promise<Pick<Estimate, 'seconds' | 'bytes'>> {
  if (smaller.length === 0) return { seconds: 0, bytes: 0 };
  const bytes = smaller.reduce((sum, size) => sum + Math.round(duration * (smallerRate(size) + soundRate)), 0);
  return { seconds: overhead + duration * (await readPace(studio)).smaller, bytes };
}

/** What "Finish" will take and give as things stand: nothing is made twice. Refuses like `estimate`. */
export async function estimateFinish(
  studio: Studio,
  ffmpeg: () => Promise<Ffmpeg>,
  edit: EditList,
  sources: Sources,
): Promise<FinishEstimate> {
  const known = await findRendition(studio, await keyOf(edit, sources));
  if (known) {
    const smallerBytes = known.smaller.reduce((sum, { bytes }) => sum + bytes, 0);
    return { method: 'finished', seconds: 0, duration: known.duration, bytes: known.bytes, smallerBytes };
  }
  const smaller = smallerSizes(sceneOf(edit, factsOf(sources)).canvas, edit.sizes ?? []);
  const more = await estimateSmaller(studio, smaller, editDuration(edit));
  const done = await findRendition(studio, await keyOf(withoutSizes(edit), sources));
  if (done) return { method: 'smaller', seconds: more.seconds, duration: done.duration, bytes: done.bytes, smallerBytes: more.bytes };
  const whole = await estimate(studio, await ffmpeg(), edit, sources);
  return { ...whole, seconds: whole.seconds + more.seconds, smallerBytes: more.bytes };
}
