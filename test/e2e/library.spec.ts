import type { Page } from '@playwright/test';
import { studioClient } from '../screenshots/client.ts';
import { expectAccessible } from './support/accessible.ts';
import { takeBlank } from './support/begin.ts';
import { expect, openStudio, type StudioProcess, test } from './support/fixtures.ts';

const paragraph = (id: string, text: string) => ({ type: 'paragraph' as const, attrs: { id }, content: [{ type: 'text' as const, text }] });

async function write({ url }: StudioProcess, title: string, text: string) {
  const { client } = studioClient(url);
  const { id, version, content } = await client.modules.create({});
  const body = { type: 'doc' as const, content: [paragraph(crypto.randomUUID(), 'First.'), paragraph(crypto.randomUUID(), text)] };
  return client.modules.save({ id, version, content: { ...content, title, body } });
}

const cards = (page: Page) => page.getByRole('list', { name: 'Modules' }).getByRole('listitem');
const more = (page: Page, title: string) => page.getByRole('button', { name: `More about ${title}` });

test('by keyboard a word is found and its place opened', async ({ page, studio }) => {
  await write(studio, 'Bearings', 'Warm the ring slowly.');
  await write(studio, 'Till', 'Count the coins twice.');
  await openStudio(page, studio, '/library');
  await expect(cards(page)).toHaveCount(2);
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('coins');
  const found = page.getByRole('list', { name: 'Found', exact: true });
  await expect(found.getByRole('heading')).toHaveText('Till');
  await expect(page).toHaveURL(/words=coins/);
  await expectAccessible(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/write\/[0-9a-f-]{36}#/);
  await expect(page.getByRole('textbox', { name: 'Text of the module' })).toBeFocused();
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('coins');
});

test('modules are sorted, archived and brought back, duplicated and removed', async ({ page, studio }) => {
  const below = await write(studio, 'Bearings', 'Warm the ring.');
  await write(studio, 'Till', 'Count the coins.');
  await openStudio(page, studio, '/library');
  await more(page, 'Till').click();
  await page.getByRole('menuitem', { name: 'Collections, tags, skills' }).press('Enter');
  await page.getByRole('dialog').press('Escape');
  await expect(more(page, 'Till')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Collections, tags, skills' }).press('Enter');
  // The one below comes to the top meanwhile; what is written in the dialog is still of the one it was opened for.
  const { client } = studioClient(studio.url);
  await client.modules.save({ id: below.id, version: below.version, content: { ...below.content, objective: 'Warm it.' } });
  await expect(page.getByLabel('New collection')).toBeFocused();
  await page.keyboard.type('Evening');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('checkbox', { name: 'Evening' })).toBeChecked();
  // What is typed and not added counts as well: to save says that it is meant.
  await page.getByLabel('New collection').fill('Weekend');
  await page.getByRole('textbox', { name: 'Skills' }).fill('Closing a till');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('link', { name: /^Weekend/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Closing a till/ })).toBeVisible();
  await page.getByRole('link', { name: /^Evening/ }).click();
  await expect(cards(page)).toHaveCount(1);
  await more(page, 'Till').click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await expect(page.getByText('Nothing is here')).toBeVisible();
  await page.getByRole('link', { name: /^Archive/ }).click();
  await more(page, 'Till').click();
  await page.getByRole('menuitem', { name: 'Take out of the archive' }).click();
  await page.getByRole('link', { name: /^All modules/ }).click();
  await expect(cards(page)).toHaveCount(2);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'List', exact: true }).press('Enter');
  await expect(page).toHaveURL(/as=list/);
  const draft = page.getByRole('list', { name: 'State' }).getByRole('link');
  await draft.press('Enter');
  await expect(page).toHaveURL(/state=draft/);
  await expect(cards(page)).toHaveCount(2);
  await expectAccessible(page);
  await draft.press('Enter');
  await expect(page).not.toHaveURL(/state=/);
  await more(page, 'Till').click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(page.getByRole('link', { name: 'Copy of Till' })).toBeVisible();
  await more(page, 'Copy of Till').click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(cards(page)).toHaveCount(2);
  await page.getByRole('listitem').filter({ hasText: '“Copy of Till” is removed.' }).getByRole('button', { name: 'Undo' }).click();
  await expect(cards(page)).toHaveCount(3);
});

test('a block of another module is put in, and its change is said and taken', async ({ page, studio }) => {
  const { client } = studioClient(studio.url);
  const written = await write(studio, 'Bearings', 'Warm the ring.');
  const ring = written.content.body.content[1]?.attrs.id ?? '';
  const german = (from: string, text: string) => ({ de: { head: {}, blocks: { [ring]: { text: { from, text } } } } });
  const original = await client.modules.save({
    id: written.id,
    version: written.version,
    content: { ...written.content, translations: german('Warm the ring.', 'Den Ring wärmen.') },
  });
  await openStudio(page, studio, '/write');
  await takeBlank(page);
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const inGerman = async () => {
    const { content } = await client.modules.get({ id });
    return Object.values(content.translations?.de?.blocks ?? {}).flatMap((texts) => Object.values(texts).map(({ text }) => text));
  };
  const text = page.getByRole('textbox', { name: 'Text of the module' });
  await text.click();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('combobox', { name: 'Find a kind of block' }).fill('another module');
  await page.keyboard.press('Enter');
  await page.getByRole('searchbox', { name: 'Search all modules' }).fill('ring');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Bearings/ })
    .click();
  await page
    .getByRole('list', { name: 'Blocks of Bearings' })
    .getByRole('button', { name: /Warm the ring/ })
    .click();
  await expect(text).toContainText('Warm the ring.');
  await expect(page.getByRole('note')).toHaveText('From “Bearings”');
  await expect(page.getByText('Its words in German came along.', { exact: true })).toBeVisible();
  await expect(page.getByRole('banner').getByText('Saved', { exact: true })).toBeVisible();
  await expect.poll(inGerman).toEqual(['Den Ring wärmen.']);

  const [first, second] = original.content.body.content;
  if (!first || second?.type !== 'paragraph') throw new Error('The module has two paragraphs');
  const changed = paragraph(second.attrs.id, 'Warm the ring slowly.');
  const content = {
    ...original.content,
    body: { type: 'doc' as const, content: [first, changed] },
    translations: german('Warm the ring slowly.', 'Den Ring langsam wärmen.'),
  };
  await client.modules.save({ id: original.id, version: original.version, content });
  await page.reload();
  await expect(page.getByRole('note')).toContainText('The original in “Bearings” was changed since.');
  await page.getByRole('button', { name: 'Take the new one' }).click();
  await expect(text).toContainText('Warm the ring slowly.');
  await expect(page.getByRole('note')).toHaveText('From “Bearings”');
  await expect.poll(inGerman).toEqual(['Den Ring langsam wärmen.']);
  const again = paragraph(second.attrs.id, 'Warm the ring and wait.');
  const { version } = await client.modules.get({ id: original.id });
  await client.modules.save({ id: original.id, version, content: { ...content, body: { type: 'doc', content: [first, again] } } });
  await page.reload();
  await page.getByRole('button', { name: 'Keep mine' }).click();
  await expect(page.getByRole('note')).toHaveText('From “Bearings”');
  await expect(text).toContainText('Warm the ring slowly.');
  await expect(page.getByRole('banner').getByText('Saved', { exact: true })).toBeVisible();
  await client.modules.remove({ id: original.id });
  await page.reload();
  await expect(page.getByRole('note')).toContainText('was removed. This one stays.');
  await page.getByRole('button', { name: 'Make it mine' }).click();
  await expect(page.getByRole('note')).toHaveCount(0);
  await expect(text).toContainText('Warm the ring slowly.');
});
