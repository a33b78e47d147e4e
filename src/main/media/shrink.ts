import { join } from 'node:path';
import type { SmallerSize } from '../../shared/model/video-sizes.ts';
import { encoded } from './encode.ts';
import { software } from './encoders.ts';
import type { Watch } from './ffmpeg.ts';
import { literal } from './guard.ts';
import type { Ffmpeg } from './locate.ts';
import { containerOptions } from './making.ts';
import { frameRate } from './plan/timeline.ts';
import { probe } from './probe.ts';
import { coloursOf } from './read-colours.ts';
import { smallerFile } from './sizes.ts';

/** The filter graph that makes all sizes of one picture. */
export const shrinkGraph = (smaller: readonly SmallerSize[]): string =>
  [
    `[0:v:0]split=${smaller.length}${smaller.map(({ name }) => `[large${name}]`).join('')}`,
    ...smaller.map(({ name, width, height }) => `[large${name}]scale=${width}:${height},setsar=1[size${name}]`),
  ].join(';');

/**
 * Makes smaller sizes of a finished video, of `duration` seconds, in a folder: one run that decodes it once, and takes its
 * sound over as it is. The video itself stays the very file that it was, and the others show its colours.
 */
export async function shrink(
  ffmpeg: Ffmpeg,
  { path, duration }: { path: string; duration: number },
  smaller: readonly SmallerSize[],
  folder: string,
  watch: Watch,
): Promise<void> {
  const { signal } = watch;
  const [picture] = (await probe(ffmpeg, path, signal ? { signal } : {})).video;
  const coding = [...software.options, ...coloursOf(picture?.matrix, picture ?? {})];
  const outputs = smaller.map((size) => ({
    to: literal(join(folder, smallerFile(size))),
    options: ['-map', `[size${size.name}]`, '-map', '0:a:0?', '-c:a', 'copy', ...coding, ...containerOptions],
  }));
  const inputs = [{ path: literal(path), options: [] }];
  const frames = Math.floor(duration * frameRate);
  await encoded(ffmpeg, { step: 'Making smaller sizes', inputs, filterGraph: shrinkGraph(smaller), outputs }, frames, watch);
}
