import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { beginBlank } from './support/begin.ts';
import { cursorRests } from './support/cursor.ts';
import { expect, openStudio, test } from './support/fixtures.ts';

const text = (page: Page) => page.getByRole('textbox', { name: 'Text of the module' });
const saved = (page: Page) => expect(page.getByRole('banner').getByText('Saved', { exact: true })).toBeVisible();
const versions = (page: Page) => page.getByRole('navigation', { name: 'Versions of this module' });

async function begin(page: Page): Promise<void> {
  await beginBlank(page);
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Change a blade');
  await text(page).click();
  await page.keyboard.type('Take off the red cover.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Pull the plug.');
  await saved(page);
}

/** Names the version that is looked at, by keyboard alone. */
async function nameIt(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Name this version' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await page.keyboard.press('Enter');
  await expect(versions(page).getByText(name, { exact: true })).toBeVisible();
}

test('a version is named, compared, brought back, and that is undone, by keyboard', async ({ page, studio }) => {
  test.slow();
  await openStudio(page, studio);
  await begin(page);
  await page.getByRole('button', { name: 'History' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nothing was kept yet')).toBeVisible();
  await nameIt(page, 'For Ole');

  await page.getByRole('link', { name: 'Back to writing' }).focus();
  await page.keyboard.press('Enter');
  await text(page).getByText('Take off the red cover.').click();
  await cursorRests(page);
  await page.keyboard.press('Home');
  for (let word = 0; word < 3; word += 1) await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.type('grey ');
  await text(page).getByText('Pull the plug.').click({ clickCount: 3 });
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await saved(page);

  await page.getByRole('button', { name: 'History' }).click();
  await expect(versions(page).getByText('1 part changed, 1 taken out.')).toBeVisible();
  await versions(page)
    .getByRole('button', { name: /For Ole/ })
    .focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '“For Ole”' })).toBeVisible();
  await expect(page.locator('ins').filter({ hasText: 'grey' })).toBeVisible();
  await expect(page.locator('del').filter({ hasText: 'red' })).toBeVisible();
  await expect(page.locator('del').filter({ hasText: 'Pull the plug.' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Bring this version back' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Brought back. What stood here before is kept.', { exact: true })).toBeVisible();
  await expect(page.getByText('Both read the same.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('ins').filter({ hasText: 'grey' })).toBeVisible();

  const gone = page.getByRole('status').filter({ hasText: 'The version in this address is not here' });
  await expect(gone).toHaveCount(0);
  await page.goto(new URL('?version=gone', page.url()).href);
  await expect(gone).toBeVisible();
  await expect(page.getByRole('heading', { name: 'As it is now' })).toBeVisible();
});

test('a part that was taken out is put back into the module, and a window that has it open shows it', async ({ page, studio }) => {
  await openStudio(page, studio);
  await begin(page);
  const writing = page.url();
  await page.goto(`${writing}/history`);
  await nameIt(page, 'Whole');
  const desk = await page.context().newPage();
  await desk.goto(writing);
  await text(desk).getByText('Pull the plug.').click({ clickCount: 3 });
  await desk.keyboard.press('Backspace');
  await desk.keyboard.press('Backspace');
  await saved(desk);
  await page.reload();
  await versions(page).getByRole('button', { name: /Whole/ }).click();
  await page.getByRole('button', { name: /Put this part back: text “Pull the plug.”/ }).click();
  await expect(page.getByText('The part is back in the module.', { exact: true })).toBeVisible();
  await expect(text(desk)).toContainText('Pull the plug.');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(text(desk)).not.toContainText('Pull the plug.');
  await desk.close();
});

test('any two versions are compared', async ({ page, studio }) => {
  await openStudio(page, studio);
  await begin(page);
  const writing = page.url();
  for (const title of ['Blade one', 'Blade two']) {
    await page.goto(writing);
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill(title);
    await saved(page);
    await page.goto(`${writing}/history`);
    await nameIt(page, title);
  }
  await versions(page)
    .getByRole('button', { name: /Blade one/ })
    .click();
  await page.getByLabel('Compared with').selectOption({ label: '“Blade two”' });
  await expect(page.locator('del').filter({ hasText: 'one' })).toBeVisible();
  await expect(page.locator('ins').filter({ hasText: 'two' })).toBeVisible();
  await page.getByLabel('Compared with').selectOption({ label: 'the version before it' });
  await expect(page.getByText('There is no version before it to compare with.')).toBeVisible();
});
