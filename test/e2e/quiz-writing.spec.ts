import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { beginBlank } from './support/begin.ts';
import { expect, openStudio, type StudioProcess, test } from './support/fixtures.ts';
import { previewOf } from './support/preview.ts';
import { choosePartner } from './support/questions.ts';
import { storeFile } from './support/store-file.ts';

const text = (page: Page) => page.getByRole('textbox', { name: 'Text of the module' });
const saved = (page: Page) => expect(page.getByRole('banner').getByText('Saved', { exact: true })).toBeVisible();
const verdict = (question: Locator) => question.locator('.sh-verdict');
const check = (question: Locator) => question.getByRole('button', { name: 'Check' }).press('Enter');

async function begin(page: Page, studio: StudioProcess): Promise<void> {
  await openStudio(page, studio);
  await beginBlank(page);
  await expect(text(page)).toBeVisible();
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Change a blade');
}

/** Finds a kind of question by its name and asks it, all by keys. */
async function add(page: Page, kind: string, asked: string): Promise<Locator> {
  await page.getByRole('button', { name: 'More', exact: true }).press('Enter');
  await expect(page.getByRole('combobox', { name: 'Find a kind of block' })).toBeFocused();
  await page.keyboard.type(kind);
  await page.keyboard.press('Enter');
  const question = page.getByRole('group', { name: 'Question', exact: true }).last();
  await expect(question.getByLabel('What do you ask?')).toBeFocused();
  await page.keyboard.type(asked);
  return question;
}

const write = (question: Locator, label: string, words: string) => question.getByLabel(label, { exact: true }).pressSequentially(words);

async function preview(page: Page): Promise<FrameLocator> {
  await saved(page);
  await page.getByRole('button', { name: 'Preview' }).press('Enter');
  return previewOf(page);
}
const asked = (frame: FrameLocator, words: string) =>
  frame.locator('showhow-quiz').filter({ has: frame.locator('legend', { hasText: words }) });

function makeFile(folder: string, name: string, source: string[]): string {
  const file = join(folder, name);
  execFileSync(process.env.SHOWHOW_FFMPEG ?? 'ffmpeg', ['-y', '-v', 'error', '-f', 'lavfi', ...source, file]);
  return file;
}

test('steps, pairs and gaps are written by keyboard, previewed, and answered wrong and right', async ({ page, studio }) => {
  await begin(page, studio);
  const order = await add(page, 'Order', 'What comes first?');
  await expect(order.getByText('Still needs a question, and at least two steps')).toBeVisible();
  await write(order, 'Step 1', 'Wait');
  await write(order, 'Step 2', 'Pull the plug');
  await write(order, 'Step 3', 'Loosen the nut');
  await order.getByRole('button', { name: 'Move step 2 up' }).press('Enter');
  await expect(order.getByLabel('Step 1', { exact: true })).toHaveValue('Pull the plug');
  await expect(order.getByText(/Still needs/)).toBeHidden();
  await order.getByRole('button', { name: 'Move step 1 down' }).press('Enter');
  await expect(order.getByRole('button', { name: 'Move step 2 down' })).toBeFocused();
  await order.getByRole('button', { name: 'Move step 2 up' }).press('Enter');
  await order.getByRole('button', { name: 'Add a step' }).press('Enter');
  await order.getByRole('button', { name: 'Remove step 4' }).press('Enter');
  await expect(order.getByRole('button', { name: 'Remove step 3' })).toBeFocused();

  const pairs = await add(page, 'Pairs', 'Which tool?');
  await write(pairs, 'Pair 1: this', 'Nut');
  await write(pairs, 'Pair 1: belongs to this', 'Spanner');
  await write(pairs, 'Pair 2: this', 'Screw');
  await write(pairs, 'Pair 2: belongs to this', 'Screwdriver');
  await write(pairs, 'What to say where pair 1 is mistaken', 'It has six sides.');

  const gaps = await add(page, 'Gaps', 'What is missing?');
  await write(gaps, 'The text, each gap in [brackets]', 'Pull the plug');
  for (let letter = 0; letter < 4; letter += 1) await page.keyboard.press('Shift+ArrowLeft');
  await gaps.getByRole('button', { name: 'Make a gap of what is selected' }).press('Enter');
  await expect(gaps.getByLabel('The text, each gap in [brackets]')).toHaveValue('Pull the [plug]');
  await write(gaps, 'Also right in gap 1, one a line', 'mains plug');
  await gaps.getByLabel('Capitals do not matter').press('Space');
  const more = gaps.getByText('Hints, and a word for right and wrong');
  const wrong = gaps.getByLabel('What to say when it is not');
  await expect(wrong).toBeHidden();
  await more.press('Enter');
  // Its only letter goes, and it stays open around the cursor; it folds when it is told to, and not by what stands in it.
  await wrong.press('x');
  await wrong.press('Backspace');
  await expect(wrong).toBeFocused();
  await wrong.pressSequentially('Look at it once more.');
  await more.press('Enter');
  await expect(wrong).toBeHidden();
  await more.press('Enter');
  await expect(wrong).toHaveValue('Look at it once more.');
  const addHint = gaps.getByRole('button', { name: 'Add a hint' });
  await addHint.press('Enter');
  await addHint.press('Enter');
  await write(gaps, 'Hint 2', 'It ends the cable.');
  // What is taken away hands the keyboard to its neighbour, the last one to the button that adds one.
  await gaps.getByRole('button', { name: 'Remove hint 1' }).press('Enter');
  await expect(gaps.getByRole('button', { name: 'Remove hint 1' })).toBeFocused();
  await expect(gaps.getByLabel('Hint 1', { exact: true })).toHaveValue('It ends the cable.');
  await page.keyboard.press('Enter');
  await expect(addHint).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(gaps.getByLabel('Hint 1', { exact: true })).toHaveValue('It ends the cable.');
  await expect(page.getByText('A question is not finished.')).toBeHidden();
  await expectAccessible(page);

  const frame = await preview(page);
  const first = asked(frame, 'What comes first?');
  const texts = () => first.locator('.sh-order .sh-label').allTextContents();
  await expect(first.locator('.sh-order .sh-label')).toHaveCount(3);
  expect(await texts()).not.toEqual(['Pull the plug', 'Wait', 'Loosen the nut']);
  await check(first);
  await expect(verdict(first)).toHaveAttribute('data-verdict', 'wrong');
  for (const [place, words] of ['Pull the plug', 'Wait'].entries()) {
    while ((await texts()).indexOf(words) > place) await first.getByRole('button', { name: `Move up: ${words}` }).press('Enter');
  }
  await check(first);
  await expect(verdict(first)).toHaveText('That is right.');

  const second = asked(frame, 'Which tool?');
  for (const [left, right] of [
    ['Nut', 'Screwdriver'],
    ['Screw', 'Spanner'],
  ] as const) {
    await choosePartner(second, left, right);
  }
  await check(second);
  await expect(second.getByText('It has six sides.')).toBeVisible();
  await second.getByRole('button', { name: 'Try again' }).press('Enter');
  await choosePartner(second, 'Nut', 'Spanner');
  await choosePartner(second, 'Screw', 'Screwdriver');
  await check(second);
  await expect(verdict(second)).toHaveText('That is right.');

  const third = asked(frame, 'What is missing?');
  await third.getByText('Hint', { exact: true }).press('Enter');
  await expect(third.getByText('It ends the cable.')).toBeVisible();
  await third.getByLabel('Gap').pressSequentially('Plug');
  await check(third);
  await expect(verdict(third)).toHaveText('Not quite. Try again.');
  await third.getByLabel('Gap').fill('mains plug');
  await check(third);
  await expect(verdict(third)).toHaveText('That is right.');
});

test('places in a picture are drawn and set by keys and figures, and hit by cross-hair', async ({ page, studio, folder }) => {
  await begin(page, studio);
  const question = await add(page, 'Place', 'Where is the stop button?');
  await page
    .getByLabel('Picture to point at')
    .setInputFiles(makeFile(folder, 'panel.png', ['-i', 'testsrc2=size=640x360', '-frames:v', '1']));
  await write(question, 'What does the picture show?', 'The panel');
  await question.getByRole('button', { name: 'Add a place' }).press('Enter');
  await write(question, 'Name of place 1', 'Red button');
  await question.getByLabel('Place 1, from the left, in percent').fill('10');
  await question.getByLabel('Place 1, from the top, in percent').fill('20');
  // What follows within half a second is one step of the history.
  await page.waitForTimeout(600);
  const frameOf = question.getByRole('button', { name: /^Place 1/ });
  await frameOf.press('ArrowRight');
  await frameOf.press('Shift+ArrowDown');
  await expect(question.getByLabel('Place 1, from the left, in percent')).toHaveValue('11');
  await expect(question.getByLabel('Place 1, high, in percent')).toHaveValue('21');
  // Undo takes back what was done at the frame, and keeps the place.
  await page.keyboard.press('ControlOrMeta+z');
  await expect(question.getByLabel('Place 1, high, in percent')).toHaveValue('20');
  await expect(question.getByLabel('Name of place 1')).toHaveValue('Red button');

  const panel = question.getByRole('img', { name: 'The panel' });
  await panel.scrollIntoViewIfNeeded();
  const box = await panel.boundingBox();
  const at = (x: number, y: number) => [(box?.x ?? 0) + (box?.width ?? 0) * x, (box?.y ?? 0) + (box?.height ?? 0) * y] as const;
  await page.mouse.move(...at(0.6, 0.6));
  await page.mouse.down();
  await page.mouse.move(...at(0.7, 0.7));
  await page.mouse.move(...at(0.9, 0.9));
  await page.mouse.up();
  await expect(question.getByLabel('Place 2, from the left, in percent')).toHaveValue('60');
  await expect(question.getByLabel('Place 2, wide, in percent')).toHaveValue('30');
  await question.getByRole('button', { name: 'Remove place 1' }).press('Enter');
  await expect(question.getByRole('button', { name: 'Remove place 1' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(question.getByRole('button', { name: 'Add a place' })).toBeFocused();
  for (let place = 0; place < 2; place += 1) await page.keyboard.press('ControlOrMeta+z');
  await expect(question.getByLabel('Place 2, wide, in percent')).toHaveValue('30');
  await write(question, 'Name of place 2', 'Green lamp');
  await expect(question.getByRole('checkbox', { name: 'Place 1 is right' })).toBeChecked();
  await expect(question.getByText(/Still needs/)).toBeHidden();
  await expectAccessible(page);

  const frame = await preview(page);
  const shown = asked(frame, 'Where is the stop button?');
  const aim = shown.getByRole('button', { name: /^Point in the picture/ });
  for (const key of ['Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Enter']) await aim.press(key);
  await check(shown);
  await expect(verdict(shown)).toHaveText('Not quite. Try again.');
  for (const key of [...Array(5).fill('Shift+ArrowLeft'), ...Array(4).fill('Shift+ArrowUp'), 'Enter']) await aim.press(key);
  await check(shown);
  await expect(verdict(shown)).toHaveText('That is right.');
});

test('another kind keeps what can be kept, and undo brings back the rest', async ({ page, studio }) => {
  await begin(page, studio);
  const question = await add(page, 'Question', 'What comes first?');
  await write(question, 'Answer 1', 'Pull the plug');
  await write(question, 'Answer 2', 'Wait');
  await question.getByLabel('Answer 1 is right').press('Space');
  await question.getByLabel('How it is answered').selectOption('Bring steps into order');
  await expect(question.getByLabel('Step 1', { exact: true })).toHaveValue('Pull the plug');
  await expect(question.getByLabel('Step 2', { exact: true })).toHaveValue('Wait');
  await expect(question.getByLabel('What do you ask?')).toHaveValue('What comes first?');
  await question.getByLabel('Step 1', { exact: true }).press('ControlOrMeta+z');
  await expect(question.getByRole('radio', { name: 'Answer 1 is right' })).toBeChecked();
  // The last but two goes, and nothing more can: the keyboard stays with what is left.
  await question.getByRole('button', { name: 'Add an answer' }).press('Enter');
  await question.getByRole('button', { name: 'Remove answer 1' }).press('Enter');
  await expect(question.getByLabel('What to say to who chooses answer 1')).toBeFocused();
  await expect(question.getByRole('button', { name: 'Remove answer 1' })).toBeDisabled();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(question.getByLabel('Answer 1', { exact: true })).toHaveValue('Pull the plug');
});

test('one answer and several are written by keyboard, previewed, and answered wrong and right', async ({ page, studio }) => {
  await begin(page, studio);
  const fill = async (question: Locator, right: number[], ...answers: string[]) => {
    for (const [index, answer] of answers.entries()) {
      if (index > 1) await question.getByRole('button', { name: 'Add an answer' }).press('Enter');
      await write(question, `Answer ${index + 1}`, answer);
    }
    for (const answer of right) await question.getByLabel(`Answer ${answer} is right`).press('Space');
    await expect(question.getByText(/Still needs/)).toBeHidden();
  };
  const one = await add(page, 'Question', 'What comes first?');
  await fill(one, [2], 'Lift the blade', 'Pull the plug');
  await write(one, 'What to say to who chooses answer 1', 'It still turns.');
  const several = await add(page, 'Question', 'What is safe?');
  await several.getByLabel('How it is answered').press('ArrowDown');
  await expect(several.getByLabel('How it is answered').locator('option:checked')).toHaveText('Choose several answers');
  await fill(several, [1, 3], 'The plug is out', 'The lamp is off', 'The blade stands still');
  await write(several, 'What to say to who chooses answer 2', 'Lamps break.');

  const frame = await preview(page);
  const first = asked(frame, 'What comes first?');
  await first.getByLabel('Lift the blade').press('Space');
  await check(first);
  await expect(first.getByText('It still turns.')).toBeVisible();
  await first.getByRole('button', { name: 'Try again' }).press('Enter');
  await first.getByLabel('Lift the blade').press('ArrowDown');
  await check(first);
  await expect(verdict(first)).toHaveText('That is right.');

  const second = asked(frame, 'What is safe?');
  await second.getByLabel('The plug is out').press('Space');
  await second.getByLabel('The lamp is off').press('Space');
  await check(second);
  await expect(verdict(second)).toHaveAttribute('data-verdict', 'wrong');
  await expect(second.getByText('Lamps break.')).toBeVisible();
  await second.getByRole('button', { name: 'Try again' }).press('Enter');
  await second.getByLabel('The plug is out').press('Space');
  await second.getByLabel('The blade stands still').press('Space');
  await check(second);
  await expect(verdict(second)).toHaveText('That is right.');
});

test('a question is asked at a moment of a video, listed by its time, and stops the preview there', async ({ page, studio, folder }) => {
  const clip = ['-i', 'testsrc2=size=640x360:rate=15', '-t', '4', '-pix_fmt', 'yuv420p'];
  const file = makeFile(folder, 'clip.mp4', clip);
  const hash = storeFile(studio, file, { type: 'video/mp4', width: 640, height: 360 });

  await begin(page, studio);
  await text(page).click();
  await text(page).evaluate((element, media) => {
    const attributes = { media, poster: null, title: 'In one go', duration: 4, width: 640, height: 360 };
    const block = document.createElement('div');
    block.dataset.block = 'video';
    // As the editor marks what was copied in it.
    block.dataset.pmSlice = '0 0 []';
    block.dataset.attributes = JSON.stringify(attributes);
    const data = new DataTransfer();
    data.setData('text/html', block.outerHTML);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, hash);
  const video = page.getByRole('group', { name: 'Video', exact: true });
  const ask = video.getByRole('button', { name: 'Ask a question where the video stands' });
  await ask.press('Enter');
  await video.getByLabel('Asked at second').fill('2');
  await write(video, 'What do you ask?', 'What comes next?');
  await video.getByLabel('How it is answered').selectOption('Fill gaps in a text');
  await write(video, 'The text, each gap in [brackets]', 'Loosen the [nut].');
  await video.locator('video').evaluate((element: HTMLVideoElement) => {
    element.currentTime = 1;
  });
  await ask.press('Enter');
  // Listed by time, whichever was written first.
  await expect(video.getByRole('listitem').filter({ hasText: '0:0' })).toHaveText([/0:01/, /0:02/]);
  await expect(page.getByText('A question is not finished.')).toBeVisible();
  await video.getByRole('button', { name: 'Remove the question at 0:01' }).press('Enter');
  await expect(video.getByRole('button', { name: 'Remove the question at 0:02' })).toBeFocused();
  await expect(page.getByText('A question is not finished.')).toBeHidden();
  await video.getByLabel('Title of the video').press('ControlOrMeta+z');
  await expect(video.getByRole('button', { name: 'Remove the question at 0:01' })).toBeVisible();
  await video.getByRole('button', { name: 'Remove the question at 0:01' }).press('Enter');
  await page.keyboard.press('Enter');
  await expect(ask).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(video.getByRole('button', { name: 'Remove the question at 0:02' })).toBeVisible();
  await expectAccessible(page, { except: ['video'] });

  const frame = await preview(page);
  await frame.locator('video').press('k');
  const moment = frame.getByRole('region', { name: 'Question at 0:02' });
  await expect(moment).toBeVisible();
  await moment.getByLabel('Gap').pressSequentially('bolt');
  await moment.getByLabel('Gap').press('Enter');
  await expect(verdict(moment)).toHaveText('Not quite. Try again.');
  await moment.getByLabel('Gap').fill('nut');
  await moment.getByLabel('Gap').press('Enter');
  await expect(verdict(moment)).toHaveText('That is right.');
  await moment.getByRole('button', { name: 'Go on' }).press('Enter');
  await expect.poll(() => frame.locator('video').evaluate((element: HTMLVideoElement) => element.ended)).toBe(true);
});
