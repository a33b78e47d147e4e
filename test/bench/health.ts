import { measureHealth } from '../../src/main/health/measure.ts';
import { noStory } from '../../src/shared/model/health/judge-events.ts';
import type { Track } from '../../src/shared/model/take.ts';
import { type BenchRow, material, seconds } from './material.ts';

/** The share of a take's length that its report may take, and how many times faster than real time its sound is heard. */
const mayTake = 1 / 20;
const soundPace = 100;

/** How long it takes to say how a take of a screen, a camera and a voice turned out, and a video that another program wrote. */
export async function healthBench(): Promise<BenchRow[]> {
  const { ffmpeg, screen, camera, foreign, microphone } = await material();
  const track = (kind: Track['kind'], file: string): Track => ({ kind, file, stream: 0, codec: 'h264', duration: seconds, offset: 0 });
  const all = [track('screen', screen), track('camera', camera), track('microphone', microphone)];
  const measure = async (tracks: Track[]): Promise<number> => {
    const patient = { tracks, duration: seconds, marks: [], story: noStory, pathOf: ({ file }: Track) => file };
    return (await measureHealth(ffmpeg, patient)).seconds;
  };
  const share = (await measure(all)) / seconds;
  const foreignShare = (await measure([track('screen', foreign), track('system', microphone)])) / seconds;
  const pace = seconds / (await measure(all.filter(({ kind }) => kind === 'microphone')));
  return [
    { name: 'Health report, of the take’s length', value: share, unit: '', target: mayTake, ok: share <= mayTake },
    {
      name: 'The same of a video with few key frames',
      value: foreignShare,
      unit: '',
      target: mayTake,
      ok: foreignShare <= mayTake,
    },
    { name: 'All that is heard, times real time', value: pace, unit: '×', target: soundPace, ok: pace >= soundPace },
  ];
}
