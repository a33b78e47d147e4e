import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { render } from '../../src/main/media/render.ts';
import { trim } from '../../src/shared/model/edit/clips.ts';
import { wholeSource } from '../../src/shared/model/edit/list.ts';
import { benchSource } from './finish.ts';
import { type BenchRow, material, median } from './material.ts';

const target = 20;

/** A trim of a minute that needs no new picture: on key frames, and between them. */
export async function trimBench(): Promise<BenchRow[]> {
  const made = await material();
  const sources = { take: { ...(await benchSource(made)), camera: null } };
  const folder = await mkdtemp(join(tmpdir(), 'showhow-bench-'));
  const rows: BenchRow[] = [];
  try {
    for (const [name, from, to] of [
      ['Trim on key frames', 2, 58],
      ['Trim anywhere', 2.4, 57.7],
    ] as const) {
      const edit = trim(wholeSource('take', 60, 'a'), 'take', from, to);
      const speeds: number[] = [];
      for (let round = 0; round < 3; round += 1) {
        const started = performance.now();
        const { method } = await render(made.ffmpeg, { edit, sources, folder });
        if (method !== 'copied') throw new Error('The trim was not copied');
        speeds.push((to - from) / ((performance.now() - started) / 1000));
      }
      const speed = median(speeds);
      rows.push({ name, value: speed, unit: '× real time', target, ok: speed >= target });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return rows;
}
