import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { beginBlank } from './support/begin.ts';
import { expect, openStudio, test } from './support/fixtures.ts';
import { themes } from './support/theme.ts';

const text = (page: Page) => page.getByRole('textbox', { name: 'Text of the module' });
const saved = (page: Page) => expect(page.getByText('Saved', { exact: true })).toBeVisible();
const field = (page: Page, name: RegExp) => page.getByRole('textbox', { name });

/** A lesson with a bold word in it, and a question. */
async function write(page: Page): Promise<void> {
  await beginBlank(page);
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Change a blade');
  await text(page).click();
  await page.keyboard.type('Take off the **red** cover.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Pull the plug.');
  await saved(page);
}

test('a lesson is written in German, gets outdated, is looked at again, and is read in it', async ({ page, studio }) => {
  test.slow();
  await openStudio(page, studio);
  await write(page);
  await page.getByRole('button', { name: 'Languages' }).click();
  await expect(page.getByText('Your lesson in the language of those who need it')).toBeVisible();
  await page.getByLabel('Another language').selectOption('de');
  await page.getByRole('button', { name: 'Add the language' }).click();
  await expect(page.getByRole('heading', { name: 'German', exact: true })).toBeVisible();
  await expect(page.getByText('0 of 3 texts').first()).toBeVisible();

  // By keyboard: from one text that is still to do to the next, with a mark put around the word it belongs to.
  await field(page, /^Title, .* in German/).focus();
  await page.keyboard.type('Klinge wechseln');
  await page.keyboard.press('Control+Enter');
  await expect(field(page, /red.* in German/)).toBeFocused();
  await page.keyboard.type('Die rote Abdeckung abnehmen.');
  await expect(page.getByText('A mark of the source is missing', { exact: false })).toBeVisible();
  await page.keyboard.press('Home');
  for (let letter = 0; letter < 4; letter += 1) await page.keyboard.press('ArrowRight');
  for (let letter = 0; letter < 4; letter += 1) await page.keyboard.press('Shift+ArrowRight');
  await page.getByRole('button', { name: 'Put in <1>: bold' }).focus();
  await page.keyboard.press('Enter');
  await expect(field(page, /red.* in German/)).toHaveValue('Die <1>rote</1> Abdeckung abnehmen.');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.type('Stecker zieen.');
  await expect(page.getByText('3 of 3 texts').first()).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('2 of 3 texts').first()).toBeVisible();
  await page.keyboard.press('Control+y');
  await expect(field(page, /plug.* in German/)).toHaveValue('Stecker zieen.');
  await saved(page);
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectAccessible(page);
  }

  // In another window the source changes; this one hears of it.
  const other = await page.context().newPage();
  await other.goto(page.url().replace('/languages', ''));
  await text(other).getByText('Pull the plug.').click();
  await other.keyboard.press('End');
  await other.keyboard.type(' Wait a minute.');
  await saved(other);
  await other.getByText('Changed since it was translated', { exact: true }).click();
  await expect(other.getByText('One text was changed since the German of it was written.')).toBeVisible();
  await expect(page.getByText('Changed since:')).toBeVisible();
  await expect(page.locator('ins')).toContainText('Wait a minute.');

  await other.getByRole('button', { name: 'Preview' }).click();
  const preview = other.frameLocator('iframe[title="Preview of the module"]');
  await other.getByLabel('Language', { exact: true }).selectOption('de');
  await expect(preview.locator('article')).toHaveAttribute('lang', 'de');
  await expect(preview.getByRole('heading', { name: 'Klinge wechseln' })).toBeVisible();
  await expect(preview.locator('strong')).toHaveText('rote');
  await expect(preview.getByText('Pull the plug. Wait a minute.')).toHaveAttribute('lang', 'en');
  await other.close();

  await page.getByRole('checkbox', { name: 'Only what is still to do' }).check();
  await expect(page.getByRole('textbox')).toHaveCount(1);
  await field(page, /plug.* in German/).fill('Stecker ziehen und eine Minute warten.');
  await expect(page.getByText('3 of 3 texts').first()).toBeVisible();
  await saved(page);
});
