import type { FrameLocator, Locator, Page } from '@playwright/test';
import type { Quiz } from '../../src/shared/model/quiz/model.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/fixtures.ts';
import { joinHub, setUpHub } from './support/hub-sign-in.ts';
import { content, HubTown, video } from './support/hub-town.ts';
import { choosePartner, hotspot, questions, quizBlock } from './support/questions.ts';

const single: Quiz = {
  kind: 'single',
  question: 'What comes first?',
  explanation: 'Power off before anything is touched.',
  options: [
    { id: 'pull', text: 'Pull the plug', correct: true, feedback: '' },
    { id: 'lift', text: 'Lift the blade', correct: false, feedback: 'It still turns.' },
  ],
};

/** A question as a learner has it, on whichever page. */
const questionIn = (page: Page | FrameLocator, asked: string): Locator =>
  page.locator('showhow-quiz').filter({ has: page.locator('legend', { hasText: asked }) });
/** What of the two is to be done next: never both, never none. */
const offered = (question: Locator) => expect(question.getByRole('button', { name: /^(Check|Try again)$/ }));
async function check(question: Locator): Promise<void> {
  await offered(question).toHaveText(['Check']);
  await question.getByRole('button', { name: 'Check' }).press('Enter');
}
async function again(question: Locator): Promise<void> {
  await offered(question).toHaveText(['Try again']);
  const button = question.getByRole('button', { name: 'Try again' });
  await expect(button).toBeFocused();
  await button.press('Enter');
}
const verdict = (question: Locator) => question.locator('.sh-verdict');

/** Moves a row up until it stands where it belongs. */
async function moveTo(question: Locator, text: string, place: number): Promise<void> {
  const texts = () => question.locator('.sh-order .sh-label').allTextContents();
  for (let at = (await texts()).indexOf(text); at > place; at -= 1) {
    await question.getByRole('button', { name: `Move up: ${text}`, exact: true }).press('Enter');
    await expect(verdict(question)).toHaveText(`${text}: now ${at} of 3.`);
  }
  expect((await texts()).indexOf(text)).toBe(place);
}

/** Moves the cross-hair from the middle of the picture by long steps, and points. */
async function pointAt(question: Locator, ...keys: string[]): Promise<void> {
  const aim = question.getByRole('button', { name: /^Point in the picture/ });
  for (const key of keys) await aim.press(key);
  await aim.press('Enter');
}

test('each kind is answered wrong and right by keyboard alone, and the hub keeps its score', async ({ hub, newPerson }) => {
  test.setTimeout(180_000);
  const admin = await setUpHub(await newPerson(), hub);
  const town = new HubTown(hub.folder);
  const author = town.person({ name: 'Mara Lind', role: '', team: '', photo: null, goodAt: [], askMeAbout: [] });
  const panel = await town.picture('testsrc2=s=640x360');
  const blocks = [...Object.values(questions).map(quizBlock), quizBlock(hotspot(panel)), quizBlock(single)];
  const mara = { name: 'Mara Lind', role: '', team: '', photo: null, goodAt: [], askMeAbout: [] };
  const shown = town.module(author, mara, [content('Change a blade', 'You change it.', blocks)], 'published');
  const page = await joinHub(admin, await newPerson(), 'Lea Brandt', 'lea@example.com', []);
  await page.goto(`${hub.url}/modules/${shown.id}`);
  const tries = () =>
    town
      .statements(shown.id)
      .filter(({ verb }) => verb === 'answered')
      .map(({ statement }) => JSON.parse(statement));
  const last = async (count: number) => {
    await expect.poll(() => tries().length).toBe(count);
    return tries().at(-1);
  };

  const multiple = questionIn(page, 'What is safe?');
  await expect(multiple.getByText('Hint 2')).toBeHidden();
  await multiple.getByText('Hint 1').press('Enter');
  await expect(multiple.getByText('Two of them.')).toBeVisible();
  await expect(multiple.getByText('Hint 2')).toBeVisible();
  await check(multiple);
  await expect(verdict(multiple)).toHaveText('Choose an answer first.');
  await multiple.getByLabel('The lamp is off').press('Space');
  await multiple.getByLabel('The plug is out').press('Space');
  await check(multiple);
  await expect(multiple.getByText('Lamps break.')).toBeVisible();
  await expect(multiple.getByText('Look at the saw again.')).toBeVisible();
  expect(await last(1)).toMatchObject({
    result: { success: false, score: { scaled: 0 } },
    object: { definition: { interactionType: 'choice' } },
  });
  await again(multiple);
  await expect(multiple.getByLabel('The plug is out')).toBeFocused();
  await multiple.getByLabel('The plug is out').press('Space');
  await multiple.getByLabel('The blade stands still').press('Space');
  await check(multiple);
  await expect(verdict(multiple)).toHaveText('That is right.');
  await expect(multiple.getByText('Nobody gets hurt.')).toBeVisible();
  await expect(multiple.locator('.sh-explanation')).toBeVisible();
  expect(await last(2)).toMatchObject({ result: { success: true, score: { scaled: 1 }, response: 'plug[,]still' } });

  const order = questionIn(page, 'In which order?');
  await check(order);
  await expect(order.locator('[data-verdict=wrong] .sh-mark').first()).toHaveText('not right');
  expect(await last(3)).toMatchObject({ result: { success: false }, object: { definition: { interactionType: 'sequencing' } } });
  await again(order);
  await moveTo(order, 'Pull the plug', 0);
  await moveTo(order, 'Wait', 1);
  await check(order);
  await expect(verdict(order)).toHaveText('That is right.');
  expect(await last(4)).toMatchObject({ result: { success: true, response: 'one[,]two[,]three' } });

  const match = questionIn(page, 'Which tool for what?');
  await choosePartner(match, 'Nut', 'Pliers');
  await check(match);
  await expect(verdict(match)).toHaveText('Something is not answered yet.');
  await choosePartner(match, 'Screw', 'Screwdriver');
  await choosePartner(match, 'Wire', 'Pliers');
  await check(match);
  await expect(verdict(match)).toHaveText('2 of 3 are right. Try again.');
  await expect(match.getByText('It has six sides.')).toBeVisible();
  await offered(match).toHaveText(['Try again']);
  expect(await last(5)).toMatchObject({
    result: { success: false, score: { scaled: 0.667 } },
    object: { definition: { interactionType: 'matching' } },
  });
  await choosePartner(match, 'Nut', 'Spanner');
  await check(match);
  await expect(verdict(match)).toHaveText('That is right.');
  expect(await last(6)).toMatchObject({ result: { success: true, score: { scaled: 1 } } });

  const fill = questionIn(page, 'Fill in what is missing.');
  await fill.getByLabel('Gap 1 of 2').pressSequentially('nut');
  await fill.getByLabel('Gap 2 of 2').pressSequentially('Blade');
  await fill.getByLabel('Gap 2 of 2').press('Enter');
  await expect(verdict(fill)).toHaveText('1 of 2 is right. Try again.');
  await expect(fill.getByText('It ends the cable.')).toBeVisible();
  await offered(fill).toHaveText(['Try again']);
  // The same answer is not judged twice; whoever goes on typing is where she was.
  await page.keyboard.press('Enter');
  await expect(fill.getByLabel('Gap 2 of 2')).toBeFocused();
  expect(await last(7)).toMatchObject({ result: { success: false, score: { scaled: 0.5 }, response: 'nut[,]Blade' } });
  await fill.getByLabel('Gap 1 of 2').fill('');
  await fill.getByLabel('Gap 1 of 2').pressSequentially('Mains plug');
  await fill.getByLabel('Gap 1 of 2').press('Enter');
  await expect(verdict(fill)).toHaveText('That is right.');
  expect(await last(8)).toMatchObject({
    result: { success: true },
    object: {
      definition: {
        interactionType: 'fill-in',
        correctResponsesPattern: ['{case_matters=false}plug[,]blade', '{case_matters=false}mains plug[,]blade'],
      },
    },
  });

  const spot = questionIn(page, 'Where is the stop button?');
  await pointAt(spot, 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowDown');
  await expect(spot.getByText('Chosen: Green lamp.')).toBeVisible();
  await check(spot);
  await expect(spot.getByText('It only shows that there is power.')).toBeVisible();
  expect(await last(9)).toMatchObject({
    result: { success: false, response: 'lamp' },
    object: { definition: { interactionType: 'other' } },
  });
  await again(spot);
  // From where the cross-hair stands now, back over the middle.
  await pointAt(spot, ...Array(5).fill('Shift+ArrowLeft'), ...Array(5).fill('Shift+ArrowUp'));
  await check(spot);
  await expect(verdict(spot)).toHaveText('That is right.');
  expect(await last(10)).toMatchObject({ result: { success: true, response: 'stop' } });
  await again(spot);
  // The same by the list of places, for who does not see the picture.
  await spot.getByLabel('Green lamp').press('Space');
  await check(spot);
  expect(await last(11)).toMatchObject({ result: { success: false, response: 'lamp' } });

  const one = questionIn(page, 'What comes first?');
  await one.getByLabel('Lift the blade').press('Space');
  await one.getByLabel('Lift the blade').press('ArrowUp');
  await expect(one.getByLabel('Pull the plug')).toBeChecked();
  await one.getByLabel('Pull the plug').press('ArrowDown');
  await check(one);
  await expect(one.getByText('It still turns.')).toBeVisible();
  expect(await last(12)).toMatchObject({
    result: { success: false, response: 'lift' },
    object: { definition: { interactionType: 'choice' } },
  });
  await again(one);
  await one.getByLabel('Pull the plug').press('Space');
  await check(one);
  await expect(verdict(one)).toHaveText('That is right.');
  expect(await last(13)).toMatchObject({ result: { success: true, score: { scaled: 1 }, response: 'pull' } });

  await expectAccessible(page);
  town.close();
});

test('a pointer drags steps, carries cards to their partners and points in the picture', async ({ hub, newPerson }) => {
  const admin = await setUpHub(await newPerson(), hub);
  const town = new HubTown(hub.folder);
  const mara = { name: 'Mara Lind', role: '', team: '', photo: null, goodAt: [], askMeAbout: [] };
  const panel = await town.picture('testsrc2=s=640x360');
  const blocks = [quizBlock(questions.order), quizBlock(questions.match), quizBlock(hotspot(panel))];
  const shown = town.module(town.person(mara), mara, [content('Change a blade', 'You change it.', blocks)], 'published');
  await admin.goto(`${hub.url}/modules/${shown.id}`);

  const order = questionIn(admin, 'In which order?');
  const row = (text: string) => order.locator('.sh-item', { hasText: text });
  const first = order.locator('.sh-item').first();
  for (const text of ['Loosen the nut', 'Wait', 'Pull the plug']) {
    await row(text)
      .locator('.sh-grip')
      .dragTo(first, { targetPosition: { x: 12, y: 2 } });
    await expect(first).toContainText(text);
  }
  // A double click checks once, and takes nothing back by what comes under the pointer.
  await order.getByRole('button', { name: 'Check' }).dblclick();
  await expect(verdict(order)).toHaveText('That is right.');
  await offered(order).toHaveText(['Try again']);

  const match = questionIn(admin, 'Which tool for what?');
  for (const [left, right] of [
    ['Nut', 'Spanner'],
    ['Screw', 'Screwdriver'],
    ['Wire', 'Pliers'],
  ] as const) {
    await match
      .locator('.sh-card', { hasText: new RegExp(`^${right}$`) })
      .dragTo(match.locator('.sh-pair', { hasText: new RegExp(`^${left}`) }));
  }
  await match.getByRole('button', { name: 'Check' }).click();
  await expect(verdict(match)).toHaveText('That is right.');

  const spot = questionIn(admin, 'Where is the stop button?');
  const aim = spot.locator('.sh-aim');
  const box = await aim.boundingBox();
  const at = (x: number, y: number) => aim.click({ position: { x: (box?.width ?? 0) * x, y: (box?.height ?? 0) * y } });
  await at(0.5, 0.9);
  await expect(spot.getByText('A point is set.')).toBeVisible();
  await at(0.2, 0.2);
  await expect(spot.getByText('Chosen: Red button.')).toBeVisible();
  await expect(spot.locator('.sh-spot')).toHaveCount(1);
  await spot.getByRole('button', { name: 'Check' }).click();
  await expect(verdict(spot)).toHaveText('That is right.');
  town.close();
});

test('a video stops for its question, and goes on when that is answered or skipped', async ({ hub, newPerson }) => {
  const admin = await setUpHub(await newPerson(), hub);
  const town = new HubTown(hub.folder);
  const mara = { name: 'Mara Lind', role: '', team: '', photo: null, goodAt: [], askMeAbout: [] };
  const [clip, poster] = [await town.video(4), await town.picture('color=c=0x2f4a3d:s=640x360')];
  const block = video(clip, poster, 4, 'In one go');
  const ids = ['018f2f10-0000-7000-8000-000000000001', '018f2f10-0000-7000-8000-000000000002'] as const;
  const moments = [
    { id: ids[0], at: 1, quiz: questions.fill },
    { id: ids[1], at: 2.5, quiz: questions.multiple },
  ];
  const withQuestions = { ...block, attrs: { ...block.attrs, questions: moments } } as typeof block;
  const shown = town.module(town.person(mara), mara, [content('Change a blade', 'You change it.', [withQuestions])], 'published');
  const page = await joinHub(admin, await newPerson(), 'Lea Brandt', 'lea@example.com', []);
  await page.goto(`${hub.url}/modules/${shown.id}`);
  const player = page.locator('video');
  const time = () => player.evaluate((element: HTMLVideoElement) => element.currentTime);
  const paused = () => player.evaluate((element: HTMLVideoElement) => element.paused);
  await expect(questionIn(page, 'Fill in')).toBeHidden();
  // Slowly around the moment: how soon a busy machine stops it is no part of this.
  await player.evaluate((element: HTMLVideoElement) => {
    element.currentTime = 0.8;
    element.playbackRate = 0.25;
  });
  await player.focus();
  await page.keyboard.press('k');

  const first = page.getByRole('region', { name: 'Question at 0:01' });
  await expect(first).toBeVisible();
  expect(await paused()).toBe(true);
  expect(await time()).toBeGreaterThanOrEqual(1);
  expect(await time()).toBeLessThan(1.6);
  await expect(first.getByText('Question at 0:01')).toBeFocused();
  await player.evaluate((element: HTMLVideoElement) => {
    element.playbackRate = 1;
  });
  await expectAccessible(page, { except: ['video'] });
  // The player's keys are letters here.
  await page.keyboard.press('Tab');
  await page.keyboard.type('mkl plug');
  await expect(first.getByLabel('Gap 1 of 2')).toHaveValue('mkl plug');
  expect(await paused()).toBe(true);
  await first.getByLabel('Gap 1 of 2').fill('plug');
  await first.getByLabel('Gap 2 of 2').fill('blade');
  await page.keyboard.press('Enter');
  await expect(verdict(first)).toHaveText('That is right.');
  await expect.poll(() => town.statements(shown.id).filter(({ verb }) => verb === 'answered').length).toBe(1);
  const kept = JSON.parse(town.statements(shown.id).find(({ verb }) => verb === 'answered')?.statement ?? '{}');
  expect(kept.object.id).toBe(`${hub.url}/modules/${shown.id}#${ids[0]}`);
  expect(kept.result).toMatchObject({ success: true, score: { scaled: 1 } });
  await first.getByRole('button', { name: 'Go on' }).press('Enter');
  await expect(first).toBeHidden();
  await expect(player).toBeFocused();

  const second = page.getByRole('region', { name: 'Question at 0:02' });
  await expect(second).toBeVisible();
  await second.getByRole('button', { name: 'Skip' }).press('Enter');
  await expect(second).toBeHidden();
  await expect.poll(() => player.evaluate((element: HTMLVideoElement) => element.ended)).toBe(true);
  await expect(page.getByRole('button', { name: 'Question at 0:01 · answered' })).toBeVisible();
  await page.getByRole('button', { name: 'Question at 0:02' }).press('Enter');
  await expect(second).toBeVisible();

  // A part of a video has other controls, and the keyboard goes back to them.
  const part = { ...withQuestions.attrs, questions: [{ ...moments[1], at: 1.5 }], part: { from: 1, to: 4 } };
  const cut = town.module(
    town.person(mara),
    mara,
    [content('A part', 'You see it.', [{ ...block, attrs: part } as typeof block])],
    'published',
  );
  await page.goto(`${hub.url}/modules/${cut.id}`);
  await page.getByRole('button', { name: 'Play', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Skip' }).press('Enter');
  await expect(page.getByRole('button', { name: /^(Play|Pause)$/ })).toBeFocused();
  town.close();
});

test('a video that is slow to come keeps the keyboard, and no question is lost where its page stands still', async ({ hub, newPerson }) => {
  const page = await setUpHub(await newPerson(), hub);
  const town = new HubTown(hub.folder);
  const mara = { name: 'Mara Lind', role: '', team: '', photo: null, goodAt: [], askMeAbout: [] };
  const [clip, poster] = [await town.video(6), await town.picture('color=c=0x2f4a3d:s=640x360')];
  const block = video(clip, poster, 6, 'In one go');
  const moments = [
    { id: '018f2f10-0000-7000-8000-000000000001', at: 1.5, quiz: questions.fill },
    { id: '018f2f10-0000-7000-8000-000000000002', at: 2, quiz: questions.multiple },
  ];
  const withQuestions = { ...block, attrs: { ...block.attrs, questions: moments } } as typeof block;
  const shown = town.module(town.person(mara), mara, [content('Change a blade', 'You change it.', [withQuestions])], 'published');
  const { promise: asked, resolve: come } = Promise.withResolvers<void>();
  await page.route(`**/media/${clip}`, async (route) => {
    await asked;
    await route.continue();
  });
  const player = page.locator('video');
  const time = () => player.evaluate((element: HTMLVideoElement) => element.currentTime);
  await page.goto(`${hub.url}/modules/${shown.id}`, { waitUntil: 'commit' });
  await expect(page.getByRole('button', { name: 'Question at 0:01' })).toBeVisible();
  await player.focus();
  await expect(player).toBeFocused();
  await page.keyboard.press('k');
  await expect(player).toHaveJSProperty('controls', true);
  await expect(player).toBeFocused();
  come();
  await expect.poll(time).toBeGreaterThan(0.2);
  // Longer than both moments are away, while the video plays on.
  await page.evaluate(() => {
    for (const until = performance.now() + 2500; performance.now() < until; );
  });
  for (const name of ['Question at 0:01', 'Question at 0:02']) {
    const question = page.getByRole('region', { name });
    await expect(question).toBeVisible();
    await question.getByRole('button', { name: 'Skip' }).press('Enter');
    await expect(question).toBeHidden();
  }
  await expect.poll(() => player.evaluate((element: HTMLVideoElement) => element.ended)).toBe(true);
  town.close();
});

test('without a script every question and its answer can be read', async ({ hub, newPerson }) => {
  const admin = await setUpHub(await newPerson(), hub);
  const town = new HubTown(hub.folder);
  const mara = { name: 'Mara Lind', role: '', team: '', photo: null, goodAt: [], askMeAbout: [] };
  const [clip, poster] = [await town.video(2), await town.picture('color=c=0x2f4a3d:s=640x360')];
  const block = video(clip, poster, 2, 'In one go');
  const moments = [{ id: '018f2f10-0000-7000-8000-000000000001', at: 1, quiz: questions.match }];
  const asked = { ...block, attrs: { ...block.attrs, questions: moments } } as typeof block;
  const shown = town.module(
    town.person(mara),
    mara,
    [content('Blades', 'You change it.', [asked, quizBlock(questions.order)])],
    'published',
  );
  const plain = await newPerson({ javaScriptEnabled: false, storageState: await admin.context().storageState() });
  const page = await plain.newPage();
  await page.goto(`${hub.url}/modules/${shown.id}`);
  await expect(page.getByText('Question at 0:01')).toBeVisible();
  await questionIn(page, 'Which tool for what?').getByText('Show the answer').click();
  await expect(page.getByText('Nut: Spanner')).toBeVisible();
  await questionIn(page, 'In which order?').getByText('Show the answer').click();
  await expect(questionIn(page, 'In which order?').locator('.sh-answer li')).toHaveText(['Pull the plug', 'Wait', 'Loosen the nut']);
  town.close();
});
