import { join } from 'node:path';
import { launchBrowser } from './support/browser.ts';
import { expect, openStudio, test } from './support/fixtures.ts';
import { makeCameraFile } from './support/media.ts';
import { runShowhow } from './support/program.ts';
import { beginRecording, flashFlags, menuChoice, onlyTake, openRecorder, shownTime, untilRecorded } from './support/recording.ts';

// Real time passes in these tests, and a busy machine adds to it.
test.slow();

test('a browser that is killed costs at most a second of four tracks, and the take is offered and opens with its marks', async ({
  studio,
  page,
  folder,
}) => {
  const camera = await makeCameraFile(join(folder, 'camera.y4m'), 4);
  const { browser, kill } = await launchBrowser(flashFlags({ camera }));
  const recorder = await openRecorder(browser, studio);
  await menuChoice(recorder.page, /^Screen:/, /Choose what to show/);
  await menuChoice(recorder.page, /^Camera:/, /./);
  await expect(recorder.page.getByRole('button', { name: /^Camera: (?!off|asking)/ })).toBeVisible();
  await beginRecording(recorder.page);
  await untilRecorded(recorder.page, 2);
  await recorder.page.keyboard.press('n');
  await expect(recorder.page.getByRole('button', { name: 'Next step (1)' })).toBeVisible();
  await recorder.page.waitForTimeout(2000 + 3000 * Math.random());
  const recorded = await shownTime(recorder.page);
  await kill();
  await recorder.close();

  await openStudio(page, studio);
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(/was interrupted/)).toBeVisible({ timeout: 5000 });
  }).toPass({ timeout: 40_000 });
  await page.getByRole('button', { name: 'Open it' }).click();
  await page.waitForURL(/\/cut\//, { timeout: 60_000 });
  const take = await onlyTake(page);
  expect(take.state).toBe('ready');
  expect(take.tracks.map(({ kind }) => kind).sort()).toEqual(['camera', 'microphone', 'screen', 'system']);
  expect(take.marks).toHaveLength(1);
  expect(take.marks[0]).toBeLessThan(take.duration);
  for (const { kind, offset, duration } of take.tracks) expect(offset + duration, kind).toBeGreaterThan(recorded - 1);
});

test('a studio that is killed costs at most a second: the page says what is saved, the next start has the take', async ({
  startStudio,
  folder,
}) => {
  const workspace = join(folder, 'killed');
  const studio = await startStudio({ workspace });
  const { browser, close } = await launchBrowser(flashFlags());
  const recorder = await openRecorder(browser, studio);
  await menuChoice(recorder.page, /^Screen:/, /Choose what to show/);
  await expect(recorder.page.getByRole('button', { name: 'Screen: One tab, with its sound' })).toBeVisible();
  await beginRecording(recorder.page);
  await untilRecorded(recorder.page, 6);
  const recorded = await shownTime(recorder.page);
  await studio.kill();
  await expect(recorder.page.getByText('Showhow does not answer.')).toBeVisible({ timeout: 20_000 });
  await expect(recorder.page.getByText(/Showhow stopped answering at \d+:\d\d\. Everything up to \d+:\d\d is saved\./)).toBeVisible({
    timeout: 60_000,
  });
  // The page is not the end of the way: there is none back in a window without an address.
  await expect(recorder.page.getByRole('link', { name: 'Home' })).toBeVisible();
  await recorder.close();
  await close();

  const { code, stdout, stderr } = await runShowhow(['salvage', '--workspace', workspace, '--json']);
  expect(code).toBe(0);
  const { takes } = JSON.parse(stdout) as {
    takes: { id: string; state: string; duration: number; tracks: { kind: string; offset: number; duration: number }[] }[];
  };
  // What could not be read, and why, stands in the log.
  expect(takes, stderr).toMatchObject([{ state: 'ready', lost: [] }]);
  expect(takes[0]?.tracks.map(({ kind }) => kind).sort()).toEqual(['microphone', 'screen', 'system']);
  for (const { offset, duration } of takes[0]?.tracks ?? []) expect(offset + duration).toBeGreaterThan(recorded - 1);

  const health = await runShowhow(['health', '--take', String(takes[0]?.id), '--workspace', workspace, '--json']);
  expect(health.code).toBe(0);
  const report = JSON.parse(health.stdout) as { tracks: { kind: string; loudness: number | null }[] };
  expect(report.tracks.find(({ kind }) => kind === 'system')?.loudness).toBeGreaterThan(-40);
});
