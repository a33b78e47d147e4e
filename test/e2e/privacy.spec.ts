import { pageVideo } from '../integration/privacy/page.ts';
import { studioClient } from '../screenshots/client.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, openStudio, test } from './support/fixtures.ts';

test('what may be private is searched on request, and decided and taken back by keyboard', async ({ page, studio, folder }) => {
  test.setTimeout(300_000);
  const lines = [
    { text: 'Write to martina.huber@example.com', size: 18, x: 200, y: 200 },
    { text: 'IBAN DE89 3704 0044 0532 0130 00', size: 18, x: 200, y: 700 },
  ];
  // At its end nothing is to be read any more.
  const more = "drawbox=c=black:t=fill:enable='gt(t,5)'";
  await openStudio(page, studio);
  await page.getByLabel('Videos to import').setInputFiles(await pageVideo(folder, 'orders', { lines, seconds: 8, more }));
  const card = page.getByRole('region', { name: 'In progress' }).getByRole('listitem').filter({ hasText: 'Ready to cut' });
  await card.getByRole('heading').getByRole('button').click({ timeout: 60_000 });
  const panel = page.getByRole('tabpanel');

  await page.getByRole('tab', { name: 'Privacy' }).click();
  await expect(panel.getByRole('heading', { name: 'Is anything private to be seen?' })).toBeVisible();
  await panel.getByRole('button', { name: 'Search the pictures' }).press('Enter');
  await expect(panel.getByText('2 to look at')).toBeVisible({ timeout: 180_000 });
  await expectAccessible(page);
  await panel.getByRole('button', { name: /^Cover bank account DE•••3000 at 0:00/ }).press('Enter');
  await expect(panel.getByText('1 to look at, 1 decided')).toBeVisible();
  await expect(panel.locator(':focus')).toHaveCount(1);
  await panel.getByRole('button', { name: /^Leave e-mail address m•••@e•••\.com/ }).press('Enter');
  await page.getByRole('menuitem', { name: 'Because it is made up' }).press('Enter');
  await expect(panel.getByText('All looked at, 2 decided')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(panel.getByText('1 to look at, 1 decided')).toBeVisible();
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const { client } = studioClient(studio.url);
  await expect.poll(async () => (await client.edits.get({ id })).list.covers.map(({ how }) => how)).toEqual(['cover']);
});
