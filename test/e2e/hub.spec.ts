import type { Page } from '@playwright/test';
import type { Profile } from '../../src/shared/model/profile.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, type HubProcess, test } from './support/fixtures.ts';
import { joinHub, setUpHub } from './support/hub-sign-in.ts';
import { content, HubTown, heading, paragraph, quiz, steps, video } from './support/hub-town.ts';

const mara: Profile = {
  name: 'Mara Lindqvist',
  role: 'Service technician',
  team: 'Field service North',
  photo: null,
  goodAt: ['Blade changes'],
  askMeAbout: ['Saw blades', 'Safety stops'],
};
const objective = 'You can change the blade of a K-20 safely.';

/** One module that colleagues see, and one in its second round of review. */
async function fill(hub: HubProcess, reviewer: Page) {
  const town = new HubTown(hub.folder);
  const [clip, poster] = [await town.video(2), await town.picture('color=c=0x2f4a3d:s=640x360')];
  const author = town.person({ ...mara, photo: await town.picture('color=c=0xd8a080:s=256x256') });
  const blocks = [
    paragraph('A blunt blade tears the edge.'),
    video(clip, poster, 2, 'In one go'),
    heading('Before you begin'),
    steps('Pull the plug.', 'Wait until the blade stands still.'),
    quiz('What comes first?', 'Pull the plug', 'Press the stop button'),
  ];
  const shown = town.module(author, mara, [content('Change a saw blade', objective, blocks)], 'published');
  const second = [...blocks, paragraph('Keep the old blade.')];
  const rounds = [content('Sharpen a saw blade', objective, blocks), content('Sharpen a saw blade', objective, second)];
  const draft = town.module(author, mara, rounds, 'in-review');
  const me = town.idOf('ada@example.com');
  town.comment(draft.id, draft.revisions[0] ?? '', 1, blocks[0]?.attrs.id ?? null, me, 'Say which edge.');
  await reviewer.goto(`${hub.url}/`);
  return { town, author, shown, draft };
}

const phone = { width: 390, height: 844 };
const narrow = { width: 320, height: 640 };
const desk = { width: 1280, height: 800 };

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { wide, seen } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, seen: window.innerWidth }));
  expect(wide, `width of ${page.url()}`).toBeLessThanOrEqual(seen);
}

async function expectForEveryone(page: Page): Promise<void> {
  for (const size of [desk, phone]) {
    await page.setViewportSize(size);
    await expectAccessible(page, { except: ['video'] });
  }
  await page.setViewportSize(narrow);
  await expectNoSidewaysScroll(page);
}

test.describe('every page is accessible and fits on a phone and a desk, in light and dark', () => {
  test.use({ allowedErrors: [/status of (404|410)/] });

  test('for who is signed in', async ({ hub, newPerson }) => {
    test.setTimeout(240_000);
    const admin = await setUpHub(await newPerson(), hub);
    const { author, shown, draft, town } = await fill(hub, admin);
    const review = `/review/${draft.id}`;
    const reading = ['/', `/modules/${shown.id}`, `/people/${author}`, '/asks', '/device?user_code=ABCD-EFGH', '/modules/none'];
    for (const path of [...reading, '/review', review, `${review}/history`, '/publish', '/policy', '/people']) {
      await admin.goto(hub.url + path);
      await expectForEveryone(admin);
    }
    town.close();
  });

  test('at its doors', async ({ hub, newPerson }) => {
    test.setTimeout(180_000);
    const stranger = await (await newPerson()).newPage();
    const at = async (address: string) => {
      await stranger.goto(address);
      await expectForEveryone(stranger);
    };
    await at(`${hub.url}/setup`);
    const admin = await setUpHub(await newPerson({ permissions: ['clipboard-read', 'clipboard-write'] }), hub);
    await at(hub.url);
    await expect(stranger.getByRole('button', { name: 'Sign in' })).toBeVisible();
    await admin.goto(`${hub.url}/people`);
    await admin.getByRole('button', { name: 'Make an invitation' }).press('Enter');
    await admin.getByRole('button', { name: 'Copy the link' }).press('Enter');
    await expect(admin.getByRole('button', { name: 'Copied' })).toBeFocused();
    const invitation = await admin.getByLabel(/Send this link/).inputValue();
    expect(await admin.evaluate(() => navigator.clipboard.readText())).toBe(invitation);
    await at(invitation);
    await admin.goto(`${hub.url}/people`);
    await admin.locator('.person-row summary').press('Enter');
    await admin.getByRole('button', { name: 'Make a link for a new password' }).press('Enter');
    const link = admin.locator('#link');
    await expect(link).toHaveValue(/new-password/);
    await expectForEveryone(admin);
    await at(await link.inputValue());
    await expect(stranger.getByLabel('New password')).toBeVisible();
    await at(`${hub.url}/invitation/none`);
  });
});

test('a learner watches, answers, thanks and asks on her phone; the hub keeps what she did as statements', async ({ hub, newPerson }) => {
  const admin = await setUpHub(await newPerson(), hub);
  const { shown, town } = await fill(hub, admin);
  const learner = await joinHub(admin, await newPerson({ viewport: phone }), 'Lea Brandt', 'lea@example.com', []);
  // What she watches counts also where the script comes only when it plays already.
  const { promise: held, resolve: come } = Promise.withResolvers<void>();
  await learner.route('**/assets/player.js', async (route) => {
    await held;
    await route.continue();
  });
  await learner.goto(hub.url);
  await learner.getByRole('link', { name: 'Change a saw blade' }).click();
  await expect(learner.getByRole('heading', { level: 1, name: 'Change a saw blade' })).toBeVisible();
  const clip = learner.locator('video');
  await clip.evaluate((element: HTMLVideoElement) => {
    element.playbackRate = 0.5;
    return element.play();
  });
  await expect.poll(() => clip.evaluate((element: HTMLVideoElement) => element.currentTime)).toBeGreaterThan(0.3);
  come();
  await learner.getByLabel('Press the stop button').check();
  await learner.getByRole('button', { name: 'Check' }).click();
  await expect.poll(() => town.statements(shown.id).map(({ verb }) => verb), { timeout: 20_000 }).toContain('completed');
  await expect.poll(() => town.statements(shown.id).find(({ verb }) => verb === 'answered')?.success).toBe(0);
  const person = town.idOf('lea@example.com');
  expect(town.statements(shown.id).every(({ person_id }) => person_id === person)).toBe(true);

  await learner.getByRole('button', { name: 'Thank Mara Lindqvist' }).click();
  await learner.getByLabel('What did it help you with?').fill('Eleven seconds!');
  await learner.getByRole('button', { name: 'Send the line' }).click();
  await expect(learner.getByRole('button', { name: 'Save the line' })).toBeVisible();
  await learner.getByRole('textbox', { name: 'Ask Mara Lindqvist' }).fill('Is it the same for the K-25?');
  await learner.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(learner.getByText('Waits for an answer from Mara Lindqvist.')).toBeVisible();
  await learner.getByRole('button', { name: 'Take it back' }).click();
  await expect(learner.getByRole('button', { name: 'Thank Mara Lindqvist' })).toBeVisible();
  await learner.getByRole('link', { name: 'Your questions' }).click();
  await expect(learner.getByText('Is it the same for the K-25?')).toBeVisible();
  town.close();
});

test.describe('what the hub refuses', () => {
  test.use({ allowedErrors: [[/status of 4(01|09|22)|ERR_FAILED/], { scope: 'test' }] });

  test('is there again to be mended', async ({ hub, newPerson }) => {
    const admin = await setUpHub(await newPerson(), hub);
    await admin.goto(`${hub.url}/policy`);
    await admin.getByLabel('For every module').fill('Safe for the hands');
    await admin.getByLabel('of any reviewer').fill('0');
    await admin.getByRole('button', { name: 'Save the policy' }).click();
    await expect(admin.getByRole('alert')).toHaveText('At least one approval is needed.');
    await admin.getByRole('link', { name: 'Go back' }).click();
    await expect(admin.getByLabel('For every module')).toHaveValue('Safe for the hands');
    const saved = admin.getByRole('status').filter({ hasText: 'The policy is saved.' });
    await expect(saved).toHaveCount(0);
    await admin.getByLabel('of any reviewer').fill('1');
    await admin.getByRole('button', { name: 'Save the policy' }).click();
    await expect(saved).toBeVisible();
    await expectForEveryone(admin);
    // What is changed again is not saved, also for who comes back to it from a refusal.
    await admin.getByLabel('of any reviewer').fill('0');
    await expect(saved).toHaveCount(0);
    await admin.getByRole('button', { name: 'Save the policy' }).click();
    await expect(admin.getByRole('alert')).toHaveText('At least one approval is needed.');
    await admin.getByRole('link', { name: 'Go back' }).click();
    await expect(admin.getByLabel('For every module')).toHaveValue('Safe for the hands');
    await expect(saved).toHaveCount(0);
    await admin.reload();
    await expect(admin.getByLabel('of any reviewer')).toHaveValue('1');
    await expect(admin.getByLabel('For every module')).toHaveValue('Safe for the hands');
    await expect(saved).toHaveCount(0);
  });

  test('is told apart from what it kept and could not show', async ({ hub, newPerson }) => {
    const admin = await setUpHub(await newPerson(), hub);
    const { draft, town } = await fill(hub, admin);
    await admin.goto(`${hub.url}/review/${draft.id}?comments=open`);
    await admin.route(/\?comments=open$/, (route) => route.abort(), { times: 1 });
    const row = admin.getByRole('listitem').filter({ hasText: 'Keep the old blade.' });
    await row.locator('summary').first().press('Enter');
    await row.getByRole('textbox', { name: /^Comment on/ }).fill('Where is it kept?');
    await row.getByRole('button', { name: 'Add the comment' }).press('Enter');
    await expect(row.getByText('Where is it kept?')).toBeVisible();
    await expect(row.getByRole('alert')).toHaveCount(0);
    town.close();
  });

  test('of a learner who is signed out is kept until she is signed in again, and for the next page where this one is left', async ({
    hub,
    newPerson,
  }) => {
    const admin = await setUpHub(await newPerson(), hub);
    const { shown, town } = await fill(hub, admin);
    const context = await newPerson();
    const learner = await joinHub(admin, context, 'Lea Brandt', 'lea@example.com', []);
    await learner.goto(`${hub.url}/modules/${shown.id}`);
    const verbs = () => town.statements(shown.id).map(({ verb }) => verb);

    const cookies = await context.cookies();
    await context.clearCookies();
    const refused = learner.waitForResponse((response) => response.url().endsWith('/xapi/statements') && response.status() === 401);
    // She goes to another page of her browser to sign in.
    const show = (hidden: boolean) =>
      learner.evaluate((away) => {
        if (away) Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
        else Reflect.deleteProperty(document, 'visibilityState');
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);
    const does = (event: object, times = 1) =>
      learner.locator('showhow-video').evaluate(
        (player: HTMLElement, told) => {
          const detail = { ...told.event, blockId: player.dataset.block };
          for (let count = 0; count < told.times; count += 1)
            player.dispatchEvent(new CustomEvent('showhow:record', { detail, bubbles: true, composed: true }));
        },
        { event, times },
      );
    await does({ verb: 'played', time: 0, duration: 2 });
    await show(true);
    await refused;
    await context.addCookies(cookies);
    await show(false);
    await expect.poll(verbs, { timeout: 20_000 }).toEqual(['initialized', 'played']);

    // More than a browser carries beyond the end of a page: the rest is handed over by the next one.
    const segments = Array.from({ length: 90 }, (_, index) => [index + 0.125, index + 0.875]);
    await does({ verb: 'paused', time: 1, segments, duration: 90 }, 60);
    await learner.goto(`${hub.url}/asks`);
    await expect.poll(() => verbs().filter((verb) => verb === 'paused').length, { timeout: 20_000 }).toBe(60);
    // The page hears of it a moment later.
    const keptHere = () => learner.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('showhow:reports:')));
    await expect.poll(keptHere).toEqual([]);
    town.close();
  });

  test('of a video that the browser did not begin is said beneath it; of one that was paused right after, nothing', async ({
    hub,
    newPerson,
  }) => {
    const admin = await setUpHub(await newPerson(), hub);
    const { shown, town } = await fill(hub, admin);
    await admin.goto(`${hub.url}/modules/${shown.id}`);
    const refuse = (name: string) =>
      admin.evaluate((reason) => {
        HTMLMediaElement.prototype.play = () => Promise.reject(new DOMException('', reason));
      }, name);
    const video = admin.locator('showhow-video video');
    const said = admin.getByRole('alert').filter({ hasText: 'The video did not begin. Press Play to try again.' });
    await refuse('NotAllowedError');
    await video.press('k');
    await expect(said).toBeVisible();
    await expectAccessible(admin, { except: ['video'] });
    await refuse('AbortError');
    await video.press('k');
    await expect(said).toHaveCount(0);
    town.close();
  });

  test('of a page left open is booked on nobody else who signs in there, and said; one bad report takes no good one along', async ({
    hub,
    newPerson,
  }) => {
    const admin = await setUpHub(await newPerson(), hub);
    const { shown, town } = await fill(hub, admin);
    const context = await newPerson();
    const learner = await joinHub(admin, context, 'Lea Brandt', 'lea@example.com', []);
    await learner.goto(`${hub.url}/modules/${shown.id}`);
    const told = () => town.statements(shown.id).map(({ verb, person_id }) => [verb, person_id]);
    const lea = town.idOf('lea@example.com');
    await expect.poll(told).toEqual([['initialized', lea]]);
    const cookies = await context.cookies();
    await joinHub(admin, context, 'Ole Dahl', 'ole@example.com', []);
    const does = (...events: object[]) =>
      learner.locator('showhow-video').evaluate((player: HTMLElement, all) => {
        for (const event of all) {
          const detail = { blockId: player.dataset.block, ...event };
          player.dispatchEvent(new CustomEvent('showhow:record', { detail, bubbles: true, composed: true }));
        }
      }, events);
    await does({ verb: 'played', time: 0, duration: 2 });
    const notice = learner.getByRole('status').filter({ hasText: 'Someone else is signed in' });
    await expect(notice).toBeVisible();
    await expectAccessible(learner, { except: ['video'] });
    expect(told()).toEqual([['initialized', lea]]);
    await context.addCookies(cookies);
    await expect.poll(told, { timeout: 20_000 }).toContainEqual(['played', lea]);
    await expect(notice).toHaveCount(0);

    await does({ verb: 'played', time: -1, duration: 2 }, { verb: 'seeked', from: 0, to: 1, duration: 2 });
    await expect.poll(told).toContainEqual(['seeked', lea]);
    await expect(learner.getByRole('status').filter({ hasText: 'could not be kept' })).toBeVisible();
    town.close();
  });
});

test('a reviewer comments by keyboard on what changed, and approves the version on screen', async ({ hub, newPerson }) => {
  const admin = await setUpHub(await newPerson(), hub);
  const { draft, town } = await fill(hub, admin);
  await admin.getByRole('link', { name: /Waiting for you/ }).click();
  await admin.getByRole('link', { name: /Look at it/ }).click();
  await expect(admin.getByText('New in this round')).toBeVisible();
  const row = admin.getByRole('listitem').filter({ hasText: 'Keep the old blade.' });
  await row.locator('summary').first().focus();
  await admin.keyboard.press('Enter');
  await row.getByRole('textbox', { name: /^Comment on/ }).fill('Where is it kept?');
  await row.getByRole('button', { name: 'Add the comment' }).press('Enter');
  await expect(admin.getByText('Where is it kept?')).toBeVisible();
  await admin.getByRole('button', { name: 'Approve this version' }).click();
  await expect(admin.getByText('This version is approved.')).toBeVisible();
  await admin.getByRole('link', { name: 'Publish' }).click();
  await admin.getByRole('button', { name: 'Publish Sharpen a saw blade' }).click();
  await expect(admin.getByRole('button', { name: 'Take back Sharpen a saw blade' })).toBeVisible();
  await admin.goto(`${hub.url}/modules/${draft.id}`);
  await expect(admin.getByRole('heading', { level: 1, name: 'Sharpen a saw blade' })).toBeVisible();
  town.close();
});

test('without a script, questions and thanks go as plain forms', async ({ hub, newPerson }) => {
  const admin = await setUpHub(await newPerson(), hub);
  const { shown, town } = await fill(hub, admin);
  const plain = await newPerson({ javaScriptEnabled: false, storageState: await admin.context().storageState() });
  const page = await plain.newPage();
  await page.goto(`${hub.url}/modules/${shown.id}`);
  await page.getByRole('button', { name: 'Thank Mara Lindqvist' }).click();
  await expect(page.getByText('You thanked Mara Lindqvist')).toBeVisible();
  await page.getByRole('textbox', { name: 'Ask Mara Lindqvist' }).fill('Which plug?');
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(page.getByText('Which plug?')).toBeVisible();
  await expect(page.locator('video')).toBeVisible();
  town.close();
});
