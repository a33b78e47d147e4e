import { glancedAt } from '../../shared/model/health/glanced.ts';
import { judge } from '../../shared/model/health/judge.ts';
import type { RecordedStory } from '../../shared/model/health/judge-events.ts';
import { currentVersion, HealthReport } from '../../shared/model/health/report.ts';
import type { Track } from '../../shared/model/take.ts';
import type { Watch } from '../media/ffmpeg.ts';
import type { Ffmpeg } from '../media/locate.ts';
import { together } from '../media/together.ts';
import { measurePictures } from './measure-picture.ts';
import { measureSounds } from './measure-sound.ts';

export interface Patient {
  tracks: readonly Track[];
  duration: number;
  marks: readonly number[];
  story: RecordedStory;
  pathOf: (track: Track) => string;
}

/** Measures a take and judges what was found: one run of ffmpeg for all sound, and for pictures no more looks than are worth it. */
export async function measureHealth(
  ffmpeg: Ffmpeg,
  { tracks, duration, marks, story, pathOf }: Patient,
  watch: Watch = {},
): Promise<HealthReport> {
  const started = performance.now();
  const [sounds, pictures] = await together(
    [
      (signal) => measureSounds(ffmpeg, tracks, duration, pathOf, { ...watch, signal }),
      (signal) => measurePictures(ffmpeg, tracks, duration, pathOf, { ...watch, signal }),
    ],
    watch.signal,
  );
  return HealthReport.parse({
    version: currentVersion,
    duration,
    measuredAt: new Date().toISOString(),
    seconds: (performance.now() - started) / 1000,
    work: pictures.flatMap(({ work }) => work),
    glanced: pictures.flatMap(({ kind, glanced }) => glancedAt(kind, glanced)),
    ...judge({ duration, marks, tracks, sounds, pictures, story }),
  });
}
