import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, openStudio, test } from '../e2e/support/fixtures.ts';
import { storeFile } from '../e2e/support/store-file.ts';
import { lessons } from './all-blocks.ts';
import { studioClient } from './client.ts';
import { portrait, recordScene } from './scene.ts';
import { desk, takeShots, tall } from './take.ts';

test.use({ allowedErrors: [/./] });

const seconds = 24;
const cue = (from: number, to: number, text: string) =>
  `00:${String(from).padStart(2, '0')}.000 --> 00:${String(to).padStart(2, '0')}.000\n${text}`;
const vtt = (...cues: string[]) => ['WEBVTT', ...cues].join('\n\n');

test('blocks of every kind, written and as a learner sees them', async ({ page, context, studio, folder }) => {
  const { client, headers, origin } = studioClient(studio.url);
  const stage = await context.newPage();
  const size = { width: 1280, height: 720 };
  const video = storeFile(studio, await recordScene(stage, folder), { type: 'video/mp4', ...size });
  const picture = (step: number) => storeFile(studio, join(folder, `scene-${step}.png`), { type: 'image/png', ...size });
  const face = storeFile(studio, await portrait(stage, folder, 1), { type: 'image/png', width: 320, height: 320 });
  await stage.close();
  const text = async (name: string, ...cues: string[]) => {
    await writeFile(join(folder, name), vtt(...cues));
    return storeFile(studio, join(folder, name), { type: 'text/vtt' });
  };
  const photo = await fetch(`${origin}/media`, { method: 'POST', headers, body: await readFile(join(folder, 'portrait-1.png')) });
  await client.profile.save({
    name: 'Mara Lindqvist',
    role: 'Service technician',
    team: 'Field service North',
    photo: (await photo.json()).hash,
    goodAt: ['Blade changes'],
    askMeAbout: ['Service orders', 'Saw blades'],
  });
  const all = lessons({
    pictures: [picture(0), picture(2), picture(5)],
    face,
    video,
    seconds,
    captions: await text('captions.vtt', cue(0, 5, 'Open the service order.'), cue(6, 12, 'Choose each part from the list.')),
    chapters: await text('chapters.vtt', cue(0, 8, 'Open the order'), cue(8, 16, 'Choose the parts'), cue(16, seconds, 'Send it')),
  });

  await openStudio(page, studio);
  const ids: Record<string, string> = {};
  for (const [name, content] of Object.entries(all)) {
    const { id, version } = await client.modules.create({});
    await client.modules.save({ id, version, content });
    ids[name] = id;
    await page.goto(new URL(`/write/${id}`, studio.url).href);
    await expect(page.getByRole('textbox', { name: 'Text of the module' })).toBeVisible();
    await takeShots(page, `blocks-${name}`, tall);
    await page.goto(new URL(`/preview/${id}`, studio.url).href);
    await takeShots(page, `blocks-${name}-preview`, tall);
  }

  const writing = page.getByRole('textbox', { name: 'Text of the module' });
  const dialogs = {
    crop: ['Picture', 'Change the part that is shown'],
    part: ['Video', 'Show only a part'],
    moment: ['Steps', 'Moment of the video for step 4'],
  } as const;
  for (const [name, [group, button]] of Object.entries(dialogs)) {
    await page.goto(new URL(`/write/${ids.pictures}`, studio.url).href);
    await writing.getByRole('group', { name: group, exact: true }).getByRole('button', { name: button }).click();
    await takeShots(page, `blocks-${name}`, desk);
  }
  await page.goto(new URL(`/write/${ids.words}`, studio.url).href);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await takeShots(page, 'blocks-more', desk);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Preview' }).click();
  await takeShots(page, 'blocks-preview', desk);
});
