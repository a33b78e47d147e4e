import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { cursorRests } from './support/cursor.ts';
import { expect, openStudio, test } from './support/fixtures.ts';
import { lessonFile } from './support/lesson-file.ts';
import { seekTo } from './support/seek.ts';

const words = 'Count the notes first, then the coins.';

const upload = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });

async function saved(page: Page, folder: string, press: () => Promise<void>): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return readFile(path);
}

/** Marks words as a reader does with the pointer or by Shift and the arrows. */
const mark = (page: Page, phrase: string): Promise<void> =>
  page.evaluate(
    ([start, end]) => {
      const [line] = document.querySelector('.sh-body p')?.childNodes ?? [];
      if (!line) throw new Error('There are no words');
      const range = document.createRange();
      range.setStart(line, start);
      range.setEnd(line, end);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    },
    [words.indexOf(phrase), words.indexOf(phrase) + phrase.length] as const,
  );

test('a lesson is reviewed in another studio by file: words, a region, a stretch and the whole; what was said comes back once', async ({
  page,
  studio,
  startStudio,
  folder,
  newPerson,
}) => {
  test.setTimeout(240_000);
  await openStudio(page, studio);
  const lesson = await lessonFile(folder, 'Closing the till', [words, 'Sign the list.']);
  await page.getByLabel('Videos to import, or documents').setInputFiles(upload('till.showhow', lesson));
  await page.getByRole('button', { name: 'Open the module' }).click();
  await page.waitForURL(/\/write\/.+/);
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await page.goto(new URL(`/publish/${id}`, page.url()).href);

  const handOut = async (look?: (dialog: Locator) => Promise<void>) => {
    const button = page.getByRole('button', { name: 'Hand out for review as a file' });
    await expect(button).toBeEnabled();
    await button.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Hand out for review as a file' });
    await look?.(dialog);
    return saved(page, folder, () => dialog.getByRole('link', { name: 'Save the file' }).press('Enter'));
  };
  const out = await test.step('the author hands it out', () =>
    handOut(async (dialog) => {
      await expect(dialog).toContainText('approves nothing');
      await expectAccessible(page, { except: ['video'] });
    }));

  const other = await startStudio();
  const tom = await (await newPerson()).newPage();
  await openStudio(tom, other, '/reviews');
  const row = (index: number) => tom.locator('li[id^="part-"]').nth(index);
  const say = async (index: number, text: string) => {
    await row(index)
      .getByRole('textbox', { name: /^Comment on/ })
      .fill(text);
    await row(index).getByRole('button', { name: 'Add the comment' }).press('Enter');
    await expect(row(index).getByText(text)).toBeVisible();
  };

  await test.step('a colleague without an account opens it and says who she is', async () => {
    await expect(tom.getByRole('heading', { name: 'No file to look at yet' })).toBeVisible();
    await expectAccessible(tom, { except: ['video'] });
    await tom.getByLabel('Review a file: choose the file').setInputFiles(upload('till, for review.showhow', out));
    const dialog = tom.getByRole('dialog', { name: 'till, for review.showhow' });
    await expect(dialog).toContainText('Closing the till by Mara Lind is here to be reviewed.');
    await dialog.getByRole('button', { name: 'Review it' }).click();
    await expect(tom.getByRole('heading', { name: 'Closing the till' })).toBeVisible();
    await expect(tom.getByText('Looked after by Jo Park')).toBeVisible();
    await expect(tom.getByText('Handbook, page 4')).toBeVisible();
    await tom.getByLabel('Who are you?').fill('Tom Berg');
    await tom.getByRole('button', { name: 'This is my name' }).press('Enter');
    await expect(tom.getByLabel('Who are you?')).toBeHidden();
    await tom.getByRole('button', { name: 'See it as a learner' }).click();
    await expect(tom.frameLocator('iframe').getByRole('heading', { name: 'Closing the till' })).toBeVisible();
    await tom.keyboard.press('Escape');
  });

  await test.step('he speaks of words, of a part of the picture, of a stretch of the video, and of the whole', async () => {
    await mark(tom, 'then the coins');
    await row(0)
      .getByRole('button', { name: /on the marked words/ })
      .press('Enter');
    await row(0).getByLabel('Must').check();
    await row(0).getByText('Suggest other wording').press('Enter');
    await row(0).getByLabel('In its place').fill('the coins last');
    await row(0)
      .getByRole('textbox', { name: /^Comment on/ })
      .fill('Say it sho');
    await tom.getByLabel('A word for Mara Lind, if you like').fill('Nearly the');
    await tom.getByRole('link', { name: 'All reviews' }).click();
    await tom.getByRole('link', { name: /Closing the till/ }).click();
    // What is begun stands as it was left: the words it speaks of, how much hangs on it, and the other wording.
    await expect(row(0).getByRole('textbox', { name: /^Comment on/ })).toHaveValue('Say it sho');
    await expect(row(0).getByText('“then the coins”')).toBeVisible();
    await expect(row(0).getByLabel('Must')).toBeChecked();
    await expect(row(0).getByLabel('In its place')).toHaveValue('the coins last');
    await expect(tom.getByLabel('A word for Mara Lind, if you like')).toHaveValue('Nearly the');
    await tom.getByLabel('A word for Mara Lind, if you like').fill('');
    await say(0, 'Say it shorter');

    await row(1)
      .getByRole('button', { name: /^Comment/ })
      .press('Enter');
    await row(1).getByRole('button', { name: 'Mark a part of the picture' }).press('Enter');
    const frame = tom.locator('.easel.drawing .region');
    await expect(frame).toBeFocused();
    await tom.keyboard.press('ArrowRight');
    await tom.keyboard.press('Shift+ArrowDown');
    const share = () =>
      frame.evaluate((box) => {
        const picture = box.closest('.sh-body')?.querySelector('img')?.getBoundingClientRect();
        const { left, width } = box.getBoundingClientRect();
        return picture ? [(left - picture.left) / picture.width, width / picture.width].map((part) => part.toFixed(2)) : [];
      });
    await expect.poll(share).toEqual(['0.32', '0.40']);
    await tom.setViewportSize({ width: 700, height: 900 });
    await expect.poll(share).toEqual(['0.32', '0.40']);
    await tom.setViewportSize({ width: 1280, height: 900 });
    await frame.press('Enter');
    await say(1, 'The lock is hard to see');
    await expect(frame).toHaveCount(0);

    await seekTo(tom.locator('video'), 1.5);
    await row(2)
      .getByRole('button', { name: /^Comment/ })
      .press('Enter');
    await seekTo(tom.locator('video'), 4);
    await row(2).getByRole('button', { name: 'Until 0:04' }).press('Enter');
    await say(2, 'Too fast here');
    await row(2).getByRole('button', { name: 'At 0:01–0:04' }).press('Enter');
    await expect.poll(() => tom.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime)).toBeCloseTo(1.5, 1);

    const whole = tom.getByRole('region', { name: 'On the whole' });
    await whole.getByRole('button', { name: /^Comment/ }).press('Enter');
    await whole.getByRole('textbox', { name: /^Comment on/ }).fill('<b>Good</b> & short');
    await whole.getByRole('button', { name: 'Add the comment' }).press('Enter');
    await expect(whole.getByText('<b>Good</b> & short')).toBeVisible();
    await tom.getByLabel(/^A word for Mara Lind/).fill('Nearly there.');
    await tom.getByRole('button', { name: 'I would return it' }).press('Enter');
    await expect(tom.getByRole('region', { name: 'Advice', exact: true })).toContainText('would return it');
    // Who waited for an answer goes on where she was.
    await expect(tom.getByRole('button', { name: 'I would return it' })).toBeFocused();
    await expectAccessible(tom, { except: ['video'] });
  });

  const handBack = async () => {
    const file = await saved(tom, folder, () => tom.getByRole('link', { name: 'Save the file to hand back' }).press('Enter'));
    await expect(tom.getByText('All that you said is in the file.')).toBeVisible();
    return file;
  };
  const back = await handBack();
  await row(3)
    .getByRole('button', { name: /^Comment/ })
    .press('Enter');
  await say(3, 'Which list?');
  const later = await handBack();
  await tom.getByRole('link', { name: 'All reviews' }).click();
  await expect(tom.getByText('Handed back', { exact: true })).toBeVisible();
  await expectAccessible(tom, { except: ['video'] });

  const bring = async (file: Buffer, words: string) => {
    await page.getByLabel('Bring comments back: choose the file').setInputFiles(upload('reviewed.showhow', file));
    const dialog = page.getByRole('dialog', { name: 'reviewed.showhow' });
    await expect(dialog).toContainText(words);
    await dialog.getByRole('button', { name: 'See what was said' }).click();
    await expect(dialog).toBeHidden();
  };
  await test.step('the author brings both files back, the later one first and twice, and sees each comment once', async () => {
    const comments = page.getByRole('list', { name: 'Comments' });
    await bring(later, 'got 5 comments, 1 piece of advice.');
    await expect(comments.locator(':scope > li')).toHaveCount(5);
    await bring(back, 'got nothing new');
    await bring(later, 'got nothing new');
    await page.reload();
    await expect(comments.locator(':scope > li')).toHaveCount(5);
    await expect(comments.getByText('says: Tom Berg, by file')).toHaveCount(5);
    await expect(comments.getByText('<b>Good</b> & short')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Advice', exact: true })).toContainText(
      'Approving is bound to a person whom the hub knows',
    );
    await expectAccessible(page, { except: ['video'] });
  });

  await test.step('a suggestion is taken with one click, and taken back by undo', async () => {
    await page.getByRole('listitem').filter({ hasText: 'Say it shorter' }).getByRole('link', { name: 'Go to the place' }).click();
    const text = page.getByRole('textbox', { name: 'Text of the module' });
    await expect(text.getByText(words)).toBeVisible();
    await page.getByRole('button', { name: 'Take the suggestion' }).click();
    await expect(text.getByText('Count the notes first, the coins last.')).toBeVisible();
    await expect(page.getByText('Suggestion taken by')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Take the suggestion' })).toHaveCount(0);
    await text.press('ControlOrMeta+z');
    await expect(text.getByText(words)).toBeVisible();
  });

  await test.step('in the next round the reviewer is shown what was changed, and what was answered', async () => {
    await page.getByRole('textbox', { name: 'Text of the module' }).getByText('Sign the list.').click();
    await cursorRests(page);
    await page.keyboard.press('End');
    await page.keyboard.type(' It lies beneath the till.');
    const comment = page.getByRole('listitem').filter({ hasText: 'Which list?' });
    await comment.getByRole('button', { name: /^Done/ }).press('Enter');
    await expect(comment.getByText(/^Settled by/)).toBeVisible();
    await expect(page.getByRole('banner').getByText('Saved', { exact: true })).toBeVisible();
    await page.goto(new URL(`/publish/${id}`, page.url()).href);
    const second = await handOut();

    await tom.getByLabel('Review a file: choose the file').setInputFiles(upload('till, for review.showhow', second));
    await tom.getByRole('dialog', { name: 'till, for review.showhow' }).getByRole('button', { name: 'Review it' }).press('Enter');
    await expect(tom.getByText('Round 2')).toBeVisible();
    await expect(tom.getByText(/^Shown are the changes since the version you looked at before/)).toBeVisible();
    const changed = tom.locator('li[id^="part-"]').filter({ hasText: 'Changed in this round' });
    await expect(changed).toHaveCount(1);
    await expect(changed.locator('ins')).toHaveText('It lies beneath the till.');
    await expect(changed.getByText(/^Settled by/)).toBeVisible();
    await expectAccessible(tom, { except: ['video'] });
  });
});
