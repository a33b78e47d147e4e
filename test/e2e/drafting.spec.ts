import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, openStudio, test } from './support/fixtures.ts';
import { openPreview, tabTo } from './support/lesson.ts';

const exec = promisify(execFile);

const text = (page: Page) => page.getByRole('textbox', { name: 'Text of the module' });
const panel = (page: Page) => page.getByRole('complementary', { name: 'Before handing in' });
const open = (page: Page) => panel(page).getByRole('group').filter({ hasText: 'Still open' });

/** Goes to something with Tab and presses it, as someone without a mouse does. */
async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target, 150);
  await page.keyboard.press(key);
}

/** Nine seconds with a tone. */
async function makeVideo(path: string): Promise<string> {
  const sources = ['-f', 'lavfi', '-i', 'testsrc2=size=640x360:rate=30', '-f', 'lavfi', '-i', 'sine=frequency=330:sample_rate=48000'];
  const coding = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-g', '30', '-c:a', 'aac'];
  await exec(process.env.SHOWHOW_FFMPEG ?? 'ffmpeg', ['-y', '-v', 'error', ...sources, '-t', '9', ...coding, path]);
  return path;
}

const captions = [
  'WEBVTT',
  '00:00.500 --> 00:02.500\nOpen the till with the small key.',
  '00:03.500 --> 00:05.500\nPut exactly 200 euros aside.',
  '00:06.500 --> 00:08.500\nWrite the rest into the book.',
].join('\n\n');

/** The cutting room of a take with captions and three chapters, with the keyboard on the clips. */
async function cutWithChapters(page: Page, folder: string): Promise<void> {
  await page.getByLabel('Videos to import').setInputFiles(await makeVideo(join(folder, 'Close the till.mp4')));
  const card = page.getByRole('region', { name: 'In progress' }).getByRole('listitem').filter({ hasText: 'Ready to cut' });
  await press(page, card.getByRole('heading').getByRole('button'));
  await expect(page.getByRole('listbox', { name: 'Clips' })).toBeVisible({ timeout: 60_000 });
  const file = join(folder, 'till.vtt');
  await writeFile(file, captions);
  await page.getByRole('tab', { name: 'Captions' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Caption file to import').setInputFiles(file);
  await expect(page.getByRole('textbox', { name: 'Caption 1, at' })).toHaveValue(/^Open the till/);
  await page.getByRole('tab', { name: 'Cuts' }).focus();
  await page.keyboard.press('Enter');
  for (const [second, title] of ['Open the till', 'Count the money', 'Write it down'].entries()) {
    await page.getByRole('listbox', { name: 'Clips' }).focus();
    if (second === 0) await page.keyboard.press('Home');
    else for (let step = 0; step < 3; step += 1) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('c');
    const name = page.getByLabel(`Title of the chapter at ${3 * second} seconds`);
    await name.fill(title);
    await name.press('Enter');
  }
}

test('a cut becomes a drafted lesson with one press: its steps lead to their moments, and what nobody said stays blank', async ({
  page,
  studio,
  folder,
}) => {
  test.setTimeout(240_000);
  await openStudio(page, studio);
  await cutWithChapters(page, folder);
  const cutting = page.url();
  await page.getByRole('button', { name: 'Go on to finish' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Finish and draft a lesson' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/write\/[0-9a-f-]{36}$/, { timeout: 120_000 });

  const steps = text(page).getByRole('group', { name: 'Steps', exact: true });
  await expect(page.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('Close the till');
  await expect(steps.getByLabel('What is done in step 2')).toHaveValue('Count the money');
  await expect(steps.getByLabel('How step 2 is done')).toHaveValue('Put exactly 200 euros aside.');
  await expect(steps.getByText('0:04 of “Close the till”')).toBeVisible();
  await expect(text(page).getByRole('listitem').filter({ hasText: 'Write it down' }).first()).toBeVisible();
  await expect(open(page)).toContainText('When does a colleague need this');
  await expectAccessible(page);

  const preview = await openPreview(page);
  await expect(preview.getByText('In which order are the steps done?')).toBeVisible();
  await expect(preview.getByText('When does a colleague need this')).toHaveCount(0);
  await preview.getByRole('link', { name: /^Watch this step 0:0[45]/ }).press('Enter');
  await expect.poll(() => preview.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThanOrEqual(4);

  await test.step('the take is cut anew: the lesson says so, and its steps go along with what they show', async () => {
    const writing = page.url();
    await page.goto(cutting);
    await page.getByRole('listbox', { name: 'Clips' }).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('i');
    for (let second = 0; second < 2; second += 1) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('o');
    await page.keyboard.press('x');
    await page.getByRole('button', { name: 'Go on to finish' }).press('Enter');
    await page.getByRole('button', { name: 'Finish now' }).press('Enter');
    await expect(page.getByRole('heading', { name: 'Finished', exact: true })).toBeVisible({ timeout: 120_000 });
    await page.goto(writing);
    const video = text(page).getByRole('group', { name: 'Video', exact: true });
    await expect(video.getByText('The video was cut and finished anew since: it is 0:07 long now.')).toBeVisible();
    await expectAccessible(page);
    await press(page, video.getByRole('button', { name: 'Show the new cut' }));
    await expect(video.getByText('Title of the video (0:07)')).toBeVisible();
    await expect(steps.getByText('0:02 of “Close the till”')).toBeVisible();
    await expect(video.getByText(/cut and finished anew/)).toHaveCount(0);
    await expect(video.getByText('With captions.')).toBeVisible();
    await expect(video.getByLabel('Title of the video (0:07)')).toBeFocused();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(video.getByText('Title of the video (0:09)')).toBeVisible();
    await expect(steps.getByText('0:04 of “Close the till”')).toBeVisible();
  });

  await page.goto(new URL('/write', page.url()).href);
  const videos = page.getByRole('region', { name: 'From a video of yours' });
  await expect(videos.getByRole('button', { name: 'Draft a lesson from Close the till' })).toBeVisible();
  await expectAccessible(page);
});

test('a template says what belongs where, by keyboard alone, and nobody else is told; a module of it becomes a template itself', async ({
  page,
  studio,
  folder,
}) => {
  await openStudio(page, studio, '/write');
  const templates = page
    .getByRole('region', { name: 'How should it begin?' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('button') });
  await expect(templates).toHaveCount(7);
  await expectAccessible(page);
  // Looking makes nothing.
  await page.goto(new URL('/library', page.url()).href);
  await expect(page.getByRole('heading', { name: 'Everything you write will be here' })).toBeVisible();
  await page.goBack();

  await press(page, page.getByRole('button', { name: 'Quick tip', exact: true }));
  await page.waitForURL(/\/write\/[0-9a-f-]{36}$/);
  const trouble = 'The trouble in one sentence';
  const first = text(page).locator('.guided').first();
  await expect(first).toBeVisible();
  expect(await first.evaluate((line) => getComputedStyle(line, '::before').content)).toContain(trouble);
  await expect(text(page).getByText('The tip itself, so short that one can repeat it')).toBeVisible();
  await expect(open(page).locator('summary')).toContainText('five');
  await expectAccessible(page);

  const preview = await openPreview(page);
  await expect(preview.getByRole('heading', { name: 'When it helps' })).toBeVisible();
  for (const hint of [trouble, 'The tip itself']) await expect(preview.getByText(hint)).toHaveCount(0);
  await page.keyboard.press('Escape');

  // Showing a place leads to it; its guidance gives way to the first word, and comes back with undo.
  await press(page, open(page).locator('summary'));
  await press(page, open(page).getByRole('listitem').filter({ hasText: trouble }).getByRole('button', { name: 'Show it' }));
  await expect(text(page)).toBeFocused();
  await page.keyboard.type('It takes an hour each evening.');
  await expect(open(page).locator('summary')).toContainText('four');
  await expect(open(page)).not.toContainText(trouble);
  await press(page, open(page).getByRole('listitem').filter({ hasText: 'Video:' }).getByRole('button', { name: 'Take it out' }));
  await expect(open(page).locator('summary')).toContainText('three');

  await press(page, page.getByRole('button', { name: 'Save to a file' }));
  await press(page, page.getByRole('dialog').getByRole('button', { name: 'Save as a template' }));
  const dialog = page.getByRole('dialog', { name: 'Save as a template' });
  await dialog.getByLabel('Name').fill('Evening tip');
  await expectAccessible(page);
  await press(page, dialog.getByRole('button', { name: 'Save the template' }));
  await expect(dialog).toBeHidden();

  await page.goto(new URL('/write', page.url()).href);
  const company = page.getByRole('region', { name: 'From your company' });
  await press(page, company.getByRole('button', { name: 'More about Evening tip' }));
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  const download = page.waitForEvent('download');
  await press(page, page.getByRole('menuitem', { name: 'Save as a file for colleagues' }));
  const file = join(folder, (await download).suggestedFilename());
  await (await download).saveAs(file);
  await press(page, company.getByRole('button', { name: 'More about Evening tip' }));
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('End');
  await press(page, page.getByRole('menuitem', { name: 'Remove' }));
  await expect(company.getByText('None yet.')).toBeVisible();

  const broken = join(folder, 'broken.json');
  await writeFile(broken, '{"format":"showhow-template/1","name":"<b>"}');
  await page.getByLabel('Template file').setInputFiles(broken);
  await expect(company.getByRole('alert')).toContainText('broken.json is no template that can be used here');
  await page.getByLabel('Template file').setInputFiles(file);
  await press(page, company.getByRole('button', { name: 'Evening tip', exact: true }));
  await page.waitForURL(/\/write\/[0-9a-f-]{36}$/);
  await expect(text(page).locator('.guided').first()).toHaveAttribute('data-guidance', 'It takes an hour each evening.');
});
