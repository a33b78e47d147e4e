import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Locator } from '@playwright/test';
import { recordEvent } from '../../src/shared/model/played.ts';
import { expectAccessible } from './support/accessible.ts';
import { takeBlank } from './support/begin.ts';
import { expect, openStudio, test } from './support/fixtures.ts';
import { openPreview } from './support/lesson.ts';

const exec = promisify(execFile);

/** Eight seconds in 1080p whose picture tells the second, with a tone. */
async function makeVideo(path: string): Promise<string> {
  const picture = ['-f', 'lavfi', '-i', 'testsrc2=size=1920x1080:rate=30'];
  const tone = ['-f', 'lavfi', '-i', 'sine=frequency=330:sample_rate=48000'];
  const coding = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-g', '30', '-c:a', 'aac'];
  await exec(process.env.SHOWHOW_FFMPEG ?? 'ffmpeg', ['-y', '-v', 'error', ...picture, ...tone, '-t', '8', ...coding, path]);
  return path;
}

const heightOf = (video: Locator) => video.evaluate((element: HTMLVideoElement) => element.videoHeight);
const stateOf = (video: Locator) =>
  video.evaluate(({ currentTime, playbackRate, paused, seeking, readyState }: HTMLVideoElement) => ({
    at: Math.round(currentTime * 10) / 10,
    rate: playbackRate,
    paused,
    isShown: !seeking && readyState >= HTMLMediaElement.HAVE_CURRENT_DATA,
  }));

test('a video is finished in smaller sizes too, and a colleague chooses hers by keyboard without losing her place', async ({
  page,
  studio,
  folder,
}) => {
  test.setTimeout(300_000);
  await openStudio(page, studio);
  await page.getByLabel('Videos to import').setInputFiles(await makeVideo(join(folder, 'till.mp4')));
  const card = page.getByRole('region', { name: 'In progress' }).getByRole('listitem').filter({ hasText: 'Ready to cut' });
  await card.getByRole('heading').getByRole('button').click({ timeout: 90_000 });
  await page.getByRole('button', { name: 'Go on to finish' }).click();
  const wanted = page.getByRole('checkbox', { name: 'Also in 720p and 480p, for slow connections' });
  await wanted.press('Space');
  await expect(wanted).toBeChecked();
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(wanted).not.toBeChecked();
  await page.getByRole('button', { name: /^Redo/ }).click();
  await expect(wanted).toBeChecked();
  await expect(page.getByText(/about .* more$/)).toBeVisible();
  await expectAccessible(page, { except: ['video'] });
  await page.getByRole('button', { name: 'Finish now' }).click();
  await expect(page.getByText('In 480p')).toBeVisible({ timeout: 180_000 });
  await page.getByRole('link', { name: 'Write the module' }).click();
  await takeBlank(page);
  await expect(page.getByText('Also in 720p and 480p, for slow connections.')).toBeVisible();

  const preview = await openPreview(page);
  const video = preview.locator('video');
  const quality = preview.getByRole('combobox', { name: 'Quality' });
  // On a phone it is shown with fewer pixels than the smallest has.
  await expect.poll(() => heightOf(video)).toBe(480);
  await expect(quality.locator('option')).toHaveText(['Automatic (480p)', '1080p', '720p', '480p']);
  await video.evaluate((element: HTMLVideoElement) => {
    element.currentTime = 3;
    element.playbackRate = 1.5;
  });
  await expect.poll(() => stateOf(video)).toMatchObject({ at: 3, isShown: true });
  const said = await video.evaluateHandle(({ ownerDocument }, name) => {
    const verbs: string[] = [];
    ownerDocument.addEventListener(name, (event) => verbs.push((event as CustomEvent<{ verb: string }>).detail.verb));
    return verbs;
  }, recordEvent);
  await quality.focus();
  await page.keyboard.press('1');
  await expect(quality).toHaveValue('1080');
  await expect.poll(() => heightOf(video)).toBe(1080);
  await expect.poll(() => stateOf(video)).toEqual({ at: 3, rate: 1.5, paused: true, isShown: true });
  await expect(quality).toBeFocused();

  // In mid-play it plays on, also where the next choice comes before the file is there.
  await video.evaluate((element: HTMLVideoElement) => {
    element.muted = true;
    return element.play();
  });
  await quality.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => heightOf(video)).toBe(480);
  await expect.poll(() => stateOf(video)).toMatchObject({ rate: 1.5, paused: false, isShown: true });
  expect((await stateOf(video)).at).toBeGreaterThanOrEqual(3);
  await video.evaluate((element: HTMLVideoElement) => element.pause());
  // Another file is nothing that she did.
  await expect.poll(() => said.jsonValue()).toEqual(['played', 'paused']);
  await expectAccessible(page, { except: ['video'] });

  // What she chose is kept in this browser; by itself a picture that grows becomes sharper.
  await page.getByRole('button', { name: 'Close', exact: true }).press('Enter');
  await openPreview(page);
  await expect(quality).toHaveValue('480');
  await quality.focus();
  await page.keyboard.press('a');
  await expect(quality).toHaveValue('automatic');
  await video.evaluate((element: HTMLVideoElement) => {
    element.style.cssText = 'position: fixed; inset: 0; width: 1280px; max-width: none; max-height: none';
  });
  await expect.poll(() => heightOf(video)).toBe(720);
  await expect(quality.locator('option').first()).toHaveText('Automatic (720p)');
});
