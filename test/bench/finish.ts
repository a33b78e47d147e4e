import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Source } from '../../src/main/media/plan/sources.ts';
import { sourceOf } from '../../src/main/media/plan/sources.ts';
import { probe } from '../../src/main/media/probe.ts';
import { render } from '../../src/main/media/render.ts';
import { pictureTrack, soundTrack } from '../../src/main/media/tracks.ts';
import { cutOut } from '../../src/shared/model/edit/clips.ts';
import { wholeSource } from '../../src/shared/model/edit/list.ts';
import { editDuration } from '../../src/shared/model/edit/time.ts';
import { childrenCpu } from './cpu.ts';
import { type BenchRow, type Material, material, median, seconds, timed } from './material.ts';

const pairs = 3;
const target = 1.35;

/** The bench's material as the take it would be. */
export async function benchSource({ ffmpeg, screen, camera, microphone }: Material): Promise<Source> {
  const [first, second, third] = await Promise.all([screen, camera, microphone].map((file) => probe(ffmpeg, file)));
  const [picture, face, voice] = [first?.video[0], second?.video[0], third?.audio[0]];
  if (!picture || !face || !voice) throw new Error('The material of the benchmark is not what it should be');
  const tracks = [
    pictureTrack('screen', screen, picture, 0),
    pictureTrack('camera', camera, face, 0),
    soundTrack('microphone', microphone, voice, 0),
  ];
  const source = sourceOf(tracks, seconds, (file) => file);
  if (!source) throw new Error('The material of the benchmark has no picture');
  return source;
}

const cuts = cutOut(cutOut(cutOut(wholeSource('take', seconds, 'a'), 'take', 0, 2), 'take', 20, 24.4), 'take', 41, 44.2);

/** A plain x264 run over one file, cut to a length, with the preset and quality of a finish and nothing else. */
const plain = (screen: string, length: number, to: string): string[] => [
  '-i',
  screen,
  '-t',
  String(length),
  '-c:v',
  'libx264',
  '-preset',
  'veryfast',
  '-crf',
  '23',
  '-an',
  to,
];

/**
 * The finish of a minute (three cuts, camera, loudness, poster, sprite sheet, waveform) against a plain x264 run over the
 * screen cut to the same length, in pairs that take turns, so that whatever else the machine does meets both.
 */
export async function finishBench(): Promise<BenchRow[]> {
  const made = await material();
  return [...(await against(made, 'screen in motion')), ...(await against({ ...made, screen: made.still }, 'screen mostly still'))];
}

async function against(made: Material, what: string): Promise<BenchRow[]> {
  const { ffmpeg, screen } = made;
  const sources = { take: await benchSource(made) };
  const kept = editDuration(cuts);
  const folder = await mkdtemp(join(tmpdir(), 'showhow-bench-'));
  const ratios: number[] = [];
  const cpuRatios: number[] = [];
  const walls: number[] = [];
  try {
    for (let pair = 0; pair < pairs; pair += 1) {
      const before = childrenCpu();
      const base = await timed(ffmpeg, plain(screen, kept, join(folder, 'plain.mp4')));
      const between = childrenCpu();
      const started = performance.now();
      await render(ffmpeg, { edit: cuts, sources, folder });
      const wall = (performance.now() - started) / 1000;
      walls.push(wall);
      ratios.push(wall / base);
      const after = childrenCpu();
      if (before !== null && between !== null && after !== null) cpuRatios.push((after - between) / (between - before));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const ratio = median(ratios);
  return [
    { name: `Finish of a minute, ${what}, against a plain x264 run`, value: ratio, unit: '× wall', target, ok: ratio <= target },
    ...(cpuRatios.length > 0 ? [{ name: 'The same in processor time', value: median(cpuRatios), unit: '× CPU' }] : []),
    { name: 'Its speed', value: kept / median(walls), unit: '× real time' },
  ];
}
