import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { beginBlank } from './support/begin.ts';
import { cursorRests } from './support/cursor.ts';
import { expect, openStudio, test } from './support/fixtures.ts';

// A save that came second, and a window without a line, are what these tests are about; the browser writes both down.
test.use({ allowedErrors: [[/409 \(Conflict\).*\/api\/modules\/save/, /net::ERR_.*\/api\/modules\//], { scope: 'test' }] });

const text = (page: Page) => page.getByRole('textbox', { name: 'Text of the module' });
const title = (page: Page) => page.getByRole('textbox', { name: 'Title', exact: true });
const saved = (page: Page) => expect(page.getByRole('banner').getByText('Saved', { exact: true })).toBeVisible();

/** A module with two paragraphs, open in this window and in another one. */
async function twoWindows(page: Page): Promise<Page> {
  await beginBlank(page);
  await text(page).click();
  await page.keyboard.type('Take off the cover.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Pull the plug.');
  await saved(page);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await expect(text(other)).toContainText('Pull the plug.');
  return other;
}

/** Puts the cursor at the end of a paragraph. */
async function goTo(page: Page, words: string): Promise<void> {
  await text(page).getByText(words).click();
  await cursorRests(page);
  await page.keyboard.press('End');
}

const paragraphs = (page: Page) => text(page).locator('> p').allInnerTexts();
/** The editor keeps an empty place to write at its end. */
const written = async (page: Page) => (await paragraphs(page)).map((words) => words.trim()).filter((words) => words !== '');

test('two windows that write at once in different parts have both, live, and keep their cursors', async ({ page, studio }) => {
  await openStudio(page, studio);
  const other = await twoWindows(page);
  await goTo(page, 'Take off the cover.');
  await goTo(other, 'Pull the plug.');
  await Promise.all([
    page.keyboard.type(' Put it on the bench, screws beside it.', { delay: 60 }),
    other.keyboard.type(' Wait a minute until the light is out.', { delay: 70 }),
  ]);
  const both = ['Take off the cover. Put it on the bench, screws beside it.', 'Pull the plug. Wait a minute until the light is out.'];
  for (const window of [page, other]) {
    await expect.poll(() => written(window)).toEqual(both);
    await saved(window);
  }
  // The cursors stand where they stood, and undo takes back what was written here and nothing else.
  await page.keyboard.type(' Good.');
  await expect.poll(() => written(other)).toEqual([`${both[0]} Good.`, both[1]]);
  await page.keyboard.press('Control+z');
  await expect(text(page)).not.toContainText('Good.');
  await expect.poll(async () => (await written(page))[1]).toBe(both[1]);
  await saved(page);
  await page.reload();
  await expect.poll(async () => (await written(page))[1]).toBe(both[1]);
  await other.close();
});

test('two windows that change the same words keep both, and one chooses', async ({ page, studio }) => {
  await openStudio(page, studio);
  const other = await twoWindows(page);
  await page.context().setOffline(true);
  await goTo(page, 'Pull the plug.');
  await page.keyboard.press('Backspace');
  await page.keyboard.type(' with both hands!');
  await goTo(other, 'Pull the plug.');
  await other.keyboard.press('Backspace');
  await other.keyboard.type(' and wait?');
  await page.context().setOffline(false);
  await expect
    .poll(async () => (await written(page)).toSorted(), { timeout: 20_000 })
    .toEqual(['Pull the plug and wait?', 'Pull the plug with both hands!', 'Take off the cover.']);
  await expect.poll(async () => (await written(other)).toSorted(), { timeout: 20_000 }).toHaveLength(3);
  const asks = (window: Page) => window.getByText('was changed here and in another window').isVisible();
  await expect.poll(async () => (await asks(page)) || (await asks(other))).toBe(true);
  const asked = (await asks(page)) ? page : other;
  await expect(asked.getByText('Nothing is lost: both versions stand one after the other')).toBeVisible();
  await expectAccessible(asked);
  const [, first] = await written(asked);
  await asked.getByRole('button', { name: 'Keep the first' }).focus();
  await asked.keyboard.press('Enter');
  for (const window of [page, other]) await expect.poll(() => written(window)).toEqual(['Take off the cover.', first]);
  await expect(asked.getByText('Nothing is lost')).toBeHidden();
  await other.close();
});

test('titles that two windows chose at once: one stands, the other waits to be taken', async ({ page, studio }) => {
  await openStudio(page, studio);
  const other = await twoWindows(page);
  await page.context().setOffline(true);
  await title(page).fill('The plug');
  await title(other).fill('The cover');
  await page.context().setOffline(false);
  const take = (window: Page) => window.getByRole('button', { name: 'Take the other' });
  await expect.poll(async () => (await take(page).isVisible()) || (await take(other).isVisible()), { timeout: 20_000 }).toBe(true);
  const [asked, quiet] = (await take(page).isVisible()) ? [page, other] : [other, page];
  const [here, there] = [await title(asked).inputValue(), await title(quiet).inputValue()];
  await take(asked).click();
  await expect(title(asked)).not.toHaveValue(here);
  const taken = await title(asked).inputValue();
  expect(['The plug', 'The cover']).toContain(taken);
  await expect(title(quiet)).toHaveValue(taken);
  expect([taken, 'The plug', 'The cover']).toContain(there);
  await other.close();
});

test('a window that slept has all that was written meanwhile, and loses nothing of its own', async ({ page, studio }) => {
  await openStudio(page, studio);
  const other = await twoWindows(page);
  const session = await page.context().newCDPSession(page);
  await goTo(page, 'Take off the cover.');
  await page.keyboard.type(' Slowly');
  // Frozen before it could save, as a laptop that is closed.
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await goTo(other, 'Pull the plug.');
  await other.keyboard.type(' Then go on.');
  await saved(other);
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  for (const window of [page, other])
    await expect.poll(() => written(window), { timeout: 20_000 }).toEqual(['Take off the cover. Slowly', 'Pull the plug. Then go on.']);
  await other.close();
});
