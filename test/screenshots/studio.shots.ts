import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import type { ModuleDraft } from '../../src/shared/model/module.ts';
import { launchBrowser } from '../e2e/support/browser.ts';
import { expect, openStudio, type StudioProcess, test } from '../e2e/support/fixtures.ts';
import { recordingFlags } from '../e2e/support/flags.ts';
import { setUpHub } from '../e2e/support/hub-sign-in.ts';
import { content, HubTown, heading, paragraph, quiz, steps } from '../e2e/support/hub-town.ts';
import { inLanguage } from '../e2e/support/in-language.ts';
import { lessonFile } from '../e2e/support/lesson-file.ts';
import { menuChoice } from '../e2e/support/recording.ts';
import { studioClient } from './client.ts';
import { cameraOf, portrait, recordScene, scenePage, sceneTitle } from './scene.ts';
import { desk, takeShots } from './take.ts';

// Pictures are taken of pages as they are; the tests are where an error in the console counts.
test.use({ allowedErrors: [/./] });

/** The recorder with a screen, a camera and a microphone, in a browser that has them. */
async function recorder(studio: StudioProcess, folder: string, picture: string): Promise<void> {
  const camera = await cameraOf(picture, join(folder, 'camera.y4m'));
  const { browser, close } = await launchBrowser(recordingFlags({ camera, screen: { titled: sceneTitle } }));
  const context = await browser.newContext({ permissions: ['camera', 'microphone'] });
  // Chromium calls a fake camera by its file's path.
  await context.addInitScript(() => {
    Object.defineProperty(MediaDeviceInfo.prototype, 'label', { get: () => 'Built-in camera' });
    Object.defineProperty(MediaStreamTrack.prototype, 'label', { get: () => 'Built-in camera' });
  });
  const shown = await context.newPage();
  await shown.setViewportSize({ width: 1280, height: 720 });
  await shown.setContent(scenePage);
  const page = await context.newPage();
  await openStudio(page, studio, '/record');
  await menuChoice(page, /^Screen:/, /Choose what to show/);
  await menuChoice(page, /^Camera:/, /Built-in camera/);
  await takeShots(page, 'record', desk);
  await close();
}

/** Connects the studio to its embedded hub, as the person who sets it up does. */
async function connect(studio: StudioProcess, hubPage: (code: string) => Promise<Page>): Promise<void> {
  const { client } = studioClient(studio.url);
  const { embeddedHub } = await client.system.status();
  if (!embeddedHub) throw new Error('The studio has no hub.');
  const page = await hubPage(embeddedHub.setupCode ?? '');
  for await (const { state, address } of await client.hub.connect({ url: embeddedHub.url })) {
    if (state !== 'waiting') continue;
    await page.goto(address);
    await page.locator('button[value=approve]').click();
  }
}

const pages = {
  home: '/',
  record: '/record',
  publish: '/publish',
  profile: '/profile',
  insight: '/insight',
  settings: '/settings',
  write: '/write',
  library: '/library',
  reviews: '/reviews',
};

/** A colleague's lesson that came in a file to be reviewed, with a few things said about it. */
async function reviewByFile(page: Page, studio: StudioProcess, folder: string): Promise<void> {
  const handedOut = { id: crypto.randomUUID(), by: 'Mara Lind', at: new Date().toISOString(), round: 1 };
  const file = await lessonFile(folder, 'Close the till', ['Count the notes first, then the coins.', 'Sign the list.'], {
    handedOut,
    comments: [],
    advice: [],
  });
  await page.goto(new URL('/reviews', studio.url).href);
  const name = 'Close the till, for review.showhow';
  await page.getByLabel('Review a file: choose the file').setInputFiles({ name, mimeType: 'application/zip', buffer: file });
  await page.getByRole('button', { name: 'Review it' }).click();
  const part = page.locator('li[id^="part-"]').first();
  await part.getByRole('button', { name: /^Comment/ }).click();
  await part.getByRole('textbox', { name: /^Comment on/ }).fill('Whom do I ask when it does not add up?');
  await part.getByRole('button', { name: 'Add the comment' }).click();
  await expect(part.getByText('Whom do I ask')).toBeVisible();
  await takeShots(page, 'review-by-file', desk);
  await page.goto(new URL('/reviews', studio.url).href);
  await takeShots(page, 'reviews-full', desk);
}

const colleagues = ['Tomasz Wilk', 'Ines Duarte', 'Bo Nilsen', 'Lea Brandt', 'Samir Haddad', 'Ola Berg', 'Kim Tran', 'Rosa Vidal'].concat([
  'Jan Novak',
  'Mei Lin',
  'Paul Okafor',
  'Greta Holm',
  'Luis Prado',
  'Anna Rossi',
  'Tim Becker',
  'Nadia Aziz',
]);

/** Colleagues at the hub of a studio, two of them with a face. */
async function townOf(studio: StudioProcess, stage: Page, folder: string): Promise<{ town: HubTown; people: string[] }> {
  const town = new HubTown(join(studio.workspace, 'hub'));
  const people: string[] = [];
  for (const [index, name] of colleagues.entries()) {
    const photo = index < 2 ? await town.picture(`movie=${await portrait(stage, folder, index + 1)}`) : null;
    people.push(town.person({ name, role: 'Service technician', team: 'Field service South', photo, goodAt: [], askMeAbout: [] }));
  }
  return { town, people };
}

/** Everyone opened it, most watched it to the end, some answered right. */
function watched(town: HubTown, people: string[], { id, content: { body } }: ModuleDraft, revision: string): void {
  const blocks = (type: string) => body.content.filter((block) => block.type === type).map((block) => block.attrs.id);
  for (const [index, person] of people.entries()) {
    town.trace(person, id, revision, 'initialized', null, null);
    for (const block of blocks('video')) if (index < 11) town.trace(person, id, revision, 'completed', block, null);
    for (const block of blocks('quiz')) if (index < 11) town.trace(person, id, revision, 'answered', block, index < 7);
  }
}

/** Has the report of a take say what those of large videos with few key frames do: that a part of it was only glanced at. */
async function glance({ url, workspace }: StudioProcess, take: string): Promise<void> {
  const { client } = studioClient(url);
  await client.health.measure({ take });
  await expect.poll(async () => (await client.health.get({ take })) !== null, { timeout: 60_000 }).toBe(true);
  const report = { ...(await client.health.get({ take })), glanced: [{ track: 'screen', seconds: 12, every: 4 }] };
  const database = new Database(join(workspace, 'showhow.db'));
  database.prepare('update take_health set report = ? where take_id = ?').run(JSON.stringify(report), take);
  database.close();
}

/** What is said in the scene. */
const spoken = [
  'Open the service order of the customer.',
  'Choose each part from the list on the left.',
  'All 5 parts have to stand on the right side.',
  'Send the order, and the warehouse sends one parcel.',
].map((text, index) => ({ id: String(index), from: 5 * index + 0.5, to: 5 * index + 4, text }));

test('the studio, empty', async ({ page, studio }) => {
  await openStudio(page, studio);
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(new URL(path, studio.url).href);
    await takeShots(page, name === 'record' ? 'record-refused' : `${name}-empty`, desk);
  }
  await page.goto(new URL('/cut/00000000-0000-4000-8000-000000000000', studio.url).href);
  await takeShots(page, 'cut-error', desk);
});

/** Half of a lesson, so that the page shows what is done and what is not. */
const german: Record<string, string> = {
  'Order parts in one go': 'Teile auf einmal bestellen',
  'How it goes': 'So geht es',
  'Open the service order.': 'Den Serviceauftrag öffnen.',
};

test('the studio, in use', async ({ page, context, startStudio, newPerson, folder, playwright }) => {
  const studio = await startStudio({ hub: true });
  const { client, headers, origin } = studioClient(studio.url);
  const stage = await context.newPage();
  const request = await playwright.request.newContext({ baseURL: origin, extraHTTPHeaders: headers });

  const scene = await readFile(await recordScene(stage, folder));
  const imported = await request.post('/imports?name=Order%20parts%20in%20one%20go.mp4', { data: scene });
  const { take } = await imported.json();
  await expect.poll(async () => (await client.takes.get({ id: take.id })).state, { timeout: 120_000 }).toBe('ready');
  const opened = await client.edits.open({ take: take.id });
  const chapters = ['Open the order', 'Choose the parts', 'Look it over', 'Send it'].map((title, index) => ({
    id: crypto.randomUUID(),
    source: take.id,
    at: 5 * index,
    title,
  }));
  const edit = await client.edits.save({ id: opened.id, version: opened.version, list: { ...opened.list, chapters, sizes: [720, 480] } });
  await client.captions.save({ take: take.id, version: 0, language: 'en', origin: { by: 'hand' }, cues: spoken });
  await client.edits.finish({ id: edit.id });
  await expect.poll(async () => (await client.edits.get({ id: edit.id })).rendition !== null, { timeout: 120_000 }).toBe(true);

  const face = await portrait(stage, folder);
  const photo = await request.post('/media', {
    data: await readFile(face),
    headers: { 'Content-Type': 'image/png' },
  });
  const { hash } = await photo.json();
  await client.profile.save({
    name: 'Mara Lindqvist',
    role: 'Service technician',
    team: 'Field service North',
    photo: hash,
    goodAt: ['Blade changes', 'Ordering parts'],
    askMeAbout: ['Service orders', 'Saw blades'],
  });
  const hubUrl = studio.hubUrl ?? '';
  await connect(studio, async (setupCode) =>
    setUpHub(await newPerson(), { ready: { hub: hubUrl, setupCode }, url: hubUrl }, 'Mara Lindqvist'),
  );
  const { town, people } = await townOf(studio, stage, folder);
  const [tomasz = '', ines = ''] = people;
  const mara = town.idOf('ada@example.com');
  const question = town.ask({ from: tomasz, to: mara, text: 'How do you get all the parts of a repair onto one order?', hoursAgo: 26 });
  await client.insights.mine();
  await client.insights.answerWith({ askId: question, take: take.id });
  const made = await client.modules.create({ edit: edit.id });
  const written = content('Order parts in one go', 'You can put all parts of a repair on one order in a minute.', [
    paragraph('Most of us open an order for each part. One order is faster, and the warehouse sends one parcel.'),
    heading('How it goes'),
    steps('Open the service order.', 'Choose each part from the list.', 'Look over the right side, and send it.'),
    quiz('What do you look at before you send the order?', 'The right side', 'The price list'),
  ]);
  const body = { ...written.body, content: [...made.content.body.content.filter(({ type }) => type === 'video'), ...written.body.content] };
  const draft = await client.modules.save({
    id: made.id,
    version: made.version,
    content: inLanguage({ ...written, body }, 'de', (text) => german[text]),
  });
  await stage.close();
  await recorder(studio, folder, face);
  await openStudio(page, studio);
  const guided = await client.modules.create({ template: 'walkthrough' });
  const drafted = await client.modules.draft({ edit: edit.id });
  await client.templates.save({
    module: made.id,
    name: 'Our service tip',
    about: 'As the technicians of the South write them.',
    minutes: 3,
    guidance: true,
  });
  await glance(studio, take.id);
  const before = {
    'cut-health': `/cut/${edit.id}?panel=health`,
    'write-begin': `/write?edit=${edit.id}`,
    'write-template': `/write/${guided.id}`,
    'write-drafted': `/write/${drafted.id}`,
    'cut-finished': `/cut/${edit.id}?panel=finish`,
    write: `/write/${made.id}`,
    languages: `/write/${made.id}/languages`,
    'publish-draft': `/publish/${made.id}`,
    'record-question': `/record?ask=${question}`,
  };
  for (const [name, path] of Object.entries(before)) {
    await page.goto(new URL(path, studio.url).href);
    await takeShots(page, name, desk);
  }

  const job = await client.publishing.handIn({ moduleId: made.id });
  await expect.poll(async () => (await client.jobs.list({ subject: made.id })).find(({ id }) => id === job.id)?.state).toBe('done');
  town.approve(made.id, ines);
  await client.publishing.publish({ moduleId: made.id });
  const { revision } = await client.publishing.check({ moduleId: made.id });
  watched(town, people, draft, revision);
  town.ask({ from: ines, to: mara, text: 'Does it work for warranty repairs too?', about: made.id, hoursAgo: 1 });
  town.thank(ines, mara, made.id, 'Twelve orders became one. My Friday is saved.', 3);
  town.thank(tomasz, mara, made.id, '', 20);
  town.close();
  await page.goto(new URL('/', studio.url).href);
  await takeShots(page, 'home-full', desk);
  for (const [name, path] of Object.entries({
    ...pages,
    cut: `/cut/${edit.id}`,
    publish: `/publish/${made.id}`,
    history: `/write/${made.id}/history`,
    'library-found': '/library?words=order',
  })) {
    if (name === 'home' || name === 'record' || name === 'write') continue;
    await page.goto(new URL(path, studio.url).href);
    await takeShots(page, name, desk);
  }
  await reviewByFile(page, studio, folder);
  await request.dispose();
});
