import { readFile } from 'node:fs/promises';
import { studioClient } from '../screenshots/client.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, openStudio, test } from './support/fixtures.ts';
import { makeTake } from './support/rich-edit.ts';

test('a company’s kit is kept, saved as a file, opened from one, and new cards begin with it', async ({ page, studio, folder }) => {
  await openStudio(page, studio, '/settings');
  const kit = page.locator('form').filter({ has: page.getByRole('heading', { name: 'Company kit' }) });
  await kit.getByLabel('Company', { exact: true }).fill('Nordlicht');
  await kit.getByLabel('Title of the end card').fill('Ask your colleagues');
  await kit.getByLabel('Colour of cards').fill('#204060');
  await page.getByRole('link', { name: 'Home' }).press('Enter');
  await page.getByRole('dialog', { name: 'Your last changes are not saved' }).getByRole('button', { name: 'Stay here' }).press('Enter');
  await kit.getByRole('button', { name: 'Save the kit' }).press('Enter');
  await expect(page.getByText('Saved. New cards begin with it.', { exact: true })).toBeVisible();
  await expect(kit.getByRole('button', { name: 'Save the kit' })).toBeFocused();
  await expectAccessible(page);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    kit.getByRole('button', { name: 'Save as a file for colleagues' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Nordlicht.showhow-kit.json');
  const saved = await readFile(await download.path(), 'utf8');

  await kit.getByLabel('Kit file').setInputFiles({ name: 'notes.json', mimeType: 'application/json', buffer: Buffer.from('{') });
  await expect(page.getByRole('alert')).toContainText('notes.json is no kit file');
  const other = Buffer.from(saved.replace('Nordlicht', 'Südwind'));
  await kit.getByLabel('Kit file').setInputFiles({ name: 'kit.json', mimeType: 'application/json', buffer: other });
  await expect(kit.getByLabel('Company', { exact: true })).toHaveValue('Südwind');

  const take = await makeTake(studio, folder, 3);
  const { id } = await studioClient(studio.url).client.edits.open({ take });
  await openStudio(page, studio, `/cut/${id}`);
  await page.getByRole('tab', { name: 'Picture' }).click();
  await page.getByLabel('End card').check();
  const panel = page.getByRole('tabpanel', { name: 'Picture' });
  await expect(panel.getByLabel('Title', { exact: true })).toHaveValue('Ask your colleagues');
  await expect(panel.getByLabel('Colour')).toHaveValue('#204060');
});
