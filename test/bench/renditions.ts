import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ableOf } from '../../src/main/media/encode.ts';
import { software } from '../../src/main/media/encoders.ts';
import { runFfmpeg } from '../../src/main/media/ffmpeg.ts';
import { containerOptions } from '../../src/main/media/making.ts';
import { writePlanFiles } from '../../src/main/media/pens.ts';
import { plan } from '../../src/main/media/plan/plan.ts';
import { alignedKeys } from '../../src/main/media/plan/sizes.ts';
import type { Sources } from '../../src/main/media/plan/sources.ts';
import { render } from '../../src/main/media/render.ts';
import { benchSource, cuts } from './finish.ts';
import { type BenchRow, type Material, material, median } from './material.ts';

const rounds = 3;
const sizes = [720, 480];
const target = 0.85;

/** The picture of a smaller rendition by a run of its own. It would get its sound by copying, which is left out. */
async function alone({ ffmpeg }: Material, sources: Sources, size: number, folder: string): Promise<void> {
  const own = join(folder, `alone-${size}`);
  const able = ableOf(ffmpeg);
  const { inputs, files, filterGraph, maps, smaller } = plan(cuts, sources, {
    ...{ pens: null, sizes: [size], fileAt: (name: string) => join(own, name) },
    ...able,
  });
  await writePlanFiles(own, files, undefined);
  const unseen = [maps.video, maps.poster, maps.sheet].flatMap((label) => (label ? [`${label}nullsink`] : []));
  const picture = ['-map', smaller[0]?.label ?? '', ...software.options, ...alignedKeys];
  await runFfmpeg(ffmpeg, {
    step: 'Finishing',
    inputs,
    filterGraph: [filterGraph, ...unseen].join(';'),
    outputs: [{ to: join(folder, `alone-${size}.mp4`), options: [...picture, ...containerOptions] }],
  });
}

async function wall(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** The finish of a minute in 1080p, 720p and 480p by one run that decodes once, against one run for each, in turns. */
export async function renditionsBench(): Promise<BenchRow[]> {
  const made = await material();
  const sources = { take: await benchSource(made) };
  const folder = await mkdtemp(join(tmpdir(), 'showhow-bench-'));
  const request = { edit: cuts, sources, folder, graphics: 'never' as const };
  const ratios: number[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      const together = await wall(() => render(made.ffmpeg, { ...request, ladder: { sizes, hls: false } }));
      const apart = await wall(async () => {
        await render(made.ffmpeg, { ...request, pieces: 1 });
        for (const size of sizes) await alone(made, sources, size, folder);
      });
      ratios.push(together / apart);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const value = median(ratios);
  return [{ name: 'Three renditions in one run against three runs', value, unit: '× wall', target, ok: value <= target }];
}
