import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { HealthReport } from '../../src/shared/model/health/report.ts';
import type { BenchRow } from '../bench/material.ts';
import { withOwnStudio } from '../bench/studio.ts';
import { beginRecording, onlyTake, takeFolderOf } from '../e2e/support/recording.ts';
import { drift } from './drift.ts';
import { watchCamera } from './onlooker.ts';
import { withAllSources } from './sources.ts';

/** A growth of more than this over the whole recording is a leak, in MB. */
const mayGrow = 32;
/** Pictures that may be missing, in percent. */
const mayDrop = 1;
/** Both processes have what they need after this long, in seconds: buffers, compiled code, a first collection. */
const settled = 120;

/** Memory a process holds, in MB; NaN where the system does not tell. */
function residentMegabytes(pid: number | undefined): number {
  if (process.platform !== 'linux' || pid === undefined) return Number.NaN;
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1000;
}

/** Records all four tracks for so many minutes and looks at what that costs and what came of it. */
export async function longRecording(minutes: number): Promise<BenchRow[]> {
  return withOwnStudio((studio) =>
    withAllSources(studio, async ({ page, lateness }) => {
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.enable');
      const look = async () => {
        await session.send('HeapProfiler.collectGarbage');
        const { metrics } = await session.send('Performance.getMetrics');
        const heap = (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 1e6;
        return { core: residentMegabytes(studio.process.pid), page: heap };
      };
      const flashesBefore = (await lateness()).length;
      await beginRecording(page);
      const onlooker = await watchCamera(page);
      const whole = minutes * 60;
      const warm = Math.min(settled, whole / 4);
      await setTimeout(warm * 1000);
      const before = await look();
      for (let done = warm; done < whole; done += 60) {
        await setTimeout(1000 * Math.min(60, whole - done));
        const now = await look();
        process.stderr.write(`${Math.min(whole, done + 60) / 60} min: core ${now.core.toFixed(0)} MB, page ${now.page.toFixed(1)} MB\n`);
      }
      const after = await look();
      const [painted, watched] = [(await lateness()).slice(flashesBefore), await onlooker.flashes()];
      const stopped = performance.now();
      await page.getByRole('button', { name: 'Stop' }).click();
      const ready = async (): Promise<boolean> => (await onlyTake(page)).state === 'ready';
      while (!(await ready())) await setTimeout(500);
      const prepared = (performance.now() - stopped) / 1000;
      const take = await onlyTake(page);
      const report = await measured(page, take.id);
      const apart = Math.max(...take.tracks.map(({ offset, duration }) => Math.abs(offset + duration - take.duration))) * 1000;
      const counts = report.tracks.flatMap(({ frames }) => (frames ? [frames] : []));
      const dropped = Math.max(0, ...counts.map((frames) => (100 * frames.dropped) / Math.max(1, frames.arrived + frames.dropped)));
      const bound = (name: string, value: number, unit: string, target: number): BenchRow => ({
        name,
        value,
        unit,
        target,
        ok: value <= target,
      });
      return [
        { name: 'Recorded', value: take.duration / 60, unit: 'min' },
        bound('The core grew by', after.core - before.core, 'MB', mayGrow),
        bound('The page grew by', after.page - before.page, 'MB', mayGrow),
        bound('Pictures missing', dropped, '%', mayDrop),
        bound('Tracks end apart by', apart, 'ms', 100),
        ...(await drift(take, await takeFolderOf(studio), painted, watched)),
        { name: 'From stop to ready to cut', value: prepared, unit: 's' },
        bound('Health report, of the take’s length', report.seconds / report.duration, '', 1 / 20),
      ];
    }),
  );
}

async function measured(page: Page, take: string): Promise<HealthReport> {
  for (;;) {
    const answer = await page.request.post(new URL('/api/health/get', page.url()).href, { data: { json: { take } } });
    const { json } = (await answer.json()) as { json: HealthReport | null };
    if (json) return json;
    await setTimeout(500);
  }
}
