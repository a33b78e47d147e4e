import { readFile } from 'node:fs/promises';
import { findChromium } from '../../scripts/lib/find-chromium.mjs';
import { expect, openStudio, test } from '../e2e/support/fixtures.ts';
import { recordingFlags } from '../e2e/support/flags.ts';
import { content, heading, paragraph, quiz, steps } from '../e2e/support/hub-town.ts';
import { studioClient } from './client.ts';
import { portrait, recordScene } from './scene.ts';
import { desk, takeShots } from './take.ts';

// Pictures are taken of pages as they are; the tests are where an error in the console counts.
const chromium = findChromium();
test.use({ allowedErrors: [/./], launchOptions: { ...(chromium ? { executablePath: chromium } : {}), args: recordingFlags() } });

const pages = {
  home: '/',
  record: '/record',
  write: '/write',
  publish: '/publish',
  profile: '/profile',
  insight: '/insight',
  settings: '/settings',
};

test('the studio, empty', async ({ page, studio }) => {
  await openStudio(page, studio);
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(new URL(path, studio.url).href);
    await takeShots(page, name === 'record' ? 'record-refused' : `${name}-empty`, desk);
  }
  await page.goto(new URL('/cut/00000000-0000-4000-8000-000000000000', studio.url).href);
  await takeShots(page, 'cut-error', desk);
});

test('the studio, in use', async ({ page, context, studio, folder, playwright }) => {
  const { client, headers, origin } = studioClient(studio.url);
  const stage = await context.newPage();
  const request = await playwright.request.newContext({ baseURL: origin, extraHTTPHeaders: headers });

  const scene = await readFile(await recordScene(stage, folder));
  const imported = await request.post('/imports?name=Order%20parts%20in%20one%20go.mp4', { data: scene });
  const { take } = await imported.json();
  await expect.poll(async () => (await client.takes.get({ id: take.id })).state, { timeout: 120_000 }).toBe('ready');
  const edit = await client.edits.open({ take: take.id });
  await client.edits.finish({ id: edit.id });
  await expect.poll(async () => (await client.edits.get({ id: edit.id })).rendition !== null, { timeout: 120_000 }).toBe(true);

  const photo = await request.post('/media', {
    data: await readFile(await portrait(stage, folder)),
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
  const made = await client.modules.create({ edit: edit.id });
  const written = content('Order parts in one go', 'You can put all parts of a repair on one order in a minute.', [
    paragraph('Most of us open an order for each part. One order is faster, and the warehouse sends one parcel.'),
    heading('How it goes'),
    steps('Open the service order.', 'Choose each part from the list.', 'Look over the right side, and send it.'),
    quiz('What do you look at before you send the order?', 'The right side', 'The price list'),
  ]);
  const body = { ...written.body, content: [...made.content.body.content.filter(({ type }) => type === 'video'), ...written.body.content] };
  await client.modules.save({ id: made.id, version: made.version, content: { ...written, body } });

  await context.grantPermissions(['camera', 'microphone'], { origin });
  await stage.close();
  await openStudio(page, studio);
  await takeShots(page, 'home-full', desk);
  for (const [name, path] of Object.entries({
    ...pages,
    cut: `/cut/${edit.id}`,
    write: `/write/${made.id}`,
    publish: `/publish/${made.id}`,
  })) {
    if (name === 'home') continue;
    await page.goto(new URL(path, studio.url).href);
    await takeShots(page, name, desk);
  }
  await request.dispose();
});
