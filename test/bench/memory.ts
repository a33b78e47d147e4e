import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { launchBrowser } from '../e2e/support/browser.ts';
import { makeCameraFile, makeMicrophoneFile } from '../e2e/support/media.ts';
import { beginRecording, flashFlags, menuChoice, openRecorder } from '../e2e/support/recording.ts';
import type { BenchRow } from './material.ts';
import { withStudio, withWorkspace } from './studio.ts';

const recordedSeconds = 120;

/** Memory a process holds, in MB; NaN where the system does not tell. */
function residentMegabytes(pid: number | undefined): number {
  if (process.platform !== 'linux' || pid === undefined) return Number.NaN;
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1000;
}

/** What the studio and its page hold after two minutes of recording: a take must never gather in memory. */
export function memoryBench(): Promise<BenchRow[]> {
  return withWorkspace(async (folder) => {
    const camera = await makeCameraFile(join(folder, 'camera.y4m'));
    const microphone = await makeMicrophoneFile(join(folder, 'microphone.wav'));
    return withStudio(join(folder, 'workspace'), async (studio) => {
      const { browser, close } = await launchBrowser(flashFlags({ camera, microphone }));
      try {
        const { page, close: closeFlash } = await openRecorder(browser, studio);
        const session = await page.context().newCDPSession(page);
        await session.send('Performance.enable');
        const heapMegabytes = async () => {
          await session.send('HeapProfiler.collectGarbage');
          const { metrics } = await session.send('Performance.getMetrics');
          return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 1e6;
        };
        const before = { studio: residentMegabytes(studio.process.pid), page: await heapMegabytes() };
        await menuChoice(page, /^Screen:/, /Choose what to show/);
        await menuChoice(page, /^Camera:/, /./);
        await beginRecording(page);
        await setTimeout(recordedSeconds * 1000);
        const after = { studio: residentMegabytes(studio.process.pid), page: await heapMegabytes() };
        await page.getByRole('button', { name: 'Stop' }).click();
        await closeFlash();
        return [
          { name: 'Studio after two minutes of recording', value: after.studio, unit: 'MB' },
          { name: 'Grown by', value: after.studio - before.studio, unit: 'MB' },
          { name: 'Its page, JavaScript only', value: after.page, unit: 'MB' },
          { name: 'Grown by', value: after.page - before.page, unit: 'MB' },
        ];
      } finally {
        await close();
      }
    });
  });
}
