import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Ffmpeg } from '../../src/main/media/locate.ts';
import { render } from '../../src/main/media/render.ts';
import { defaultCamera, type EditList, wholeSource } from '../../src/shared/model/edit/list.ts';
import { benchSource } from './finish.ts';
import { type BenchRow, material, median, seconds } from './material.ts';

const target = 25;
const frame = 1 / 30;

/** Hash of each decoded frame of a picture. */
async function frameHashes({ path }: Ffmpeg, file: string): Promise<string[]> {
  const args = ['-nostdin', '-v', 'error', '-i', file, '-map', '0:v:0', '-vsync', '0', '-f', 'framemd5', '-'];
  const { stdout } = await promisify(execFile)(path, args, { maxBuffer: 64 * 1024 * 1024 });
  return stdout.split('\n').flatMap((line) => (line.startsWith('#') || line === '' ? [] : [line.split(',').at(-1)?.trim() ?? '']));
}

/** Frames of a trim that are not the take's own: those that were encoded anew at its edges, and any that should not be. */
function strangers(source: readonly string[], trimmed: readonly string[], first: number): number[] {
  return trimmed.flatMap((hash, index) => (hash === source[first + index] ? [] : [index]));
}

/** A trim of a minute that needs no new picture: on key frames, and between them. */
export async function trimBench(): Promise<BenchRow[]> {
  const made = await material();
  const sources = { take: { ...(await benchSource(made)), camera: null } };
  const folder = await mkdtemp(join(tmpdir(), 'showhow-bench-'));
  const hashes = await frameHashes(made.ffmpeg, made.screen);
  const rows: BenchRow[] = [];
  try {
    for (const [name, from, to] of [
      ['Trim on key frames', 2, 58],
      ['Trim anywhere', 2.4, 57.7],
    ] as const) {
      const edit: EditList = {
        ...wholeSource('take', seconds, 'a'),
        clips: [{ id: 'a', source: 'take', from, to }],
        camera: { ...defaultCamera, shown: false },
      };
      const speeds: number[] = [];
      let duration = 0;
      for (let round = 0; round < 3; round += 1) {
        const started = performance.now();
        const result = await render(made.ffmpeg, { edit, sources, folder });
        if (result.method !== 'copied') throw new Error('The trim was not copied');
        duration = result.duration;
        speeds.push((to - from) / ((performance.now() - started) / 1000));
      }
      const speed = median(speeds);
      const trimmed = await frameHashes(made.ffmpeg, join(folder, 'video.mp4'));
      const anew = strangers(hashes, trimmed, Math.round(from / frame));
      // A key frame each second: at most so many frames at each edge are not copied.
      const inside = anew.filter((index) => index >= 30 && index < trimmed.length - 30).length;
      const off = Math.max(Math.abs(duration - (to - from)), Math.abs(trimmed.length * frame - (to - from)));
      rows.push(
        { name, value: speed, unit: '× real time', target, ok: speed >= target },
        { name: `${name}: frames between its edges that are not the take's`, value: inside, unit: 'frames', target: 0, ok: inside === 0 },
        { name: `${name}: length off by`, value: off / frame, unit: 'frames', target: 1, ok: off <= frame + 1e-3 },
      );
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return rows;
}
