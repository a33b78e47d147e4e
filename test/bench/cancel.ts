import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { render } from '../../src/main/media/render.ts';
import { wholeSource } from '../../src/shared/model/edit/list.ts';
import { benchSource } from './finish.ts';
import { type BenchRow, material, seconds } from './material.ts';

const target = 1;

/** From a cancel to the moment when every process has ended and every file is gone: the longest of several, at different stages. */
export async function cancelBench(): Promise<BenchRow[]> {
  const made = await material();
  const sources = { take: await benchSource(made) };
  const taken: number[] = [];
  for (const moment of [0.001, 0.05, 0.2, 0.4, 0.6]) {
    const folder = await mkdtemp(join(tmpdir(), 'showhow-bench-'));
    const stop = new AbortController();
    let asked = Number.NaN;
    const progress = (value: number) => {
      if (value < moment || stop.signal.aborted) return;
      asked = performance.now();
      stop.abort(new Error('enough'));
    };
    const work = render(made.ffmpeg, { edit: wholeSource('take', seconds, 'a'), sources, folder, signal: stop.signal, progress });
    await work.then(
      () => Promise.reject(new Error('The finish was not cancelled')),
      (error: unknown) => {
        if (!stop.signal.aborted) throw error;
      },
    );
    await rm(folder, { recursive: true });
    taken.push((performance.now() - asked) / 1000);
  }
  const value = Math.max(...taken);
  return [{ name: 'Cancelling a finish frees everything', value, unit: 's', target, ok: value <= target }];
}
