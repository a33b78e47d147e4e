import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchBrowser } from './support/browser.ts';
import { expect, test } from './support/fixtures.ts';
import { makeCameraFile, makeMicrophoneFile } from './support/media.ts';
import { beepsIn } from './support/onsets.ts';
import {
  beginRecording,
  flashFlags,
  journalOf,
  menuChoice,
  onlyTake,
  openRecorder,
  takeFolderOf,
  toCuttingRoom,
  untilRecorded,
  withRecorder,
} from './support/recording.ts';

// Real time passes in these tests, and a busy machine adds to it.
test.slow();

/** Ends a device as the browser does when it is unplugged: the track is over, and says so. */
const unplug = (page: Page, kind: 'audio' | 'video') =>
  page.evaluate((which) => {
    const opened = (window as unknown as { opened: MediaStreamTrack[] }).opened;
    for (const track of opened.filter((one) => one.kind === which && one.readyState === 'live')) {
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
  }, kind);

/** Keeps what the page opens, so that a test can pull it out. */
const keepTracks = (page: Page) =>
  page.addInitScript(() => {
    const opened: MediaStreamTrack[] = [];
    Object.assign(window, { opened });
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      const stream = await open(wanted);
      opened.push(...stream.getTracks());
      return stream;
    };
  });

test('a microphone, a camera and the sharing that go away in mid-take are told at once, another one takes over, and the take stays whole', async ({
  studio,
  folder,
}) => {
  const camera = await makeCameraFile(join(folder, 'camera.y4m'), 4);
  const microphone = await makeMicrophoneFile(join(folder, 'microphone.wav'), 10);
  await withRecorder(studio, flashFlags({ camera, microphone }), async ({ page }) => {
    await keepTracks(page);
    await page.reload();
    await menuChoice(page, /^Screen:/, /Choose what to show/);
    await menuChoice(page, /^Camera:/, /./);
    await expect(page.getByRole('button', { name: /^Screen: One tab, with its sound/ })).toBeVisible();
    await beginRecording(page);
    await untilRecorded(page, 3);

    await unplug(page, 'audio');
    await expect(page.getByText(/^The microphone stopped at 0:\d\d\. Everything before it is saved\./)).toBeVisible();
    await expect(page).toHaveTitle(/Microphone stopped/);
    await page.waitForTimeout(4500);
    await page.getByRole('button', { name: 'Choose another' }).click();
    await page.getByRole('menuitem').first().click();
    await expect(page.getByText(/^The microphone stopped/)).toHaveCount(0);
    await page.waitForTimeout(3000);

    await unplug(page, 'video');
    await expect(page.getByText(/^The camera stopped at/)).toBeVisible();
    // Closing the shared tab is what the browser's own "stop sharing" does to the track.
    await page.context().pages()[0]?.close();
    await expect(page.getByText(/^Sharing ended at .* Show something else and go on, or stop here\.$/)).toBeVisible();
    await expect(page.getByText('Choose what to show')).toHaveCount(0);
    await page.waitForTimeout(1500);
    await page.getByRole('button', { name: 'Stop here' }).click();
    await toCuttingRoom(page);

    const take = await onlyTake(page);
    expect(take.state).toBe('ready');
    expect(take.tracks.map(({ kind }) => kind).sort()).toEqual(['camera', 'microphone', 'screen', 'system']);
    for (const { kind, offset, duration } of take.tracks) expect(Math.abs(offset + duration - take.duration), kind).toBeLessThan(0.1);

    const events = (await journalOf(studio)).flatMap(({ at, event }) => (event ? [{ at: at ?? 0, ...event }] : []));
    const moment = (type: string, kind: string) => events.find((event) => event.type === type && event.kind === kind)?.at ?? Number.NaN;
    expect(moment('found', 'microphone') - moment('lost', 'microphone')).toBeGreaterThan(4);
    expect(moment('lost', 'screen')).toBeGreaterThan(moment('lost', 'camera'));
    // Beeps before and after, and silence for as long as there was no microphone: nothing slid.
    const beeps = await beepsIn(join(await takeFolderOf(studio), 'microphone.mp4'), 0.1);
    const [lost, found] = [moment('lost', 'microphone'), moment('found', 'microphone')];
    expect(beeps.filter((beep) => beep < lost).length).toBeGreaterThan(1);
    expect(beeps.filter((beep) => beep > lost + 0.3 && beep < found - 0.3)).toEqual([]);
    expect(beeps.filter((beep) => beep > found).length).toBeGreaterThan(1);
  });
});

test('a microphone that another program holds is said in a sentence, and the take can be made without it', async ({ studio }) => {
  await withRecorder(studio, flashFlags(), async ({ page }) => {
    // What Chromium answers where a device is in use; no fake device can be made busy.
    await page.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('Could not start audio source', 'NotReadableError'));
    });
    await page.reload();
    await expect(page.getByText(/Another program is holding the microphone, perhaps a meeting/)).toBeVisible();
    await menuChoice(page, /^Screen:/, /Choose what to show/);
    await beginRecording(page);
  });
});

test('a machine that sleeps in mid-take loses the time it slept and nothing else', async ({ studio }) => {
  test.skip(process.platform !== 'linux', 'Only here all processes of a browser can be made to stand still.');
  const { browser, sleep, close } = await launchBrowser(flashFlags());
  const recorder = await openRecorder(browser, studio);
  const { page } = recorder;
  try {
    await menuChoice(page, /^Screen:/, /Choose what to show/);
    await beginRecording(page);
    await untilRecorded(page, 3);
    await sleep(6);
    await expect(page.getByText(/^The computer slept for \d+ seconds at 0:\d\d\. That time is not in the take;/)).toBeVisible();
    await page.waitForTimeout(2500);
    await page.keyboard.press('s');
    await toCuttingRoom(page);
    const take = await onlyTake(page);
    const lines = await journalOf(studio);
    const wall = (Date.parse(String(lines.at(-1)?.time)) - Date.parse(String(lines[0]?.time))) / 1000;
    expect(lines.some(({ event }) => event?.type === 'slept')).toBe(true);
    expect(take.duration).toBeLessThan(wall - 5);
    for (const { kind, offset, duration } of take.tracks) expect(Math.abs(offset + duration - take.duration), kind).toBeLessThan(0.1);
  } finally {
    await recorder.close();
    await close();
  }
});

test('a window that changes its size while it is recorded is fitted into the first one, and does not end the take', async ({ studio }) => {
  await withRecorder(studio, flashFlags(), async ({ page }) => {
    await menuChoice(page, /^Screen:/, /Choose what to show/);
    await beginRecording(page);
    await page.waitForTimeout(2000);
    const [shown] = page.context().pages();
    // Back and forth: pictures that have to be fitted and pictures that need not be meet in the encoder.
    for (let turn = 0; turn < 6; turn++) {
      await shown?.setViewportSize({ width: 1440, height: 700 });
      await page.waitForTimeout(300);
      await shown?.setViewportSize({ width: 1280, height: 800 });
      await page.waitForTimeout(300);
    }
    await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
    await page.keyboard.press('s');
    await toCuttingRoom(page);
    const take = await onlyTake(page);
    expect(take.tracks.find(({ kind }) => kind === 'screen')).toMatchObject({ width: 1280, height: 800 });
    for (const { kind, offset, duration } of take.tracks) expect(Math.abs(offset + duration - take.duration), kind).toBeLessThan(0.1);
  });
});
