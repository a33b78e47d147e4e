import type { Locator, Page } from '@playwright/test';
import type { Block } from '../../src/shared/model/blocks/index.ts';
import type { Profile } from '../../src/shared/model/profile.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, type HubProcess, openStudio, test } from './support/fixtures.ts';
import { joinHub, setUpHub } from './support/hub-sign-in.ts';
import { content, HubTown, paragraph, video } from './support/hub-town.ts';
import { markPhrase } from './support/marking.ts';
import { connectStudio } from './support/people.ts';
import { seekTo } from './support/seek.ts';

const bo: Profile = { name: 'Bo Nilsen', role: 'Cashier', team: 'Shop 4', photo: null, goodAt: [], askMeAbout: [] };
const words = 'First the plug. Then wait until the blade stands still, and open the cover.';

/** A draft with words, a picture and a video, and a policy with a checklist. */
async function fill(hub: HubProcess, admin: Page): Promise<string> {
  const town = new HubTown(hub.folder);
  const [clip, poster] = [await town.video(6), await town.picture('color=c=0x2f4a3d:s=640x360')];
  const author = town.person(bo);
  const [text, shown, clipped] = [paragraph(words), paragraph('Keep the old blade.'), video(clip, poster, 6, 'In one go')];
  const block = (type: string, attrs: object) => ({ type, attrs: { id: crypto.randomUUID(), ...attrs } }) as Block;
  const plug = { media: poster, alt: 'The plug', decorative: false, width: 640, height: 360 };
  const blocks = [
    text,
    block('image', plug),
    clipped,
    shown,
    block('image', { ...plug, crop: { x: 0.5, y: 0, width: 0.5, height: 1 } }),
    block('steps', { steps: [{ id: crypto.randomUUID(), heading: 'Pull it', text: '', shows: { as: 'picture', ...plug } }] }),
    block('flipCards', { cards: [{ id: crypto.randomUUID(), front: { text: 'Where?' }, back: { text: 'Here', picture: plug } }] }),
  ];
  const draft = town.module(author, bo, [content('Change a blade', 'You can change a blade.', blocks)], 'in-review');
  town.close();
  await admin.goto(`${hub.url}/policy`);
  await admin
    .getByRole('textbox', { name: /For every module|every module/ })
    .first()
    .fill('Safe for the hands');
  await admin.getByRole('button', { name: 'Save the policy' }).click();
  await expect(admin.getByRole('status')).toHaveText('The policy is saved.');
  return draft.id;
}

const mark = (page: Page, phrase: string): Promise<void> => markPhrase(page, words, phrase);

const hundredths = (shares: readonly number[]): string[] => shares.map((share) => share.toFixed(2));

/** The part that a comment speaks of, in shares of the picture's file. */
const areaOf = async (comment: Locator): Promise<string[]> =>
  hundredths(((await comment.getAttribute('data-area')) ?? '').split(' ').map(Number));

/** Where the frame of the comment that is looked at lies, in shares of what is seen of the picture. */
const frameIn = (row: Locator): Promise<string[]> =>
  row.evaluate((element) => {
    const [frame, picture] = ['.easel .region', '.sh-picture'].map((name) => element.querySelector(name)?.getBoundingClientRect());
    if (!frame || !picture) return [];
    const [x, y] = [(frame.x - picture.x) / picture.width, (frame.y - picture.y) / picture.height];
    return [x, y, frame.width / picture.width, frame.height / picture.height].map((share) => share.toFixed(2));
  });

test('words, a region and a moment are commented by keyboard; what must be and the checklist keep from approving until they are settled', async ({
  hub,
  newPerson,
}) => {
  test.setTimeout(180_000);
  const admin = await setUpHub(await newPerson(), hub);
  const id = await fill(hub, admin);
  const lea = await joinHub(admin, await newPerson(), 'Lea Brandt', 'lea@example.com', ['reviewer']);
  await lea.goto(`${hub.url}/review`);
  await lea.getByRole('button', { name: /Take it/ }).press('Enter');
  await lea.waitForURL(/\/review\/.+/);
  const rows = lea.locator('.review-block');
  const open = (row: number) => rows.nth(row).locator('summary').first().press('Enter');
  const add = async (row: number, text: string) => {
    await rows
      .nth(row)
      .getByRole('textbox', { name: /^Comment on/ })
      .fill(text);
    await rows.nth(row).getByRole('button', { name: 'Add the comment' }).press('Enter');
    await expect(rows.nth(row).locator('.comment')).toHaveCount(1);
  };

  await test.step('words, with other wording in their place', async () => {
    await mark(lea, 'until the blade stands still');
    await open(0);
    await expect(rows.nth(0).locator('[data-spoken-of]')).toContainText('until the blade stands still');
    await rows.nth(0).getByText('Suggest other wording').press('Enter');
    await rows.nth(0).getByLabel('In its place').fill('for ten seconds');
    await rows.nth(0).getByLabel('Must').check();
    await add(0, 'Say how long');
    await expect(rows.nth(0).locator('.comment')).toContainText('for ten seconds');
  });

  await test.step('a part of the picture, moved by arrow keys', async () => {
    await open(1);
    await rows.nth(1).getByRole('button', { name: 'Mark a part of the picture' }).press('Enter');
    await expect(rows.nth(1).locator('.easel .region')).toBeFocused();
    await lea.keyboard.press('ArrowRight');
    await lea.keyboard.press('Shift+ArrowDown');
    await lea.keyboard.press('Enter');
    await add(1, 'The plug is hard to see');
  });

  await test.step('a part of a cropped picture, of that of a step, and of that on the back of a card', async () => {
    const seen = ['0.32', '0.30', '0.40', '0.42'];
    // What is seen of a cropped picture is the right half of its file.
    const inFile = [['0.66', '0.30', '0.20', '0.42'], seen, seen];
    for (const [index, area] of inFile.entries()) {
      const row = rows.nth(4 + index);
      await open(4 + index);
      await row.getByRole('button', { name: 'Mark a part of the picture' }).press('Enter');
      await expect(row.locator('.easel .region')).toBeFocused();
      await lea.keyboard.press('ArrowRight');
      await lea.keyboard.press('Shift+ArrowDown');
      await lea.keyboard.press('Enter');
      await add(4 + index, 'This is not the plug');
      const comment = row.locator('.comment');
      expect(await areaOf(comment)).toEqual(area);
      await comment.getByRole('button', { name: /^Done/ }).focus();
      await expect.poll(() => frameIn(row)).toEqual(seen);
    }
    await expect(rows.nth(6).getByText('Here', { exact: true })).toBeVisible();
  });

  await test.step('a moment of the video, to which one goes back', async () => {
    await seekTo(lea.locator('video'), 2.5);
    await open(2);
    await add(2, 'Too fast here, @Bo Nilsen');
    await expect(rows.nth(2).locator('.mention')).toHaveText('@Bo Nilsen');
    await seekTo(lea.locator('video'), 0);
    await rows.nth(2).locator('[data-seek]').press('Enter');
    await expect.poll(() => lea.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime)).toBeCloseTo(2.5, 0);
  });

  await test.step('a stretch of the video, and the counts follow without loading the page anew', async () => {
    const to = (second: number) => seekTo(lea.locator('video'), second);
    const answer = rows.nth(2).locator('.comment').filter({ hasText: 'Too fast here' });
    await answer.locator('summary').press('Enter');
    await answer.getByRole('textbox', { name: /^Answer to/ }).fill('Half of an answer');
    await to(1);
    const form = rows.nth(2).locator('details.say').last();
    await form.locator('summary').first().press('Enter');
    await to(4);
    await form.getByRole('button', { name: 'Until 0:04' }).press('Enter');
    await expect(form.locator('[data-spoken-of]')).toHaveText('At 0:01–0:04');
    await form.getByLabel('Idea').check();
    await form.getByRole('textbox', { name: /^Comment on/ }).fill('All of this is too fast');
    await form.getByRole('button', { name: 'Add the comment' }).press('Enter');
    await expect(rows.nth(2).locator('.comment').filter({ hasText: 'All of this is too fast' })).toContainText('At 0:01–0:04');
    await expect(answer.getByRole('textbox', { name: /^Answer to/ })).toHaveValue('Half of an answer');
    await expect(lea.getByRole('link', { name: 'All comments 7' })).toBeVisible();
    await expect(lea.getByRole('link', { name: 'Idea 1' })).toBeVisible();
    await expect(lea.getByText(/^Before approving/)).toContainText('settle 1 comment that must be');
  });

  await expectAccessible(lea, { except: ['video'] });

  await test.step('approving waits for both', async () => {
    await expect(lea.getByText(/^Before approving/)).toContainText('settle 1 comment that must be, tick 1 item of the checklist');
    await lea.getByRole('combobox', { name: /Which part shows it/ }).selectOption({ index: 1 });
    await lea.getByRole('button', { name: /^Tick/ }).press('Enter');
    await expect(lea.locator('.check.ticked')).toHaveCount(1);
    await rows.nth(0).getByRole('button', { name: /^Done/ }).press('Enter');
    await expect(lea.getByText(/^Before approving/)).toHaveCount(0);
    await rows
      .nth(0)
      .locator('.comment.resolved')
      .getByRole('button', { name: /^Open again/ })
      .press('Enter');
    await expect(lea.getByText(/^Before approving/)).toContainText('settle 1 comment that must be');
    await rows.nth(0).getByRole('button', { name: /^Done/ }).press('Enter');
    await expect(rows.nth(0).locator('.comment.resolved')).toHaveCount(1);
    await expect(lea.getByText(/^Before approving/)).toHaveCount(0);
    await lea.getByRole('button', { name: 'Approve this version' }).press('Enter');
    await expect(lea.getByText('This version is approved.')).toBeVisible();
  });

  await lea.goto(`${hub.url}/review/${id}/history`);
  await expect(lea.getByText('The log is whole')).toBeVisible();
  await expect(lea.getByText(/Lea Brandt/).first()).toBeVisible();
  await expectAccessible(lea);
});

test('a draft is taken in a studio, handed over with its day, taken over, and returned with its comments; the second round shows only what changed', async ({
  hub,
  studio,
  newPerson,
}) => {
  test.setTimeout(180_000);
  const admin = await setUpHub(await newPerson(), hub);
  const town = new HubTown(hub.folder);
  const [first, kept, told] = [paragraph(words), paragraph('Keep the old blade.'), paragraph('Tell the next shift.')];
  const rounds = [
    [first, kept],
    [first, kept, told],
  ];
  const contents = rounds.map((blocks) => content('Change a blade', 'You can change a blade.', blocks));
  const draft = town.module(town.person(bo), bo, contents, 'in-review', 24 * 9);
  const lea = await joinHub(admin, await newPerson(), 'Lea Brandt', 'lea@example.com', ['reviewer']);

  await test.step('in her studio Lea sees what waits, takes it, and is reminded, as at the hub', async () => {
    const desk = await lea.context().newPage();
    await openStudio(desk, studio);
    await connectStudio(desk, hub, 'Lea Brandt');
    await desk.goto(new URL('/reviews', studio.url).href);
    const waiting = desk.getByRole('region', { name: 'Waiting at the hub' }).getByRole('listitem');
    await expect(waiting).toContainText('Nobody is on it');
    await expect(waiting).toContainText('overdue since');
    await waiting.getByRole('button', { name: /^Take it/ }).press('Enter');
    await expect(waiting).toContainText('You are on it');
    await expectAccessible(desk);
    await desk.goto(new URL('/', studio.url).href);
    const reminder = desk.getByRole('region', { name: 'Reminders' }).getByRole('listitem');
    await expect(reminder).toContainText('Overdue: Change a blade');
    await expectAccessible(desk);
    await reminder.getByRole('button', { name: /^Remind me tomorrow/ }).press('Enter');
    await expect(reminder).toHaveCount(0);
    await desk.close();
  });
  await lea.goto(`${hub.url}/review`);
  await expect(lea.getByText(/Overdue since/)).toBeVisible();
  await lea.getByRole('link', { name: /Look at it/ }).press('Enter');
  await expect(lea.getByText('You are on it')).toBeVisible();
  await lea.getByText('Hand over or change the day').press('Enter');
  await lea.getByLabel('Hand over to').selectOption({ label: 'Ada Okoro' });
  await lea.getByRole('button', { name: 'Hand over', exact: true }).press('Enter');
  await expect(lea.getByText('Ada Okoro is on it')).toBeVisible();

  await admin.goto(hub.url);
  const reminder = admin.getByRole('list', { name: 'Reminders' }).getByRole('listitem');
  await expect(reminder).toContainText('Overdue: Change a blade');
  await expect(admin.getByRole('link', { name: 'Start , 1 reminder' })).toBeVisible();
  await expectAccessible(admin);
  await reminder.getByRole('button', { name: /^Remind me tomorrow/ }).press('Enter');
  await expect(reminder).toHaveCount(0);

  await admin.goto(`${hub.url}/review`);
  await admin.getByRole('link', { name: 'On me' }).press('Enter');
  await admin.getByRole('link', { name: /Look at it/ }).press('Enter');
  await admin.getByText('Hand over or change the day').press('Enter');
  await admin.getByLabel('Due on').fill('2099-01-05');
  await admin.getByRole('button', { name: 'Set the day' }).press('Enter');
  await expect(admin.getByRole('region', { name: 'Who is on it' })).not.toContainText('overdue');
  await expect(admin.getByText('New in this round')).toBeVisible();
  await expect(admin.getByText('Keep the old blade.')).toBeHidden();
  await admin.getByRole('link', { name: 'Show everything' }).press('Enter');
  await expect(admin.getByText('Keep the old blade.')).toBeVisible();

  await lea.reload();
  await lea.getByRole('button', { name: 'Take it over from Ada Okoro' }).press('Enter');
  await expect(lea.getByText('You are on it')).toBeVisible();

  await test.step('a newer version comes in meanwhile: what is said of the old one is kept, also of a part that is gone', async () => {
    const retold = { ...told, content: [{ type: 'text', text: 'Tell the next shift first.' }] } as Block;
    await lea.getByRole('link', { name: 'Show everything' }).press('Enter');
    await expect(lea.getByText('Keep the old blade.')).toBeVisible();
    town.replace(draft.id, content('Change a blade', 'You can change a blade.', [first, retold]));
    town.close();
    const row = (text: string) => lea.locator('.review-block').filter({ hasText: text });
    const say = async (about: string, text: string) => {
      await row(about).locator('details.say > summary').last().press('Enter');
      await row(about)
        .getByRole('textbox', { name: /^Comment on/ })
        .fill(text);
      await row(about).getByRole('button', { name: 'Add the comment' }).press('Enter');
    };
    await say('Keep the old blade.', 'For how long?');
    await expect(row('Keep the old blade.').getByRole('alert')).toContainText('What you said is kept.');
    await expect(row('Keep the old blade.').getByRole('textbox', { name: /^Comment on/ })).toHaveValue('');
    await say('Tell the next shift.', 'Whom exactly?');
    const notice = row('Tell the next shift.').getByRole('status');
    await expect(notice).toContainText('A newer version came in while you wrote.');
    await expectAccessible(lea);
    await notice.getByRole('link', { name: 'Show the newer version' }).press('Enter');
    await expect(row('Tell the next shift first.')).toContainText('Whom exactly?');
    await expect(lea.getByRole('region', { name: 'Parts that are gone' })).toContainText('For how long?');
  });

  await lea.getByText('Return with reasons').press('Enter');
  await lea.getByLabel('What should Bo Nilsen do?').fill('Say who tells whom.');
  await lea.getByRole('button', { name: 'Return it to Bo Nilsen' }).press('Enter');
  await expect(lea.getByText('Back with the author')).toBeVisible();
  await lea.goto(`${hub.url}/review/${draft.id}/history`);
  await expect(lea.getByText('The log is whole')).toBeVisible();
});

test('a moment of a part of a video that is not loaded yet is its beginning', async ({ hub, newPerson }) => {
  const admin = await setUpHub(await newPerson(), hub);
  const town = new HubTown(hub.folder);
  const [clip, poster] = [await town.video(6), await town.picture('color=c=0x2f4a3d:s=640x360')];
  const whole = video(clip, poster, 6, 'In one go');
  const part = { ...whole, attrs: { ...whole.attrs, part: { from: 2, to: 5 } } } as Block;
  const draft = town.module(town.person(bo), bo, [content('Change a blade', 'You can change a blade.', [part])], 'in-review');
  town.close();
  await admin.route(`**/media/${clip}`, () => undefined);
  await admin.goto(`${hub.url}/review/${draft.id}`, { waitUntil: 'domcontentloaded' });
  const row = admin.locator('.review-block');
  await row.locator('summary').first().press('Enter');
  await expect(row.locator('[data-spoken-of]')).toHaveText('At 0:00');
  await expect(row.getByRole('button', { name: 'At 0:00' })).toBeVisible();
  await row.getByRole('textbox', { name: /^Comment on/ }).fill('It begins too early');
  await row.getByRole('button', { name: 'Add the comment' }).press('Enter');
  await expect(row.locator('.comment [data-seek="2"]')).toHaveText('At 0:00');
});
