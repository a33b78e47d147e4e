import { execFile, execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, type Locator, type Page } from '@playwright/test';
import { takeBlank } from './begin.ts';
import { previewOf } from './preview.ts';

const exec = promisify(execFile);

/** Eight seconds whose picture tells the second, with a tone. */
async function makeVideo(path: string): Promise<string> {
  const picture = ['-f', 'lavfi', '-i', 'testsrc2=size=640x360:rate=30'];
  const tone = ['-f', 'lavfi', '-i', 'sine=frequency=330:sample_rate=48000'];
  const coding = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-g', '30', '-c:a', 'aac'];
  await exec(process.env.SHOWHOW_FFMPEG ?? 'ffmpeg', ['-y', '-v', 'error', ...picture, ...tone, '-t', '8', ...coding, path]);
  return path;
}

const captions =
  'WEBVTT\n\n00:00.500 --> 00:02.000\nOpen the till\n\n00:03.000 --> 00:05.000\nCount the notes\n\n00:06.000 --> 00:07.500\nClose it\n';

/** Imports, cuts and finishes a video with captions and two chapters, "Open" and from second 4 on "Close"; then begins the module. */
export async function beginAroundVideo(page: Page, folder: string): Promise<void> {
  await page.getByLabel('Videos to import').setInputFiles(await makeVideo(join(folder, 'till.mp4')));
  const card = page.getByRole('region', { name: 'In progress' }).getByRole('listitem').filter({ hasText: 'Ready to cut' });
  await card.getByRole('heading').getByRole('button').click({ timeout: 60_000 });
  await page.getByRole('tab', { name: 'Captions' }).click();
  const file = join(folder, 'till.vtt');
  await writeFile(file, captions);
  await page.getByLabel('Caption file to import').setInputFiles(file);
  await expect(page.getByRole('textbox', { name: 'Caption 1, at' })).toHaveValue('Open the till');
  await page.getByRole('tab', { name: 'Cuts' }).click();
  await page.getByRole('listbox', { name: 'Clips' }).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('c');
  await page.getByLabel('Title of the chapter at 0 seconds').fill('Open');
  await page.getByLabel('Title of the chapter at 0 seconds').press('Enter');
  await page.getByRole('listbox', { name: 'Clips' }).focus();
  for (let second = 0; second < 4; second += 1) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('c');
  await page.getByLabel('Title of the chapter at 4 seconds').fill('Close');
  await page.getByLabel('Title of the chapter at 4 seconds').press('Enter');
  await page.getByRole('button', { name: 'Go on to finish' }).click();
  await page.getByRole('button', { name: 'Finish now' }).click();
  await page.getByRole('link', { name: 'Write the module' }).click({ timeout: 120_000 });
  await takeBlank(page);
  await expect(page.getByText('With captions.')).toBeVisible();
}

/** A picture of 640 by 400. */
export function makePicture(file: string): string {
  execFileSync('ffmpeg', ['-y', '-v', 'error', '-f', 'lavfi', '-i', 'testsrc2=size=640x400:rate=1', '-frames:v', '1', file]);
  return file;
}

/** Adds a kind of block by keyboard alone. */
export async function addBlock(page: Page, kind: string): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Find a kind of block' }).pressSequentially(kind);
  await page.keyboard.press('Enter');
}

/** Goes on with Tab until something has the focus, as someone without a mouse does. */
export async function tabTo(page: Page, target: Locator, most = 80): Promise<void> {
  for (let pressed = 0; pressed < most; pressed += 1) {
    if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

/** The preview of the module, as a colleague sees it. */
export async function openPreview(page: Page) {
  await expect(page.getByRole('banner').getByText('Saved', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Preview' }).click();
  return previewOf(page);
}
