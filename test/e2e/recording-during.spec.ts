import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Notes } from '../../src/shared/model/notes.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, openStudio, test } from './support/fixtures.ts';
import { probeFile } from './support/media.ts';
import {
  beginRecording,
  flashFlags,
  menuChoice,
  onlyTake,
  personsLines,
  pressRecord,
  takeFolderOf,
  takes,
  toCuttingRoom,
  untilRecorded,
  withRecorder,
} from './support/recording.ts';

// Real time passes in these tests, and a busy machine adds to it.
test.slow();

/** How far the notes have run, in pixels. */
const scrolled = (page: Page) => page.getByRole('region', { name: 'Your notes' }).evaluate(({ scrollTop }) => scrollTop);

/** The notes as they are on disk. */
async function keptNotes(page: Page): Promise<Notes> {
  const answer = await page.request.post(new URL('/api/notes/get', page.url()).href, { data: { json: {} } });
  return ((await answer.json()) as { json: Notes }).json;
}

/** Does something in the small window, which the browser shows outside of all pages. */
const inFloat = <T>(page: Page, work: (body: HTMLElement) => T): Promise<T> =>
  page.evaluate(`(${work.toString()})(documentPictureInPicture.window.document.body)`);

test('notes run past while the take runs and wait while it pauses, steps are counted, and a small window does the same', async ({
  studio,
}) => {
  await withRecorder(studio, flashFlags(), async ({ page }) => {
    await menuChoice(page, /^Screen:/, /Choose what to show/);
    await page.getByRole('button', { name: 'Notes', exact: true }).click();
    await page.getByRole('textbox', { name: 'What you want to say' }).fill('Now press save, and then print. '.repeat(120));
    await page.getByRole('slider', { name: 'Speed' }).fill('260');
    await page.getByRole('slider', { name: 'Size' }).fill('40');
    await expectAccessible(page);
    await expect
      .poll(() => keptNotes(page))
      .toMatchObject({ speed: 260, size: 40, shown: true, text: expect.stringMatching(/^Now press save/) });
    await page.getByRole('button', { name: 'Close the notes' }).click();
    await expect.poll(() => keptNotes(page)).toMatchObject({ shown: false });
    // Whoever is quicker than a slow disk writes nothing over what was not read yet.
    await page.route('**/api/notes/get', async (route) => {
      await new Promise((done) => setTimeout(done, 1500));
      await route.continue();
    });
    await page.reload();
    await page.getByRole('button', { name: 'Notes', exact: true }).click();
    await expect(page.getByRole('textbox', { name: 'What you want to say' })).toHaveValue(/^Now press save/);
    await page.unroute('**/api/notes/get');
    await menuChoice(page, /^Screen:/, /Choose what to show/);

    await beginRecording(page);
    await expect.poll(() => scrolled(page)).toBeGreaterThan(20);
    await page.getByRole('slider', { name: 'Speed' }).press('p');
    await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
    await page.getByRole('button', { name: 'Next step' }).click();
    await expect(page.getByRole('button', { name: 'Next step (1)' })).toBeVisible();

    await page.getByRole('button', { name: 'Small window' }).click();
    // It comes a moment after it was asked for.
    await page.waitForFunction('documentPictureInPicture.window?.document.body');
    await expect.poll(() => inFloat(page, (body) => body.innerText)).toContain('Step 2');
    await inFloat(page, (body) => body.querySelector<HTMLButtonElement>('button[aria-label^="Pause"]')?.click());
    await expect(page.getByRole('button', { name: 'Go on' })).toBeVisible();
    await expect.poll(() => inFloat(page, (body) => body.innerText)).toContain('Paused');
    const stands = await scrolled(page);
    await page.waitForTimeout(700);
    expect(await scrolled(page)).toBe(stands);
    await inFloat(page, (body) => {
      const view = body.ownerDocument.defaultView as Window & typeof globalThis;
      view.dispatchEvent(new view.KeyboardEvent('keydown', { key: 's' }));
    });
    await toCuttingRoom(page);
    expect((await onlyTake(page)).marks).toHaveLength(1);
  });
});

test.describe('notes that cannot be written', () => {
  test.use({ allowedErrors: [[/status of 503/], { scope: 'test' }] });

  test('are said to be so, tried again, and not lost by leaving', async ({ page, studio }) => {
    await openStudio(page, studio);
    await page.getByRole('link', { name: 'Record' }).first().click();
    await page.getByRole('button', { name: 'Notes', exact: true }).click();
    await page.route('**/api/notes/save', (route) => route.fulfill({ status: 503, body: '' }));
    const words = page.getByRole('textbox', { name: 'What you want to say' });
    await words.fill('Press save first.');
    const alert = page.getByRole('alert').filter({ hasText: 'Your notes are not on disk yet' });
    await expect(alert).toBeVisible();
    await expectAccessible(page);
    const [notice, field] = [await alert.boundingBox(), await words.boundingBox()];
    expect((notice?.x ?? 0) + (notice?.width ?? 0), 'the notice lies beside the notes').toBeLessThanOrEqual(field?.x ?? 0);
    await page.getByRole('link', { name: 'Home' }).click();
    await page.getByRole('dialog', { name: 'Your last changes are not saved' }).getByRole('button', { name: 'Stay here' }).click();
    await page.unroute('**/api/notes/save');
    // Tried again by itself; the button only is quicker.
    await expect(alert).toHaveCount(0);
    await page.getByRole('link', { name: 'Home' }).click();
    await page.getByRole('link', { name: 'Record' }).first().click();
    await expect(page).toHaveURL(/\/record$/);
    await page.reload();
    await expect(words).toHaveValue('Press save first.');
  });
});

test('who goes to another page while it records is asked first, and what was recorded is saved', async ({ studio }) => {
  await withRecorder(studio, flashFlags(), async ({ page }) => {
    await page.getByRole('link', { name: 'Home' }).click();
    await page.getByRole('link', { name: 'Record' }).first().click();
    await menuChoice(page, /^Screen:/, /Choose what to show/);
    await beginRecording(page);
    await untilRecorded(page, 2);
    await page.goBack();
    const question = page.getByRole('dialog', { name: 'The recording is still running' });
    await expectAccessible(page);
    await question.getByRole('button', { name: 'Stay here' }).click();
    await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
    expect((await onlyTake(page)).state).toBe('recording');
    await page.goBack();
    await question.getByRole('button', { name: 'Stop and leave' }).click();
    await expect(page).toHaveURL(/\/$/);
    await expect.poll(async () => (await onlyTake(page)).state, { timeout: 30_000 }).toBe('ready');

    // The same in the moment in which the take is opened on disk: there is nothing to be stopped yet.
    await page.getByRole('link', { name: 'Record' }).first().click();
    await menuChoice(page, /^Screen:/, /Choose what to show/);
    const { promise: held, resolve: open } = Promise.withResolvers<void>();
    await page.route('**/api/takes/begin', async (route) => {
      await held;
      await route.continue();
    });
    const asked = page.waitForRequest('**/api/takes/begin');
    await pressRecord(page);
    await asked;
    await page.goBack();
    const begins = page.getByRole('dialog', { name: 'The recording begins' });
    await begins.getByRole('button', { name: 'Stop and leave' }).click();
    open();
    await expect(page).toHaveURL(/\/$/, { timeout: 30_000 });
    await expect.poll(async () => (await takes(page)).map(({ state }) => state), { timeout: 30_000 }).toEqual(['ready', 'ready']);
  });
});

test('a studio that falls silent keeps nobody waiting: each step of stopping ends by itself, and says what is safe', async ({ studio }) => {
  await withRecorder(studio, flashFlags(), async ({ page }) => {
    await menuChoice(page, /^Screen:/, /Choose what to show/);
    await beginRecording(page);
    await untilRecorded(page, 3);
    // As where a disk hangs: pieces and words are taken, and nothing is answered any more.
    await page.context().route(
      ({ pathname }) => /^\/takes\/.+\/\d+$/.test(pathname) || pathname === '/api/takes/stop',
      () => undefined,
    );
    await page.waitForTimeout(1200);
    await page.keyboard.press('s');
    await expect(page.getByText('Writing the last pieces to the disk')).toBeVisible();
    // A step has eight seconds; a busy machine gets some more.
    await expect(page.getByText(/^The last pieces did not reach the disk in time/)).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText('Closing the recording')).toBeVisible();
    await expect(page.getByText(/^Showhow does not answer\. What was recorded is saved;/)).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText('Start Showhow again: it offers this recording on its first page.')).toBeVisible();
  });
});

test('steps that are marked while the studio is out of reach are in the take, and in its journal', async ({ studio }) => {
  await withRecorder(studio, flashFlags(), async ({ page }) => {
    await menuChoice(page, /^Screen:/, /Choose what to show/);
    await beginRecording(page);
    await untilRecorded(page, 2);
    await page.route('**/api/takes/mark', (route) => route.abort());
    await page.keyboard.press('n');
    await expect(page.getByRole('button', { name: 'Next step (1)' })).toBeVisible();
    await page.waitForTimeout(700);
    await page.keyboard.press('n');
    await expect(page.getByRole('button', { name: 'Next step (2)' })).toBeVisible();
    expect((await onlyTake(page)).marks).toEqual([]);
    await page.unroute('**/api/takes/mark');
    await untilRecorded(page, 5);
    await page.getByRole('button', { name: 'Stop' }).click();
    await toCuttingRoom(page);
    const { marks } = await onlyTake(page);
    expect(marks).toHaveLength(2);
    expect(Number(marks[1]) - Number(marks[0])).toBeGreaterThan(0.5);
    expect((await personsLines(studio)).map(({ type }) => type)).toEqual(['begin', 'mark', 'mark', 'stop']);
  });
});

test('an area of the screen is chosen with the keyboard or drawn, and only that is recorded', async ({ studio }) => {
  await withRecorder(studio, flashFlags(), async ({ page }) => {
    await menuChoice(page, /^Screen:/, /Choose what to show/);
    await page.getByRole('button', { name: 'Only an area' }).click();
    const area = page.getByRole('group', { name: 'Area to record' });
    await expectAccessible(page);
    await area.focus();
    await page.keyboard.press('Shift+ArrowRight');
    await expect(page.getByText('61 by 60 percent of the screen, 20 from the left, 20 from the top')).toBeAttached();
    await page.keyboard.press('Escape');
    await expect(area).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Change the area' })).toBeFocused();
    await page.keyboard.press('Enter');
    const box = await area.boundingBox();
    if (!box) throw new Error('The area cannot be drawn.');
    await page.mouse.move(box.x + 0.1 * box.width, box.y + 0.1 * box.height);
    await page.mouse.down();
    await page.mouse.move(box.x + 0.35 * box.width, box.y + 0.4 * box.height, { steps: 4 });
    await page.mouse.up();
    await expect(page.getByText(/^25 by 30 percent of the screen, 10 from the left, 10 from the top$/)).toBeAttached();
    await page.getByRole('button', { name: 'Done' }).click();
    await beginRecording(page);
    await untilRecorded(page, 3);
    await page.getByRole('button', { name: 'Stop' }).click();
    await toCuttingRoom(page);
    const home = await takeFolderOf(studio);
    const [picture] = (await probeFile(join(home, 'screen.mp4'))).streams;
    // The tab is 1280 by 800.
    for (const [length, wanted] of [
      [picture?.width, 320],
      [picture?.height, 240],
    ] as const) {
      expect(Number(length) % 2).toBe(0);
      expect(Math.abs(Number(length) - wanted)).toBeLessThan(8);
    }
  });
});
