import type { Track } from '../take.ts';
import { goneStretches, judgeEvents, type RecordedStory } from './judge-events.ts';
import { judgePictures, type PictureMeasure } from './judge-picture.ts';
import { judgeSound, quietStretches, type SoundMeasure, soundHealth } from './judge-sound.ts';
import type { Finding, HealthReport, TrackHealth } from './report.ts';
import { common, type Stretch } from './stretches.ts';

/** Everything that was measured of a take. */
export interface Measured {
  duration: number;
  marks: readonly number[];
  tracks: readonly Track[];
  sounds: readonly SoundMeasure[];
  pictures: readonly PictureMeasure[];
  story: RecordedStory;
}

/** Below this nothing is said in any track, in dBFS. */
const unheard = -50;

/** Where no track has anything to be heard. */
function quietEverywhere({ sounds, duration }: Measured): Stretch[] {
  const whole: Stretch[] = [{ from: 0, to: duration }];
  return sounds.reduce((quiet, sound) => common(quiet, quietStretches(sound, unheard)), whole);
}

const order = (a: Finding, b: Finding): number => Number(b.weight === 'fault') - Number(a.weight === 'fault') || a.from - b.from;

/** Pure: from what was measured to what is worth saying, the worst first. */
export function judge(measured: Measured): Pick<HealthReport, 'tracks' | 'findings'> {
  const { duration, marks, tracks, sounds, pictures, story } = measured;
  const gone = goneStretches(story, duration);
  const findings = [
    ...judgeSound(sounds, marks, duration),
    ...judgePictures(pictures, {
      duration,
      hasScreen: tracks.some(({ kind }) => kind === 'screen'),
      quiet: quietEverywhere(measured),
      gone: (kind) => gone.filter((stretch) => stretch.kind === kind),
    }),
    ...judgeEvents(story, tracks, marks, duration),
  ];
  const counts = story.frames.at(-1)?.counts ?? {};
  const ofTrack = ({ kind }: Track): TrackHealth => {
    const sound = sounds.find((measure) => measure.kind === kind);
    return sound ? soundHealth(sound) : { kind, loudness: null, peak: null, noiseFloor: null, frames: counts[kind] ?? null };
  };
  return { tracks: tracks.map(ofTrack), findings: findings.sort(order) };
}
