import type { Page } from '@playwright/test';
import type { Block } from '../../src/shared/model/blocks/index.ts';
import type { Profile } from '../../src/shared/model/profile.ts';
import { expect, test } from './support/fixtures.ts';
import { joinHub, setUpHub, signInTo } from './support/hub-sign-in.ts';
import { content, HubTown, paragraph, video } from './support/hub-town.ts';
import { markPhrase } from './support/marking.ts';
import { questions, quizBlock } from './support/questions.ts';
import { seekTo } from './support/seek.ts';

const bo: Profile = { name: 'Bo Nilsen', role: 'Cashier', team: 'Shop 4', photo: null, goodAt: [], askMeAbout: [] };
const words = 'First the plug. Then wait until the blade stands still.';
const objective = 'You can change a blade.';
const reflection = { type: 'reflection', attrs: { id: crypto.randomUUID(), question: 'What will you try?' } } as Block;

const mark = (page: Page, phrase: string): Promise<void> => markPhrase(page, words, phrase);

// A lesson that was left open has something to report meanwhile.
test.use({ allowedErrors: [[/status of 409/], { scope: 'test' }] });

test('what is half written is there again for who wrote it, and for nobody else, until it is sent', async ({ hub, newPerson }) => {
  test.setTimeout(180_000);
  const admin = await setUpHub(await newPerson(), hub);
  const town = new HubTown(hub.folder);
  const [clip, poster] = [await town.video(4), await town.picture('color=c=0x2f4a3d:s=640x360')];
  const author = town.person(bo);
  const draft = town.module(
    author,
    bo,
    [content('Change a blade', objective, [paragraph(words), video(clip, poster, 4, 'In one go')])],
    'in-review',
  );
  const shown = town.module(author, bo, [content('Sharpen a blade', objective, [quizBlock(questions.fill), reflection])], 'published');
  town.comment(draft.id, draft.revisions[0] ?? '', 1, null, town.idOf('ada@example.com'), 'Is it true?');
  town.close();
  const context = await newPerson();
  const lea = await joinHub(admin, context, 'Lea Brandt', 'lea@example.com', ['reviewer']);
  const review = `${hub.url}/review/${draft.id}`;
  const rows = lea.locator('.review-block');
  const comment = (row: number) => rows.nth(row).getByRole('textbox', { name: /^Comment on/ });
  const leave = () => lea.goto(`${hub.url}/asks`);

  await test.step('comments on words and on a moment, an answer, and reasons', async () => {
    await lea.goto(review);
    await mark(lea, 'until the blade stands still');
    await rows.nth(0).locator('summary').first().press('Enter');
    await rows.nth(0).getByLabel('Must').check();
    await comment(0).fill('Say how long');
    await seekTo(lea.locator('video'), 2);
    await rows.nth(1).locator('summary').first().press('Enter');
    await comment(1).fill('Too fast');
    const answer = lea.locator('#comments-module .comment');
    await answer.locator('summary').press('Enter');
    await answer.getByRole('textbox', { name: /^Answer to/ }).fill('Half of an answer');
    await lea.getByText('Return with reasons').press('Enter');
    await lea.getByLabel('What should Bo Nilsen do?').fill('Say who');
    await leave();
    await lea.goto(review);
    await expect(comment(0)).toHaveValue('Say how long');
    await expect(rows.nth(0).getByLabel('Must')).toBeChecked();
    await expect(rows.nth(0).locator('[data-spoken-of]')).toHaveText('“until the blade stands still”');
    await expect(comment(1)).toHaveValue('Too fast');
    await expect(rows.nth(1).locator('[data-spoken-of]')).toHaveText('At 0:02');
    await expect(answer.getByRole('textbox', { name: /^Answer to/ })).toHaveValue('Half of an answer');
    await expect(lea.getByLabel('What should Bo Nilsen do?')).toHaveValue('Say who');
  });

  await test.step('the tab is closed, and another one opened', async () => {
    await lea.close();
    const next = await context.newPage();
    await next.goto(review);
    await expect(next.getByRole('textbox', { name: /^Comment on part 1/ })).toHaveValue('Say how long');
    await next.getByRole('button', { name: 'Add the comment' }).first().press('Enter');
    await expect(next.locator('.review-block').nth(0).locator('.comment')).toContainText('until the blade stands still');
    await next.reload();
    await expect(next.getByRole('textbox', { name: /^Comment on part 1/ })).toBeHidden();
    await expect(next.getByRole('textbox', { name: /^Comment on part 2/ })).toHaveValue('Too fast');
    await next.close();
  });

  const page = await context.newPage();
  const ask = page.getByRole('textbox', { name: 'Ask Bo Nilsen' });
  const gap = page.getByLabel('Gap 1 of 2');
  await test.step('a question to a colleague, and an answer in a lesson', async () => {
    await page.goto(`${hub.url}/modules/${shown.id}`);
    await ask.fill('Which plug?');
    await gap.fill('mains');
    await page.getByRole('textbox', { name: 'What will you try?' }).fill('The long spanner');
    await page.goto(`${hub.url}/asks`);
    await page.goto(`${hub.url}/modules/${shown.id}`);
    await expect(ask).toHaveValue('Which plug?');
    await expect(gap).toHaveValue('mains');
  });

  await test.step('someone else in the same browser sees nothing of it, and a page left open sends nothing in her name', async () => {
    const leftOpen = await context.newPage();
    await leftOpen.goto(review);
    const ole = await joinHub(admin, context, 'Ole Dahl', 'ole@example.com', ['reviewer']);
    const moment = leftOpen.locator('.review-block').nth(1);
    await moment.getByRole('button', { name: 'Add the comment' }).press('Enter');
    await expect(moment.getByRole('alert')).toHaveText(/^Someone else is signed in here by now. Nothing was sent./);
    await leftOpen.getByRole('button', { name: 'Approve this version' }).press('Enter');
    await expect(leftOpen.locator('.approve-form').getByRole('alert')).toBeVisible();
    await ask.press('End');
    await page.getByRole('button', { name: 'Ask', exact: true }).press('Enter');
    await expect(page.locator('#ask').getByRole('alert')).toBeVisible();
    await leftOpen.close();
    await page.close();
    await ole.goto(`${hub.url}/modules/${shown.id}`);
    await expect(ole.getByText('Which plug?')).toHaveCount(0);
    await expect(ole.getByRole('textbox', { name: 'What will you try?' })).toHaveValue('');
    await expect(ole.getByLabel('Gap 1 of 2')).toHaveValue('');
    await expect(ole.getByRole('textbox', { name: 'Ask Bo Nilsen' })).toHaveValue('');
    await ole.goto(review);
    await expect(ole.getByText('In review', { exact: true })).toBeVisible();
    await expect(ole.getByText('Too fast')).toHaveCount(0);
    await expect(ole.getByRole('textbox', { name: /^Comment on part 2/ })).toBeHidden();
    await signInTo(ole, hub, 'lea@example.com');
    await ole.goto(review);
    await expect(ole.getByRole('textbox', { name: /^Comment on part 2/ })).toHaveValue('Too fast');
    await ole.getByRole('button', { name: 'Return it to Bo Nilsen' }).press('Enter');
    await expect(ole.getByText('Back with the author')).toBeVisible();
    await ole.goto(`${hub.url}/modules/${shown.id}`);
    await expect(ole.getByRole('textbox', { name: 'What will you try?' })).toHaveValue('The long spanner');
    await ole.getByLabel('Gap 2 of 2').fill('blade');
    await ole.getByRole('button', { name: 'Check' }).press('Enter');
    await ole.getByRole('button', { name: 'Ask', exact: true }).press('Enter');
    await expect(ole.getByText('Waits for an answer from Bo Nilsen.')).toBeVisible();
    await ole.reload();
    await expect(ole.getByLabel('Gap 1 of 2')).toHaveValue('');
    await expect(ole.getByRole('textbox', { name: 'Ask Bo Nilsen' })).toHaveValue('');
  });
});
