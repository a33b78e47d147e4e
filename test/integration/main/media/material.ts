import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Ffmpeg, locateFfmpeg } from '../../../../src/main/media/locate.ts';
import type { Source, SourceTrack } from '../../../../src/main/media/plan/sources.ts';

const execute = promisify(execFile);
export const ffmpeg: Ffmpeg = await locateFfmpeg();

export const run = async (args: string[]): Promise<Buffer> =>
  (await execute(ffmpeg.path, ['-nostdin', '-y', '-v', 'error', ...args], { encoding: 'buffer', maxBuffer: 256 * 1024 * 1024 })).stdout;

export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'showhow media % '));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const h264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-bf', '0', '-g', '30', '-pix_fmt', 'yuv420p'];

/** Grey with a white flash of a tenth of a second at each full second; beeps of 1 kHz in the other file at the same moments. */
export async function flashes(file: string, seconds: number, size = '320x180'): Promise<void> {
  const picture = `color=c=0x404040:s=${size}:r=30:d=${seconds},drawbox=c=white:t=fill:enable='lt(mod(t,1),0.1)'`;
  await run(['-f', 'lavfi', '-i', picture, ...h264, file]);
}
export const beeps = (level = 0.3): string => `${level}*sin(2*PI*1000*t)*lt(mod(t\\,1)\\,0.1)`;
export async function sound(file: string, seconds: number, expression: string, codec = ['-c:a', 'libopus']): Promise<void> {
  await run(['-f', 'lavfi', '-i', `aevalsrc=${expression}:d=${seconds}:s=48000`, ...codec, file]);
}
export async function plainColour(file: string, seconds: number, colour: string, size = '160x120'): Promise<void> {
  await run(['-f', 'lavfi', '-i', `color=c=${colour}:s=${size}:r=30:d=${seconds}`, ...h264, file]);
}
/** A counter that can be read from a pixel: the grey of the picture is 40 + 4 × the number of the frame within its second. */
export async function counting(file: string, seconds: number, options: string[] = h264): Promise<void> {
  await run(['-f', 'lavfi', '-i', `color=c=black:s=320x180:r=30:d=${seconds},geq=lum='40+4*mod(N,30)':cb=128:cr=128`, ...options, file]);
}

export const track = (path: string, duration: number, change: Partial<SourceTrack> = {}): SourceTrack => ({
  path,
  stream: 0,
  codec: 'h264',
  offset: 0,
  duration,
  width: 320,
  height: 180,
  frameRate: 30,
  ...change,
});
export const source = (duration: number, picture: SourceTrack, change: Partial<Source> = {}): Source => ({
  duration,
  picture,
  camera: null,
  sounds: [],
  ...change,
});

/** Mean brightness of each frame. */
export async function brightness(file: string): Promise<number[]> {
  const bytes = await run(['-i', file, '-map', '0:v:0', '-vf', 'scale=1:1:flags=area,format=gray', '-vsync', '0', '-f', 'rawvideo', '-']);
  return [...bytes];
}

/** RGB of one pixel at a moment. */
export async function pixel(file: string, at: number, x: number, y: number): Promise<number[]> {
  const bytes = await run([
    '-ss',
    String(at),
    '-i',
    file,
    '-frames:v',
    '1',
    '-vf',
    `format=rgb24,crop=1:1:${x}:${y}`,
    '-f',
    'rawvideo',
    '-',
  ]);
  return [...bytes];
}

/** Samples at 48 kHz, mono. */
export async function samples(file: string): Promise<Float32Array> {
  const bytes = await run(['-i', file, '-map', '0:a:0', '-ac', '1', '-ar', '48000', '-f', 'f32le', '-']);
  return new Float32Array(bytes.buffer, bytes.byteOffset, Math.floor(bytes.byteLength / 4));
}

/** Seconds at which something begins: where `is` turns true after it was false for at least a fifth of a second. */
export function onsets(count: number, perSecond: number, is: (index: number) => boolean): number[] {
  const found: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < count; index += 1) {
    if (!is(index)) continue;
    if (index - last > perSecond / 5) found.push(index / perSecond);
    last = index;
  }
  return found;
}
