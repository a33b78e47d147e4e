import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join as inFolder } from 'node:path';
import type { Page } from '@playwright/test';
import { studioClient } from '../screenshots/client.ts';
import { expectAccessible } from './support/accessible.ts';
import { beginBlank } from './support/begin.ts';
import { expect, openStudio, test } from './support/fixtures.ts';
import { connectStudio, invite, join, setUpHub } from './support/people.ts';
import { wordsPicture } from './support/words-picture.ts';

const text = (page: Page) => page.getByRole('textbox', { name: 'Text of the module' });
const panel = (page: Page) => page.getByRole('complementary', { name: 'Before handing in' });
const kind = (page: Page, name: string) => panel(page).getByRole('group').filter({ hasText: name });

async function begin(page: Page): Promise<void> {
  await beginBlank(page);
  await expect(text(page)).toBeVisible();
}

async function writeLines(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('CLOSING THE TILL');
  await page.getByRole('textbox', { name: /What will a colleague/ }).fill('Understand the till');
  await text(page).click();
  await page.keyboard.press('ControlOrMeta+b');
  await page.keyboard.type('Before you begin');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Count the notes twice. From 2026 on the coins too.');
}

test('what could be better is said while one writes, mended by a button or by keyboard, and taken back like typing', async ({
  page,
  studio,
}) => {
  await openStudio(page, studio);
  await begin(page);
  await expect(panel(page).getByRole('heading', { name: 'Before you hand in' })).toBeVisible();
  await expect(panel(page).getByText('The module has no title.')).toBeVisible();
  await panel(page).getByRole('listitem').filter({ hasText: 'The module has no title.' }).getByRole('button', { name: 'Show it' }).click();
  await expect(page.getByRole('textbox', { name: 'Title', exact: true })).toBeFocused();

  await writeLines(page);
  await expect(panel(page).getByRole('status')).toHaveText('Five things could be better.');
  await kind(page, 'Bold in place of a heading').evaluate((details: HTMLDetailsElement) => {
    details.open = true;
  });
  await expectAccessible(page);

  await panel(page).getByRole('button', { name: 'Make it a heading' }).click();
  await expect(text(page).getByRole('heading', { name: 'Before you begin' })).toBeVisible();
  await expect(text(page).locator('strong')).toHaveCount(0);
  await expect(panel(page).getByRole('status')).toHaveText('Four things could be better.');
  await expect(panel(page).getByRole('heading', { name: 'Before you hand in' })).toBeFocused();

  await kind(page, 'Title in capitals').locator('summary').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(panel(page).getByRole('button', { name: 'Write it small' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('Closing the till');

  await text(page).click();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('CLOSING THE TILL');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(text(page).getByRole('heading')).toHaveCount(0);
});

test('a day to look again and a word on what stays are kept with the module, and the day ends the warning', async ({ page, studio }) => {
  await openStudio(page, studio);
  await begin(page);
  await writeLines(page);
  const again = kind(page, 'A day to look again');
  await again.locator('summary').click();
  await again.getByRole('button', { name: 'Show it' }).click();
  await expect(page.getByLabel('Look at it again by')).toBeFocused();
  await page.getByLabel('Look at it again by').fill('2030-01-31');
  await page.getByLabel('Who looks after it').fill('Jo Park');
  await page.getByLabel('Sources, one a line').fill('Handbook, page 4');
  await expect(again).toHaveCount(0);

  const verb = kind(page, 'Objective that nobody can watch');
  await verb.locator('summary').click();
  await verb.getByLabel('It stays, because').fill('it is the name of the course');
  await expect(verb.locator('summary')).toContainText('stays');
  await expect(page.getByRole('banner').getByText('Saved', { exact: true })).toBeVisible();

  await page.reload();
  await panel(page).getByText('Keeping it true').click();
  await expect(page.getByLabel('Look at it again by')).toHaveValue('2030-01-31');
  await expect(page.getByLabel('Who looks after it')).toHaveValue('Jo Park');
  await expect(page.getByLabel('Sources, one a line')).toHaveValue('Handbook, page 4');
  await kind(page, 'Objective that nobody can watch').locator('summary').click();
  await expect(verb.getByLabel('It stays, because')).toHaveValue('it is the name of the course');

  await page.getByRole('button', { name: 'Preview' }).press('Enter');
  const shown = page.frameLocator('iframe[title="Preview of the module"]');
  await expect(shown.getByText('Looked after by Jo Park')).toBeVisible();
  await expect(shown.getByText('To be looked at again by 31 January 2030')).toBeVisible();
  await expect(shown.getByRole('listitem').filter({ hasText: 'Handbook, page 4' })).toBeVisible();
});

test('an error keeps a module on the desk; a warning goes along, with the author’s word on it', async ({
  page,
  studio,
  hub,
  newPerson,
  folder,
}) => {
  test.slow();
  const ole = await setUpHub(await newPerson(), hub, 'Ole');
  await join(page.context(), await invite(ole, hub, [/^Author/]), 'Mara');
  await openStudio(page, studio, '/profile');
  await page.getByLabel('Name').fill('Mara');
  await expect(page.getByText(/^Saved\./)).toBeVisible();
  await connectStudio(page, hub, 'Mara');

  await begin(page);
  await writeLines(page);
  const file = inFolder(folder, 'drawer.png');
  execFileSync('ffmpeg', ['-y', '-v', 'error', '-f', 'lavfi', '-i', 'testsrc2=size=640x400:rate=1', '-frames:v', '1', file]);
  await page.getByLabel('Choose a picture').setInputFiles(file);
  const missing = panel(page).getByText('A picture has no words for those who cannot see it.');
  await expect(missing).toBeVisible();
  const handIn = panel(page).getByRole('button', { name: 'Hand in', exact: true });
  await expect(handIn).toBeDisabled();

  await page.getByLabel('What does it show?').fill('The open drawer');
  await expect(missing).toBeHidden();
  await expect(panel(page).getByText('Nothing is missing.')).toBeVisible();
  const verb = kind(page, 'Objective that nobody can watch');
  await verb.locator('summary').click();
  await verb.getByLabel('It stays, because').fill('it is the name of the course');
  await panel(page).getByText('Keeping it true').click();
  await page.getByLabel('Sources, one a line').fill('Handbook, page 4');
  await handIn.click();
  await expect(page.getByText('With the reviewers')).toBeVisible({ timeout: 60_000 });

  await ole.goto(`${hub.url}/review`);
  await ole.getByRole('link', { name: /^Look at it/ }).click();
  await ole.getByText('kinds of things could be better.').click();
  await expect(ole.getByText('It stays, because it is the name of the course')).toBeVisible();
  await expect(ole.getByText('The author said no word on it.').first()).toBeVisible();
  await expect(ole.getByText('Handbook, page 4')).toBeVisible();
  await expectAccessible(ole);
});

test('a picture with pale words is told at its block, one whose words are well to be seen is not', async ({ page, studio }) => {
  test.slow();
  await openStudio(page, studio);
  await begin(page);
  const add = async (name: string, ink: string) => {
    await page
      .getByLabel('Choose a picture')
      .setInputFiles({ name, mimeType: 'image/png', buffer: await wordsPicture(page.context(), ink) });
  };
  const shows = page.getByLabel('What does it show?');
  await add('strong.png', '#222');
  await shows.fill('The strong one');
  await add('pale.png', '#b4b4b4');
  await expect(shows).toHaveCount(2);
  await shows.nth(1).fill('The pale one');
  await text(page).press('ControlOrMeta+Home');

  const pale = kind(page, 'Words in pictures that are hard to see');
  await expect(pale).toHaveCount(1, { timeout: 60_000 });
  await pale.locator('summary').click();
  await expect(pale).toContainText(/Words in a picture are hard to see: .*The worst has a contrast of [12]\.\d to 1\./);
  await expect(pale).toContainText('WCAG 2.2, AA');
  await expectAccessible(page);
  await expect(pale.getByRole('button', { name: 'Show it' })).toHaveCount(1);
  await pale.getByRole('button', { name: 'Show it' }).press('Enter');
  const shown = text(page).locator('.ProseMirror-selectednode');
  await expect(shown.getByLabel('What does it show?')).toHaveValue('The pale one');
  await expect(shown.getByRole('img')).toBeInViewport();
  await expect(shown.getByLabel('What does it show?')).toBeFocused();
  // Only the lesson moves: the head of the page stays in sight.
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('chapters that say only which they are, are said, with the way to where they are named', async ({ page, studio, folder }) => {
  test.setTimeout(180_000);
  const { client, headers, origin } = studioClient(studio.url);
  const file = inFolder(folder, 'till.mp4');
  const coding = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-g', '30'];
  const source = ['-f', 'lavfi', '-i', 'testsrc2=size=640x360:rate=30', '-t', '6'];
  execFileSync(process.env.SHOWHOW_FFMPEG ?? 'ffmpeg', ['-y', '-v', 'error', ...source, ...coding, file]);
  const imported = await fetch(`${origin}/imports?name=till.mp4`, { method: 'POST', headers, body: await readFile(file) });
  const { take } = (await imported.json()) as { take: { id: string } };
  await expect.poll(async () => (await client.takes.get({ id: take.id })).state, { timeout: 60_000 }).toBe('ready');
  const { id, version, list } = await client.edits.open({ take: take.id });
  const chapters = ['Step 1', 'Step 2', 'Count it'].map((title, index) => ({ id: `${index}`, source: take.id, at: 2 * index, title }));
  await client.edits.save({ id, version, list: { ...list, chapters } });
  await client.edits.finish({ id });
  await expect.poll(async () => (await client.edits.get({ id })).rendition !== null, { timeout: 60_000 }).toBe(true);
  const { id: moduleId } = await client.modules.create({ edit: id });

  await openStudio(page, studio, `/write/${moduleId}`);
  const unnamed = kind(page, 'Chapters without a name');
  await unnamed.locator('summary').first().press('Enter');
  await expect(unnamed.getByText('Two chapters of a video say only which ones they are.')).toBeVisible();
  await expectAccessible(page);
  await unnamed.getByRole('link', { name: 'Open the cutting room' }).press('Enter');
  const cuts = page.getByRole('tabpanel', { name: 'Cuts' });
  await expect(cuts.getByText('Two have no name yet. Say what is done in each: colleagues choose by these words.')).toBeVisible();
  await expectAccessible(page);
  for (const [second, name] of [
    ['0 seconds', 'Open the till'],
    ['2 seconds', 'Take the notes out'],
  ] as const) {
    await cuts.getByLabel(`Title of the chapter at ${second}`).fill(name);
    await page.keyboard.press('Enter');
  }
  await expect(cuts.getByText(/no name yet/)).toHaveCount(0);
  await expect.poll(async () => (await client.edits.get({ id })).list.chapters.map(({ title }) => title)).not.toContain('Step 2');

  await page.goto(new URL(`/write/${moduleId}`, studio.url).href);
  await page.getByRole('button', { name: 'Take them over' }).click();
  await expect(unnamed).toHaveCount(0);
});
