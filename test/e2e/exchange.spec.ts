import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { docx, h5p, pptx, slideLine, slidePicture, slideText, wordParagraph, wordPicture } from '../integration/exchange/documents.ts';
import { png } from '../integration/exchange/pictures.ts';
import { rawZip } from '../integration/exchange/raw-zip.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, openStudio, test } from './support/fixtures.ts';

const text = (page: Page) => page.getByRole('textbox', { name: 'Text of the module' });
const title = (page: Page) => page.getByRole('textbox', { name: 'Title', exact: true });
const choose = (page: Page, ...files: { name: string; mimeType: string; buffer: Buffer }[]) =>
  page.getByLabel('Videos to import, or documents').setInputFiles(files);
const file = (name: string, buffer: Buffer | string) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(buffer) });

const documents = async (): Promise<Record<string, { buffer: Buffer; words: string; lost: string }>> => ({
  'till.md': {
    buffer: Buffer.from('# Closing the till\n\n## Count\n\nCount it **twice**.\n\n![The drawer](drawer.png)\n'),
    words: 'Count it twice.',
    lost: 'The picture drawer.png (The drawer)',
  },
  'till.docx': {
    buffer: await docx({
      body:
        wordParagraph('Closing the till', 'Title') +
        wordParagraph('Count it in pairs.') +
        wordPicture('pic1', 'The drawer') +
        wordPicture('pic2', 'A plan'),
      pictures: { 'a.png': png(320, 200), 'b.emf': Buffer.from('no picture') },
    }),
    words: 'Count it in pairs.',
    lost: 'The picture b.emf',
  },
  'till.pptx': {
    buffer: await pptx(
      [
        { shapes: slideText('ctrTitle', slideLine('Closing the till')) },
        {
          shapes: slideText('title', slideLine('Count')) + slidePicture('p1', 'The drawer'),
          relations: [{ id: 'p1', type: 'image', target: '../media/a.png' }],
          notes: 'Say it slowly.',
          timing: true,
        },
      ],
      { 'a.png': png(320, 200) },
    ),
    words: 'Say it slowly.',
    lost: 'Movements and their order',
  },
  'till.h5p': {
    buffer: await h5p(
      'H5P.Column',
      {
        content: [
          { content: { library: 'H5P.AdvancedText 1.1', params: { text: '<p>Count it by hand.</p>' } } },
          { content: { library: 'H5P.TrueFalse 1.8', params: { question: 'Coins first?', correct: 'false' } } },
          { content: { library: 'H5P.Audio 1.5', params: {} } },
        ],
      },
      {},
      'Closing the till',
    ),
    words: 'Count it by hand.',
    lost: 'Audio',
  },
});

test('a document of each kind comes in with a report of what was not taken, and opens as a module', async ({ page, studio }) => {
  await openStudio(page, studio);
  for (const [name, { buffer, words, lost }] of Object.entries(await documents())) {
    await page.goto(new URL('/', page.url()).href);
    await choose(page, file(name, buffer));
    const dialog = page.getByRole('dialog', { name });
    await expect(dialog.getByText('Closing the till')).toBeVisible();
    await expect(dialog.getByRole('region', { name: 'What was not taken' })).toContainText(lost);
    await dialog.getByRole('button', { name: 'Open the module' }).click();
    await expect(title(page)).toHaveValue('Closing the till');
    await expect(text(page).getByText(words)).toBeVisible();
  }
});

test.describe('with a refusal', () => {
  test.use({ allowedErrors: [/status of 422.*imports\/documents/] });

  test('several documents that are dropped onto the page come in one after the other; a hostile one is refused by name', async ({
    page,
    studio,
  }) => {
    await openStudio(page, studio);
    const evil = rawZip([{ name: '../../outside.txt', bytes: Buffer.from('x') }]);
    const dropped = await page.evaluateHandle(
      (files) => {
        const data = new DataTransfer();
        for (const { name, bytes } of files) data.items.add(new File([new Uint8Array(bytes)], name));
        return data;
      },
      [
        { name: 'one.md', bytes: [...Buffer.from('# One\n\nFirst.')] },
        { name: 'evil.docx', bytes: [...evil] },
      ],
    );
    await expect(page.getByRole('button', { name: 'Import' })).toBeVisible();
    await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
    const dialog = page.getByRole('dialog', { name: '2 documents' });
    await expect(dialog.getByText('is here, with all that was in the file.')).toBeVisible();
    await expect(dialog.getByRole('alert')).toContainText('evil.docx was not opened: a file in it would be written outside of its folder.');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('link', { name: 'One', exact: true })).toBeVisible();
  });
});

test('opening one of several documents leaves what is said of the others', async ({ page, studio }) => {
  await openStudio(page, studio);
  await choose(page, file('one.md', '# One\n\nFirst.'), file('two.md', '# Two\n\nSecond.\n\n![The drawer](drawer.png)'));
  const both = page.getByRole('dialog', { name: '2 documents' });
  await expect(both.getByRole('button', { name: 'Open the module' })).toHaveCount(2);
  await both.getByRole('listitem').filter({ hasText: 'One' }).getByRole('button', { name: 'Open the module' }).click();
  await expect(title(page)).toHaveValue('One');
  await page.getByRole('link', { name: 'Home' }).click();
  const other = page.getByRole('dialog', { name: 'two.md' });
  await expect(other.getByRole('region', { name: 'What was not taken' })).toContainText('drawer.png');
  await page.keyboard.press('Escape');
  await expect(other).toBeHidden();
});

test('an import can be cancelled while it is on its way, and nothing comes of it', async ({ page, studio }) => {
  await openStudio(page, studio);
  const { promise: sent, resolve: arrived } = Promise.withResolvers<void>();
  await page.route('**/imports/documents*', () => arrived());
  await choose(page, file('slow.md', 'Count it.'));
  await sent;
  const dialog = page.getByRole('dialog', { name: 'slow.md' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Modules', exact: true })).toBeHidden();
});

test('a lesson goes from one workspace to another as a file, whole and under its author’s name', async ({
  page,
  studio,
  startStudio,
  folder,
  newPerson,
}) => {
  await openStudio(page, studio);
  await page.goto(new URL('/profile', page.url()).href);
  await page.getByLabel('Name').fill('Mara Lind');
  await expect(page.getByText(/^Saved\./)).toBeVisible();
  await page.goto(new URL('/', page.url()).href);
  await choose(page, file('till.docx', (await documents())['till.docx']?.buffer ?? ''));
  await page.getByRole('button', { name: 'Open the module' }).click();
  await expect(title(page)).toHaveValue('Closing the till');

  await page.getByRole('button', { name: 'Save to a file' }).click();
  const saving = page.getByRole('dialog', { name: 'Save to a file' });
  await expect(saving.getByText('Closing the till.showhow')).toBeVisible();
  await expectAccessible(page);
  const [download] = await Promise.all([page.waitForEvent('download'), saving.getByRole('link', { name: 'Save the file' }).click()]);
  expect(download.suggestedFilename()).toBe('Closing the till.showhow');
  const path = join(folder, 'till.showhow');
  await download.saveAs(path);
  expect((await stat(path)).size).toBeGreaterThan(1000);

  const other = await startStudio();
  const tom = await (await newPerson()).newPage();
  await openStudio(tom, other);
  await choose(tom, file('till.showhow', await readFile(path)));
  const there = tom.getByRole('dialog', { name: 'till.showhow' });
  await expect(there.getByText('by Mara Lind')).toBeVisible();
  await there.getByRole('button', { name: 'Open the module' }).click();
  await expect(text(tom).getByText('Count it in pairs.')).toBeVisible();
  await expect(text(tom).getByRole('img', { name: 'The drawer' })).toBeVisible();
  await title(tom).fill('My own words');
  await expect(tom.getByRole('banner').getByText('Saved', { exact: true })).toBeVisible();

  await tom.goto(new URL('/', tom.url()).href);
  await choose(tom, file('till.showhow', await readFile(path)));
  await expect(there.getByText('is here already. The one here is different.')).toBeVisible();
  await expectAccessible(tom);
  await there.getByRole('button', { name: 'Replace the one here' }).click();
  await there.getByRole('button', { name: 'Open the module' }).click();
  await expect(title(tom)).toHaveValue('Closing the till');
});

test('a lesson is saved as Markdown after saying what will be left out', async ({ page, studio, folder }) => {
  await openStudio(page, studio);
  await choose(page, file('till.h5p', (await documents())['till.h5p']?.buffer ?? ''));
  await page.getByRole('button', { name: 'Open the module' }).click();
  await page.getByRole('button', { name: 'Save to a file' }).click();
  const saving = page.getByRole('dialog', { name: 'Save to a file' });
  await saving.getByRole('radio', { name: /Markdown/ }).check();
  await expect(saving.getByRole('region', { name: 'What was left out' })).toContainText('Coins first?');
  const [download] = await Promise.all([page.waitForEvent('download'), saving.getByRole('link', { name: 'Save the file' }).click()]);
  const path = join(folder, 'till.md');
  await download.saveAs(path);
  expect(String(await readFile(path))).toContain('Count it by hand.');
});
