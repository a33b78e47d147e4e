import { join } from 'node:path';
import { expectAccessible } from './support/accessible.ts';
import { launchBrowser } from './support/browser.ts';
import { expect, openStudio, test } from './support/fixtures.ts';
import { recordingFlags } from './support/flags.ts';
import { beepsIn, distances, flashesIn, middle } from './support/onsets.ts';
import {
  beginRecording,
  flashFlags,
  menuChoice,
  onlyTake,
  takeFolderOf,
  toCuttingRoom,
  untilRecorded,
  withRecorder,
} from './support/recording.ts';
import { ffmpeg } from './support/rich-edit.ts';

// Real time passes in these tests, and a busy machine adds to it.
test.slow();

test('a refused camera and microphone are said at their place, and the screen can still be recorded', async ({ studio }) => {
  await withRecorder(
    studio,
    [...flashFlags(), '--deny-permission-prompts'],
    async ({ page }) => {
      await expect(page.getByText('The microphone is not allowed here.')).toBeVisible();
      await menuChoice(page, /^Camera:/, /./);
      await expect(page.getByText('The camera is not allowed here.')).toBeVisible();
      await menuChoice(page, /^Screen:/, /Choose what to show/);
      await beginRecording(page);
    },
    [],
  );
});

test('a microphone that hears nothing and a camera that sees nothing are said before the take', async ({ studio, folder }) => {
  const [microphone, camera] = [join(folder, 'silent.wav'), join(folder, 'dark.y4m')];
  await ffmpeg('-f', 'lavfi', '-i', 'anullsrc=r=48000:cl=mono', '-t', '4', microphone);
  await ffmpeg('-f', 'lavfi', '-i', 'color=black:s=640x480:r=30', '-t', '2', '-pix_fmt', 'yuv420p', camera);
  await withRecorder(studio, flashFlags({ camera, microphone }), async ({ page }) => {
    await menuChoice(page, /^Camera:/, /./);
    await expect(page.getByRole('button', { name: /^Microphone: nothing is heard/ })).toBeVisible({ timeout: 20_000 });
    await expect(page.getByRole('button', { name: /^Camera: .*, but the picture is black/ })).toBeVisible();
  });
});

test('a computer without a camera and a microphone is told so', async ({ studio }) => {
  const { browser, close } = await launchBrowser(recordingFlags({ devices: false }));
  try {
    const page = await (await browser.newContext({ permissions: ['camera', 'microphone'] })).newPage();
    await openStudio(page, studio, '/record');
    await expect(page.getByText('No microphone was found.')).toBeVisible();
    await menuChoice(page, /^Camera:/, /./);
    await expect(page.getByText('No camera was found.')).toBeVisible();
  } finally {
    await close();
  }
});

test('the page is accessible, and a recording can be made with the keyboard alone', async ({ studio }) => {
  await withRecorder(studio, flashFlags(), async ({ page }) => {
    await expectAccessible(page);
    await page.getByRole('button', { name: /^Screen:/ }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem').first()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /^Screen: One tab/ })).toBeVisible();
    await page.getByRole('button', { name: 'Record', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Begin now' })).toBeFocused();
    await page.keyboard.press('Enter');
    const stop = page.getByRole('button', { name: 'Stop' });
    await expect(stop).toBeVisible();
    await expect(page.getByRole('button', { name: 'Pause' })).toBeFocused();
    await expectAccessible(page);

    // Switched off in another window, keys of one letter do nothing, and are not named.
    const settings = await page.context().newPage();
    await settings.goto(new URL('/settings', page.url()).href);
    const letters = settings.getByRole('checkbox', { name: 'Keys of one letter' });
    await letters.uncheck();
    await expect(stop).toHaveAttribute('title', 'Stop');
    await page.keyboard.press('p');
    await page.keyboard.press('s');
    await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
    await letters.check();
    await expect(stop).toHaveAttribute('title', 'Stop (S)');
    await page.keyboard.press('p');
    await expect(page.getByRole('status').filter({ hasText: 'Paused' })).toHaveText('Paused');
    await page.keyboard.press('p');
    await page.keyboard.press('s');
    await expect(page.getByRole('region', { name: 'After the recording' })).toBeFocused();
    await toCuttingRoom(page);

    await letters.uncheck();
    await expect(page.getByRole('button', { name: 'Split here' })).not.toHaveAttribute('aria-keyshortcuts');
    await page.keyboard.press('?');
    await page.getByRole('button', { name: 'Keys', exact: true }).press('Enter');
    const keys = page.getByRole('dialog', { name: 'Keys' });
    await expect(keys.getByText('Space', { exact: true })).toBeVisible();
    await expect(keys.getByText('J K L')).toBeHidden();
    await expectAccessible(page);
    await keys.getByRole('checkbox', { name: 'Keys of one letter' }).check();
    await expect(keys.getByText('J K L')).toBeVisible();
    await expect(letters).toBeChecked();
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await expect(keys).toBeVisible();
  });
});

test('a browser without encoders for single pictures records with its own recorder', async ({ studio }) => {
  await withRecorder(studio, flashFlags(), async (recorder) => {
    const { page } = recorder;
    await page.addInitScript(() => {
      Reflect.deleteProperty(window, 'MediaStreamTrackProcessor');
    });
    await page.reload();
    await menuChoice(page, /^Screen:/, /Choose what to show/);
    await expect(page.getByRole('button', { name: /^Microphone: you are heard/ })).toBeVisible({ timeout: 20_000 });
    await beginRecording(page);
    await untilRecorded(page, 6);
    await page.getByRole('button', { name: 'Stop' }).click();
    await toCuttingRoom(page);
    const take = await onlyTake(page);
    expect(take).toMatchObject({ state: 'ready' });
    expect(take.tracks.map(({ kind }) => kind).sort()).toEqual(['microphone', 'screen', 'system']);
    const home = await takeFolderOf(studio);
    const path = (kind: string) => join(home, String(take.tracks.find((track) => track.kind === kind)?.file));
    const apart = distances(await flashesIn(path('screen')), await beepsIn(path('system')));
    expect(Math.abs(middle(apart) + (await recorder.shownLate())), `beeps after flashes: ${apart.join(' ')}`).toBeLessThan(0.1);
  });
});
