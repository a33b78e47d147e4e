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

const rounds = 3;

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
  return { ...source, recorded: true };
}

/** The minute with three pieces cut out. */
export const cuts = cutOut(cutOut(cutOut(wholeSource('take', seconds, 'a'), 'take', 0, 2), 'take', 20, 24.4), 'take', 41, 44.2);

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

/** By which way a finish is measured: in one process, and in as many as it takes by itself. */
const ways = [
  { name: 'in one process', pieces: 1, target: 1.1 },
  { name: 'in parallel pieces', pieces: undefined, target: 0.85 },
] as const;

/**
 * The finish of a minute (three cuts, camera, loudness, poster, sprite sheet, waveform) against a plain x264 run over the
 * screen cut to the same length, in rounds that take turns, so that whatever else the machine does meets all.
 */
export async function finishBench(): Promise<BenchRow[]> {
  const made = await material();
  return [...(await against(made, 'screen in motion')), ...(await against({ ...made, screen: made.still }, 'screen mostly still'))];
}

interface Round {
  wall: number;
  cpu: number | null;
}

async function measured(work: () => Promise<unknown>): Promise<Round> {
  const before = childrenCpu();
  const started = performance.now();
  await work();
  const wall = (performance.now() - started) / 1000;
  const after = childrenCpu();
  return { wall, cpu: before === null || after === null ? null : after - before };
}

async function against(made: Material, what: string): Promise<BenchRow[]> {
  const { ffmpeg, screen } = made;
  const sources = { take: await benchSource(made) };
  const kept = editDuration(cuts);
  const folder = await mkdtemp(join(tmpdir(), 'showhow-bench-'));
  const bases: Round[] = [];
  const finishes: Round[][] = ways.map(() => []);
  try {
    for (let round = 0; round < rounds; round += 1) {
      bases.push(await measured(() => timed(ffmpeg, plain(screen, kept, join(folder, 'plain.mp4')))));
      for (const [index, { pieces }] of ways.entries()) {
        const request = { edit: cuts, sources, folder, graphics: 'never' as const, ...(pieces && { pieces }) };
        finishes[index]?.push(await measured(() => render(ffmpeg, request)));
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return ways.flatMap(({ name, target }, index): BenchRow[] => {
    const own = finishes[index] ?? [];
    const ratios = own.map(({ wall }, round) => wall / (bases[round]?.wall ?? Number.NaN));
    const cpu = own.map((finish, round) => (finish.cpu ?? Number.NaN) / (bases[round]?.cpu ?? Number.NaN)).filter(Number.isFinite);
    const ratio = median(ratios);
    return [
      { name: `Finish ${name}, ${what}, against a plain x264 run`, value: ratio, unit: '× wall', target, ok: ratio <= target },
      ...(cpu.length > 0 ? [{ name: 'The same in processor time', value: median(cpu), unit: '× CPU' }] : []),
      { name: 'Its speed', value: kept / median(own.map(({ wall }) => wall)), unit: '× real time' },
    ];
  });
}
