import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createCore } from '../../src/main/core.ts';
import { startLoopback } from '../../src/main/host/loopback.ts';
import { createFileSecrets } from '../../src/node/secrets.ts';
import { expect, test } from './support/fixtures.ts';
import { beginRecording, flashFlags, menuChoice, onlyTake, toCuttingRoom, untilRecorded, withRecorder } from './support/recording.ts';

// Real time passes in these tests, and a busy machine adds to it.
test.slow();

/** The studio itself behind its loopback, with a disk whose free space the test decides. */
async function studioOnDisk(workspace: string, freeBytes: () => Promise<number>) {
  await mkdir(workspace, { recursive: true });
  const secrets = createFileSecrets(join(workspace, 'secrets.json'));
  const place = { workspace, pages: resolve('out/renderer'), player: resolve('out/player'), secrets };
  const core = await createCore({ ...place, version: '0.0.0', shell: 'browser', embeddedHub: () => null, freeBytes });
  const loopback = await startLoopback(core, { port: 0 });
  return {
    url: loopback.url,
    async close() {
      await loopback.close();
      await core.close();
    },
  };
}

test('a disk that fills up is refused, warned of and in the end leaves a whole take', async ({ folder }) => {
  let free = 499e6;
  const studio = await studioOnDisk(join(folder, 'full'), async () => free);
  try {
    await withRecorder(studio, flashFlags(), async ({ page }) => {
      await expect(page.getByText('Less than 500 MB are free on this disk. Make room, then record.')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Record', exact: true })).toBeDisabled();
      free = 700e6;
      await page.reload();
      await menuChoice(page, /^Screen:/, /Choose what to show/);
      await expect(page.getByText('Room for 10 minutes')).toBeVisible();
      await beginRecording(page);
      await untilRecorded(page, 2);
      free = 150e6;
      await expect(page.getByText('Only 150 MB are free. The recording ends at 50 MB.')).toBeVisible();
      await untilRecorded(page, 5);
      free = 49e6;
      await expect(
        page.getByText(/The disk is down to 50 MB, so the recording ended at \d:\d\d\. Everything before it is saved\./),
      ).toBeVisible();
      free = 700e6;
      await toCuttingRoom(page);
      const take = await onlyTake(page);
      expect(take.state).toBe('ready');
      expect(take.duration).toBeGreaterThan(4);
      for (const { kind, offset, duration } of take.tracks) expect(Math.abs(offset + duration - take.duration), kind).toBeLessThan(0.1);
    });
  } finally {
    await studio.close();
  }
});
