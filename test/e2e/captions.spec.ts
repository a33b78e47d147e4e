import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { takeBlank } from './support/begin.ts';
import { expect, openStudio, test } from './support/fixtures.ts';

const exec = promisify(execFile);

/** Seven and a half seconds with a tone from second 1 to 3 and from 4 to 7, as if someone spoke. */
async function makeVideo(path: string): Promise<string> {
  const picture = ['-f', 'lavfi', '-i', 'testsrc2=size=640x360:rate=30'];
  const voice = 'aevalsrc=0.3*sin(2*PI*220*t)*(between(t\\,1\\,3)+between(t\\,4\\,7)):s=48000';
  const coding = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-g', '30', '-c:a', 'aac'];
  const output = ['-t', '7.5', ...coding, path];
  await exec(process.env.SHOWHOW_FFMPEG ?? 'ffmpeg', ['-y', '-v', 'error', ...picture, '-f', 'lavfi', '-i', voice, ...output]);
  return path;
}

async function openCaptions(page: Page, path: string): Promise<void> {
  await page.getByLabel('Videos to import').setInputFiles(path);
  const card = page.getByRole('region', { name: 'In progress' }).getByRole('listitem').filter({ hasText: 'Ready to cut' });
  await card.getByRole('heading').getByRole('button').click({ timeout: 60_000 });
  await page.getByRole('tab', { name: 'Captions' }).click();
}

const vtt = 'WEBVTT\n\n00:01.000 --> 00:03.000\nOpen the till\n\n00:04.000 --> 00:07.000\nThen count <b>all</b> the coins &amp; notes\n';

test('captions come in from a file, are corrected by keyboard, cut by their words, and travel with the module', async ({
  page,
  studio,
  folder,
}) => {
  test.setTimeout(240_000);
  const rows = page
    .getByRole('list', { name: 'Captions' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('textbox') });
  const row = (number: number) => page.getByRole('textbox', { name: `Caption ${number}, at` });
  const file = join(folder, 'closing.vtt');
  await writeFile(file, vtt);
  await openStudio(page, studio);
  await openCaptions(page, await makeVideo(join(folder, 'closing.mp4')));

  await test.step('import, and see it over the preview', async () => {
    await expect(page.getByRole('heading', { name: 'No captions yet' })).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel('Caption file to import').setInputFiles(file);
    await expect(row(2)).toHaveValue('Then count all the coins & notes');
    await page.getByRole('button', { name: 'Show 0:01.00' }).click();
    await expect(page.getByRole('region', { name: 'Preview' }).getByText('Open the till')).toBeVisible();
    await page.getByRole('button', { name: 'Hide captions over the preview' }).click();
    await expect(page.getByRole('region', { name: 'Preview' }).getByText('Open the till')).toHaveCount(0);
  });

  await test.step('correct, part, join and undo by keyboard', async () => {
    await row(1).focus();
    await page.keyboard.press('End');
    await page.keyboard.type(' slowly');
    await page.keyboard.press('Control+ArrowLeft');
    await page.keyboard.press('Control+Enter');
    await expect(rows).toHaveCount(3);
    await expect(row(2)).toBeFocused();
    await page.keyboard.press('Backspace');
    await expect(rows).toHaveCount(2);
    await expect(row(1)).toHaveValue('Open the till slowly');
    await page.keyboard.press('Control+z');
    await expect(rows).toHaveCount(3);
    await page.keyboard.press('Control+Shift+z');
    await expect(rows).toHaveCount(2);
    await page.getByLabel('To', { exact: true }).first().press('ArrowUp');
    await expect(page.getByLabel('To', { exact: true }).first()).toHaveValue('0:03.10');
    await expectAccessible(page);
  });

  await test.step('cut by taking a word out, see it struck, and bring it back', async () => {
    await page.getByText('Transcript', { exact: true }).click();
    const words = page.getByRole('listbox', { name: 'Transcript' });
    await words.getByRole('option', { name: 'count' }).click();
    await words.press('Shift+ArrowRight');
    await words.press('Delete');
    await expect(words.getByRole('option', { name: 'count, cut out' })).toBeVisible();
    await expect(words.getByRole('option', { name: 'all, cut out' })).toBeVisible();
    await expect(words.getByRole('option', { name: /, cut out$/ })).toHaveCount(2);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Bring back' }).click();
    await expect(words.getByRole('option', { name: /, cut out$/ })).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(words.getByRole('option', { name: /, cut out$/ })).toHaveCount(2);
  });

  await test.step('find all of it again after a reload', async () => {
    await expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible();
    await page.reload();
    await page.getByRole('tab', { name: 'Captions' }).click();
    await expect(row(1)).toHaveValue('Open the till slowly');
  });

  await test.step('finish, write, and read the transcript of what was kept as a learner', async () => {
    await page.getByRole('button', { name: 'Go on to finish' }).click();
    await page.getByRole('button', { name: 'Finish now' }).click();
    await page.getByRole('link', { name: 'Write the module' }).click({ timeout: 120_000 });
    await takeBlank(page);
    await expect(page.getByText('With captions.')).toBeVisible();
    await page.getByRole('button', { name: /Preview/ }).click();
    const learner = page.frameLocator('iframe');
    await learner.getByText('Transcript', { exact: true }).click();
    await expect(learner.getByRole('button', { name: 'Then the coins & notes' })).toBeVisible();
    await learner.getByRole('button', { name: 'Then the coins & notes' }).click();
    const time = () => learner.locator('video').evaluate((video) => (video as HTMLVideoElement).currentTime);
    await expect.poll(time).toBeCloseTo(4, 1);
    await expect(learner.locator('.sh-transcript [aria-current]')).toHaveText('Then the coins & notes');
  });
});

test('a script is laid over what is said, and the times say that they are guessed', async ({ page, startStudio, folder }) => {
  test.setTimeout(120_000);
  // Without PocketSphinx in its path the studio does the same on every machine.
  const studio = await startStudio({
    env: {
      PATH: (process.env.PATH ?? '')
        .split(':')
        .filter((place) => place !== '/usr/games')
        .join(':'),
    },
  });
  await openStudio(page, studio);
  await openCaptions(page, await makeVideo(join(folder, 'closing.mp4')));
  await page.getByRole('button', { name: 'Make captions' }).click();
  const dialog = page.getByRole('dialog', { name: 'Make captions' });
  await dialog.getByRole('radio', { name: /^Whisper listens/ }).check();
  await expect(dialog.getByText('Whisper is free and works without the network.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Make captions' })).toBeDisabled();
  await dialog.getByRole('radio', { name: /^A script I read out/ }).check();
  await dialog.getByRole('textbox', { name: 'Script' }).fill('Oeffne die Kasse. Dann zaehle alle Scheine und Muenzen.');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Make captions' }).press('Enter');
  await expect(dialog.getByRole('textbox', { name: 'Script' })).toHaveValue('Oeffne die Kasse. Dann zaehle alle Scheine und Muenzen.');
  await dialog.getByLabel('Language').selectOption('de');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Make captions' }).click();
  await expect(page.getByRole('textbox', { name: /^Caption 1, at 0:0[01]/ })).toHaveValue('Oeffne die Kasse.', { timeout: 60_000 });
  await expect(page.getByText('The times were laid over what is said')).toBeVisible();
  await expect(page.getByRole('textbox', { name: /^Caption 2, at 0:0[34]/ })).toBeVisible();
});
