import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const exec = promisify(execFile);
const ffmpeg = process.env.SHOWHOW_FFMPEG ?? 'ffmpeg';

/** A part of a file, in seconds. */
export interface Part {
  from: number;
  length: number;
}

const only = (part: Part | undefined): string[] => (part ? ['-ss', String(part.from), '-t', String(part.length)] : []);

/** When a picture turns from dark to bright, in seconds of the file. */
export async function flashesIn(path: string, part?: Part, threshold = 110): Promise<number[]> {
  const filter = 'scale=16:10,signalstats,metadata=print:key=lavfi.signalstats.YAVG:file=-';
  const { stdout } = await exec(ffmpeg, ['-v', 'error', ...only(part), '-i', path, '-an', '-vf', filter, '-f', 'null', '-'], {
    maxBuffer: 64e6,
  });
  const pictures = [...stdout.matchAll(/pts_time:([\d.]+)\s+lavfi\.signalstats\.YAVG=([\d.]+)/g)];
  const bright = pictures.map(([, time, light]) => ({ time: Number(time), on: Number(light) > threshold }));
  return bright.filter(({ on }, index) => on && index > 0 && !bright[index - 1]?.on).map(({ time }) => time + (part?.from ?? 0));
}

const rate = 48_000;

/** When it gets loud after at least a fifth of a second of quiet, in seconds of the file. */
export async function beepsIn(path: string, threshold = 0.15, part?: Part): Promise<number[]> {
  const { stdout } = await exec(
    ffmpeg,
    ['-v', 'error', ...only(part), '-i', path, '-vn', '-ac', '1', '-ar', String(rate), '-f', 'f32le', '-'],
    {
      encoding: 'buffer',
      maxBuffer: 256e6,
    },
  );
  const samples = new Float32Array(stdout.buffer.slice(stdout.byteOffset, stdout.byteOffset + stdout.byteLength));
  const beeps: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const [index, sample] of samples.entries()) {
    if (Math.abs(sample) < threshold) continue;
    if (index - last > rate / 5) beeps.push(index / rate + (part?.from ?? 0));
    last = index;
  }
  return beeps;
}

/** For each flash the distance of the beep nearest to it, in seconds, in the order of size; the middle one tells. */
export function distances(flashes: number[], beeps: number[]): number[] {
  return flashes
    .map((flash) => beeps.map((beep) => beep - flash).sort((a, b) => Math.abs(a) - Math.abs(b))[0] ?? Number.POSITIVE_INFINITY)
    .sort((a, b) => a - b);
}

export function middle(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
