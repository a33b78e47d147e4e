import type { Page } from '@playwright/test';
import { studioClient } from '../screenshots/client.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, openStudio, test } from './support/fixtures.ts';
import { makeTake } from './support/rich-edit.ts';

const add = async (page: Page, what: string) => {
  await page.getByRole('button', { name: 'Add from here' }).click();
  await page.getByRole('menuitem', { name: what, exact: true }).click();
};

test('marks are put on the picture, moved by keys and by pointer, listed, and taken back step by step', async ({
  page,
  studio,
  folder,
}) => {
  test.setTimeout(180_000);
  const take = await makeTake(studio, folder, 9);
  const { client } = studioClient(studio.url);
  const { id } = await client.edits.open({ take });
  await openStudio(page, studio, `/cut/${id}`);
  await page.getByRole('tab', { name: 'Picture' }).click();
  const marks = page.getByRole('list', { name: 'On the picture' }).getByRole('listitem');
  const preview = page.getByRole('region', { name: 'Preview' });

  await test.step('in a low window all that can be added is reached, and the list of keys begins at its top', async () => {
    await page.setViewportSize({ width: 1280, height: 560 });
    await page.getByRole('button', { name: 'Add from here' }).click();
    for (const what of ['Screen alone', 'Text']) {
      await page.getByRole('menuitem', { name: what, exact: true }).click({ trial: true, timeout: 5000 });
    }
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Keys', exact: true }).click();
    await expect(page.getByRole('dialog', { name: 'Keys' }).getByRole('heading', { name: 'Keys' })).toBeInViewport();
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  await test.step('a blur, by keys and in figures', async () => {
    await add(page, 'Blur');
    const region = preview.getByRole('button', { name: /^Blur: 35 % from the left/ });
    await region.press('ArrowLeft');
    await preview.getByRole('button', { name: /^Blur: 34 %/ }).press('Shift+ArrowRight');
    await expect(preview.getByRole('button', { name: /34 % from the left, 35 % from the top, 31 % wide/ })).toBeVisible();
    await page.getByRole('spinbutton', { name: 'Width' }).fill('20');
    await expect(preview.getByRole('button', { name: /20 % wide/ })).toBeVisible();
  });

  await test.step('dragged with the pointer, as one step of the history', async () => {
    const region = preview.getByRole('button', { name: /^Blur/ });
    const box = await region.boundingBox();
    if (!box) throw new Error('The region is not there');
    await page.mouse.move(box.x + 20, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + 60, box.y + 50, { steps: 5 });
    await page.mouse.up();
    await expect(preview.getByRole('button', { name: /34 % from the left/ })).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(preview.getByRole('button', { name: /34 % from the left/ })).toBeVisible();
  });

  await test.step('over all that is selected, also where the take is split', async () => {
    const playhead = page.getByRole('slider', { name: 'Playhead' });
    await playhead.press('Home');
    for (const key of ['Shift+ArrowRight', 'Shift+ArrowRight', 'i', 'Shift+ArrowRight', 's', 'Shift+ArrowRight', 'o'])
      await playhead.press(key);
    await page.getByRole('button', { name: 'Add to the selection' }).click();
    await page.getByRole('menuitem', { name: 'Cover', exact: true }).click();
    await expect(preview.getByRole('button', { name: /^Cover: 35 %/ })).toBeVisible();
    await expect
      .poll(async () => (await client.edits.get({ id })).list.covers.find(({ how }) => how === 'cover'))
      .toMatchObject({ from: expect.closeTo(2, 1), to: expect.closeTo(4, 1) });
    // The cover, the split.
    for (let step = 0; step < 2; step++) await playhead.press('Control+z');
    await playhead.press('Escape');
    await expect(marks).toHaveCount(1);
  });

  await test.step('a text, a zoom and a layout beside it', async () => {
    await add(page, 'Text');
    await page.getByLabel('Text', { exact: true }).fill('Check the totals');
    await expect(marks.filter({ hasText: 'Text: Check the totals' })).toBeVisible();
    await add(page, 'Zoom');
    await add(page, 'Side by side');
    await expect(marks).toHaveCount(4);
    await expectAccessible(page);
  });

  await test.step('cards from the profile, and the form of the picture', async () => {
    await page.getByLabel('Upright 9:16').check();
    await page.getByLabel('Title card').check();
    await expect(preview.getByRole('img', { name: /desk/ })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('taken away, and brought back', async () => {
    await marks
      .first()
      .getByRole('button', { name: /^Remove/ })
      .click();
    await expect(marks).toHaveCount(3);
    await page.getByRole('button', { name: /^Undo: remove/ }).click();
    await expect(marks).toHaveCount(4);
  });

  await test.step('kept', async () => {
    await expect
      .poll(async () => (await client.edits.get({ id })).list)
      .toMatchObject({ aspect: '9:16', covers: [{ how: 'blur' }], opening: { seconds: 3 } });
  });
});
