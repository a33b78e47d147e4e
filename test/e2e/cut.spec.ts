import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Locator, Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { expectAccessible } from './support/accessible.ts';
import { expect, openStudio, test } from './support/fixtures.ts';

const exec = promisify(execFile);

/** Twelve seconds of a moving picture with a tone, as a phone or another recorder would give it. */
async function makeVideo(
  path: string,
  tone = 'sine=frequency=330:sample_rate=48000',
  shown = 'testsrc2=size=640x360:rate=30',
): Promise<string> {
  const picture = ['-f', 'lavfi', '-i', shown];
  const sound = ['-f', 'lavfi', '-i', tone];
  const coding = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-g', '30', '-c:a', 'aac'];
  await exec(process.env.SHOWHOW_FFMPEG ?? 'ffmpeg', ['-y', '-v', 'error', ...picture, ...sound, '-t', '12', ...coding, path]);
  return path;
}

/** Imports a file on the home page and opens it in the cutting room once it is prepared. */
async function importAndOpen(page: Page, path: string): Promise<void> {
  await page.getByLabel('Videos to import').setInputFiles(path);
  const card = page.getByRole('region', { name: 'In progress' }).getByRole('listitem').filter({ hasText: 'Ready to cut' });
  await card.getByRole('heading').getByRole('button').click({ timeout: 60_000 });
  await expect(page.getByRole('slider', { name: 'Playhead' })).toBeVisible();
  await page.getByRole('tab', { name: 'Cuts' }).click();
  // A tab has its own arrows, Home and End.
  await page.getByRole('slider', { name: 'Playhead' }).focus();
}

const seconds = async (slider: Locator) => Number(await slider.getAttribute('aria-valuenow'));
/** Where the video is that the preview shows, in seconds of its file. */
const shownTime = (page: Page) => page.locator('video[aria-label=Preview]').evaluate((video) => (video as HTMLVideoElement).currentTime);
const saved = (page: Page) => page.getByRole('status').filter({ hasText: /^Saved$/ });

test('a video is imported, trimmed, cut, put right again by undo, and finished to the length it showed', async ({
  page,
  studio,
  folder,
}) => {
  test.setTimeout(180_000);
  const playhead = page.getByRole('slider', { name: 'Playhead' });
  const cuts = page.getByRole('list', { name: 'Cut out' }).getByRole('listitem');
  const clips = page.getByRole('listbox', { name: 'Clips' });
  await openStudio(page, studio);
  await importAndOpen(page, await makeVideo(join(folder, 'closing.mp4')));

  await test.step('trim both ends by keys', async () => {
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('[');
    await clips.press('ArrowRight');
    await page.getByRole('slider', { name: 'End of clip 1' }).press('Shift+ArrowLeft');
    await expect(cuts).toHaveCount(2);
    await expect(page.getByText('10 seconds stay')).toBeVisible();
  });

  await test.step('cut out a stretch, undo it, and do it again', async () => {
    await playhead.press('Home');
    for (let step = 0; step < 3; step++) await playhead.press('Shift+ArrowRight');
    await page.keyboard.press('i');
    for (let step = 0; step < 2; step++) await playhead.press('Shift+ArrowRight');
    await page.keyboard.press('o');
    await page.keyboard.press('x');
    await expect(cuts).toHaveCount(3);
    await page.keyboard.press('Control+z');
    await expect(cuts).toHaveCount(2);
    await page.keyboard.press('Control+Shift+z');
    await expect(cuts).toHaveCount(3);
    await expect(page.getByText('8 seconds stay')).toBeVisible();
  });

  await test.step('play over the cut without showing what was cut out', async () => {
    await page.keyboard.press('ArrowUp');
    for (let step = 0; step < 2; step++) await playhead.press('Shift+ArrowRight');
    await page.keyboard.press('Space');
    await expect(playhead).toHaveAttribute('aria-valuenow', /^[4-7]\./, { timeout: 15_000 });
    await page.keyboard.press('k');
    // One second was trimmed and two were cut out before this moment.
    await expect.poll(async () => Math.abs((await shownTime(page)) - 3 - (await seconds(playhead)))).toBeLessThan(0.1);
  });

  await test.step('bring the stretch back from the list, and take that back too', async () => {
    await page.getByRole('button', { name: /Bring back 0:04/ }).press('Enter');
    await expect(cuts).toHaveCount(2);
    await expect(cuts.locator(':focus')).toHaveAccessibleName(/^Bring back/);
    await page.getByRole('button', { name: /^Undo/ }).click();
    await expect(cuts).toHaveCount(3);
    await expectAccessible(page);
  });

  await test.step('keep it all over a reload', async () => {
    await page.getByLabel('Title').fill('Closing the month');
    await expect(saved(page)).toBeVisible();
    await page.reload();
    await expect(page.getByLabel('Title')).toHaveValue('Closing the month');
    await page.getByRole('tab', { name: 'Cuts' }).click();
    await expect(cuts).toHaveCount(3);
  });

  await test.step('finish it', async () => {
    await page.getByRole('button', { name: 'Go on to finish' }).press('Enter');
    await expect(page.getByRole('tab', { name: 'Finish' })).toBeFocused();
    await expect(page.getByText('0:08 long')).toBeVisible();
    await page.getByRole('button', { name: 'Finish now' }).click();
    await expect(page.getByRole('link', { name: 'Write the module' })).toBeVisible({ timeout: 120_000 });
    await expectAccessible(page);
    await page.getByRole('tabpanel').getByRole('button', { name: 'Play' }).click();
    const result = page.getByRole('dialog').locator('video');
    await expect.poll(() => result.evaluate((video) => Math.abs((video as HTMLVideoElement).duration - 8))).toBeLessThan(0.1);
  });
});

test('two files become one lesson: put in, split, moved, with a chapter, played without stopping, all by keys', async ({
  page,
  studio,
  folder,
}) => {
  test.setTimeout(120_000);
  const playhead = page.getByRole('slider', { name: 'Playhead' });
  const clips = page.getByRole('listbox', { name: 'Clips' });
  const names = () => clips.getByRole('option').evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
  const said = page.getByRole('main').getByRole('status').last();
  await openStudio(page, studio);
  await importAndOpen(page, await makeVideo(join(folder, 'closing.mp4')));

  await page.keyboard.press('End');
  await page.keyboard.press('a');
  // A voice recorded elsewhere can be put in as well.
  await expect(page.getByLabel('Videos to put in')).toHaveAttribute('accept', /audio/);
  await page.getByLabel('Videos to put in').setInputFiles(await makeVideo(join(folder, 'opening.mp4')));
  await page.getByRole('button', { name: /^opening/ }).click({ timeout: 60_000 });
  await expect(said).toHaveText('Put in opening, 12 seconds, as clip 2.');
  await clips.press('Alt+ArrowLeft');
  await expect(said).toHaveText('Moved clip 2. It is now clip 1 of 2.');
  await clips.press('Home');
  for (let step = 0; step < 2; step++) await playhead.press('Shift+ArrowRight');
  await page.keyboard.press('s');
  await expect(said).toHaveText('Split at 2 seconds. There are 3 clips now.');
  // Between two clips each has its own end there already.
  await page.keyboard.press(']');
  await expect(said).toHaveText('Clip 1 ends here already.');
  await page.keyboard.press('[');
  await expect(said).toHaveText('Clip 2 begins here already.');
  await expect(page.getByRole('button', { name: 'Undo: split' })).toBeVisible();
  await clips.press('ArrowRight');
  await page.keyboard.press('Delete');
  await expect.poll(names).toEqual(['Clip 1 of 2, opening, 0:00 to 0:02, 2 seconds', 'Clip 2 of 2, closing, 0:00 to 0:12, 12 seconds']);
  await page.keyboard.press('c');
  await page.getByLabel('Title of the chapter at 2 seconds').fill('The month ends');
  await expect(page.getByRole('button', { name: 'Undo: rename a chapter' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(said).toHaveText('The chapter is called “The month ends” now.');
  await expect(page.getByRole('button', { name: 'Chapter: The month ends, at 2 seconds' })).toBeVisible();
  await expectAccessible(page);

  await playhead.press('Home');
  await page.keyboard.press('Space');
  await expect(playhead).toHaveAttribute('aria-valuenow', /^([3-9]|1[0-3])\./, { timeout: 15_000 });
  await page.keyboard.press('k');
  // Two seconds of the other file come before it.
  await expect.poll(async () => Math.abs((await shownTime(page)) + 2 - (await seconds(playhead)))).toBeLessThan(0.1);

  await test.step('run on faster, back over the cut, and stop, by L, J and K', async () => {
    const preview = page.locator('video[aria-label=Preview]');
    const look = () =>
      preview.evaluate((video) => {
        const { playbackRate, paused, currentTime } = video as HTMLVideoElement;
        return { rate: playbackRate, paused, time: currentTime };
      });
    await playhead.press('l');
    await expect.poll(look).toMatchObject({ rate: 1, paused: false });
    await playhead.press('l');
    await expect.poll(look).toMatchObject({ rate: 2, paused: false });
    await expect(playhead).toHaveAttribute('aria-valuenow', /^([4-9]|1\d)\./, { timeout: 15_000 });
    await playhead.press('j');
    await expect.poll(look).toMatchObject({ paused: true });
    await expect(playhead).toHaveAttribute('aria-valuenow', /^[01]\./, { timeout: 30_000 });
    await playhead.press('k');
    const stopped = await seconds(playhead);
    // The other file again, at the moment at which it was stopped, and not a small copy of it.
    await expect(page.locator('canvas[data-scrub]:visible')).toHaveCount(0);
    await expect.poll(async () => Math.abs((await look()).time - (await seconds(playhead)))).toBeLessThan(0.1);
    expect(await seconds(playhead)).toBe(stopped);
    for (let press = 0; press < 3; press++) await playhead.press('j');
    await expect(playhead).toHaveAttribute('aria-valuenow', '0.00');
    await playhead.press('l');
    await expect.poll(look).toMatchObject({ rate: 1, paused: false });
    await playhead.press('k');
    await expect.poll(look).toMatchObject({ paused: true });
  });
  for (let step = 0; step < 6; step++) await page.keyboard.press('Control+z');
  await expect.poll(names).toEqual(['Clip 1 of 1, closing, 0:00 to 0:12, 12 seconds']);
});

/** Mean difference, of 255, between the small copy as it was while the hand moved and the picture that came when it rested. */
async function copyAgainstPicture(page: Page, move: () => Promise<void>): Promise<number> {
  // It looks before the hand moves: what it measures comes and goes.
  const measuring = await page.evaluateHandle(() => {
    const copy = document.querySelector<HTMLCanvasElement>('canvas[data-scrub]');
    const video = document.querySelector<HTMLVideoElement>('video[aria-label=Preview]');
    if (!copy || !video) throw new Error('The preview is not there');
    /** Mean brightness of cells, which hardly differs between coders and much from frame to frame. */
    const cells = (from: CanvasImageSource): number[] => {
      const [width, height, side] = [640, 360, 20];
      const context = new OffscreenCanvas(width, height).getContext('2d');
      if (!context) throw new Error('No canvas');
      context.drawImage(from, 0, 0, width, height);
      const { data } = context.getImageData(0, 0, width, height);
      const sums = Array.from({ length: (width / side) * (height / side) }, () => 0);
      for (let at = 0; at < width * height; at += 1) {
        const cell = Math.floor(at / width / side) * (width / side) + Math.floor((at % width) / side);
        const light = ((data[4 * at] ?? 0) + (data[4 * at + 1] ?? 0) + (data[4 * at + 2] ?? 0)) / 3;
        sums[cell] = (sums[cell] ?? 0) + light / side ** 2;
      }
      return sums;
    };
    const next = () => new Promise((done) => requestAnimationFrame(done));
    const measure = async (): Promise<number> => {
      while (copy.hidden || copy.dataset.moment !== copy.dataset.wish) await next();
      const before = cells(copy);
      while (!copy.hidden) await next();
      const after = cells(video);
      return before.reduce((sum, value, index) => sum + Math.abs(value - (after[index] ?? 0)), 0) / before.length;
    };
    return { measured: measure() };
  });
  await move();
  return measuring.evaluate(({ measured }) => measured);
}

test('while a hand moves over the timeline a small copy shows the moment, and the picture itself when the hand rests', async ({
  page,
  studio,
  folder,
}) => {
  test.setTimeout(120_000);
  await openStudio(page, studio);
  await importAndOpen(page, await makeVideo(join(folder, 'closing.mp4')));
  const ruler = page.getByRole('slider', { name: 'Playhead' }).locator('xpath=..');
  const box = await ruler.boundingBox();
  if (!box) throw new Error('The timeline is not there');
  const moveTo = (share: number) => page.mouse.move(box.x + share * box.width, box.y + 6);
  await expect(page.locator('canvas[data-scrub]')).toBeAttached({ timeout: 30_000 });
  await moveTo(0.05);
  await page.mouse.down();
  // The copy is opened in the moment after it came.
  await expect(async () => {
    await moveTo(0.9);
    await moveTo(0.5);
    await expect(page.locator('canvas[data-scrub]')).toBeVisible({ timeout: 200 });
  }).toPass();
  await expect(page.locator('canvas[data-scrub]')).toBeHidden();
  for (const share of [0.2, 0.8, 0.35]) {
    expect(await copyAgainstPicture(page, () => moveTo(share))).toBeLessThan(1.2);
  }
  await page.mouse.up();
  await expect(page.locator('canvas[data-scrub]')).toBeHidden();
});

test('a long silence is proposed, shortened by one step, and stays left where it was left', async ({ page, studio, folder }) => {
  test.setTimeout(120_000);
  const proposals = page.getByRole('list', { name: 'Proposals' });
  const silence = proposals.getByRole('heading', { name: '1 silence could be shorter.' });
  const options = page.getByRole('listbox', { name: 'Clips' }).getByRole('option');
  await openStudio(page, studio);
  // A quiet desk with a small place where something happens each second.
  const place = "drawbox=x=80:y=60:w=40:h=40:c=white:t=fill:enable='between(t,2,11)*mod(floor(t),2)'";
  const tone = "sine=frequency=330,volume='lt(t,4)+gt(t,8)':eval=frame";
  const video = await makeVideo(join(folder, 'pause.mp4'), tone, `color=c=0x303030:size=640x360:rate=30,${place}`);
  // Whoever opens a take at once comes before it was examined.
  await page.route('**/api/health/get', (route) => route.fulfill({ json: { json: null } }), { times: 1 });
  await importAndOpen(page, video);
  await page.getByRole('tab', { name: 'Proposals' }).click();

  await expect(proposals.getByRole('heading', { name: /^At 1 place all that happens/ })).toBeVisible({ timeout: 60_000 });
  await expect(silence).toBeVisible();
  await expect(proposals.getByText(/^Saves 3\.[45] seconds\.$/)).toBeVisible();
  await proposals.getByRole('slider', { name: /Leave a rest of/ }).fill('1.5');
  await expect(proposals.getByText(/^Saves 2\.[45] seconds\.$/)).toBeVisible();
  await expectAccessible(page);
  await proposals.getByRole('button', { name: 'Shorten' }).click();
  await expect(options).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(options).toHaveCount(1);
  const card = proposals.getByRole('listitem').filter({ hasText: '1 silence could be shorter.' });
  const places = card.getByRole('button', { name: 'One by one' });
  await places.press('Enter');
  await expect(places).toBeFocused();
  await expect(places).toHaveAttribute('aria-expanded', 'true');
  const chosen = page.waitForResponse(/proposals\/choose/);
  await proposals.getByRole('button', { name: /^Leave 0:0/ }).press('Enter');
  await expect(silence).toHaveCount(0);
  await expect(page.getByRole('tabpanel').locator(':focus')).toHaveCount(1);
  await chosen;
  await expect(saved(page)).toBeVisible();
  await page.reload();
  const again = page.getByRole('button', { name: 'One was left. Propose it again' });
  await expect(again).toBeVisible();
  await expect(silence).toHaveCount(0);
  await again.click();
  await expect(silence).toBeVisible();

  // With a transcript there is more to propose, and one press takes all of it.
  const words = '<00:09.000>Then <00:09.600>um <00:10.200>count';
  const vtt = { name: 'pause.vtt', mimeType: 'text/vtt', buffer: Buffer.from(`WEBVTT\n\n00:09.000 --> 00:11.000\n${words}\n`) };
  await page.getByRole('tab', { name: 'Captions' }).click();
  await page.getByLabel('Caption file to import').setInputFiles(vtt);
  await expect(page.getByRole('textbox', { name: /^Caption 1, at/ })).toHaveValue('Then um count');
  await page.getByRole('tab', { name: 'Proposals' }).click();
  await expect(proposals.getByRole('heading', { name: /^1 filler/ })).toBeVisible();
  await page.getByRole('button', { name: 'Take all of these' }).press('Enter');
  await expect(options).toHaveCount(3);
  await expect(proposals.getByRole('heading', { name: /silence could|filler/ })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(options).toHaveCount(1);
});

test('a file that could not be made ready is spoken of as a file, and tried again', async ({ page, studio, folder }) => {
  await openStudio(page, studio);
  await importAndOpen(page, await makeVideo(join(folder, 'closing.mp4')));
  const cut = page.url();
  // So a full disk leaves it, or an ffmpeg that is not there.
  const database = new Database(join(studio.workspace, 'showhow.db'));
  database.prepare("update takes set state = 'interrupted'").run();
  database.close();
  await page.reload();
  await expect(page.getByText('The file is kept here. Try again from the start page, and it can be cut.')).toBeVisible();
  await page.getByRole('link', { name: 'Go to the start' }).click();
  await expect(page.getByText(/closing.*, imported .*, could not be made ready to cut\. The file is kept here\./)).toBeVisible();
  await expect(page.getByText(/interrupted|recorded is saved/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page).toHaveURL(cut, { timeout: 60_000 });
});

test.describe('what cannot be done', () => {
  test.use({ allowedErrors: [[/status of 4(01|04|22)/], { scope: 'test' }] });

  test('a file that is no video says so at its place, and nothing else changes', async ({ page, studio }) => {
    await openStudio(page, studio);
    const file = { name: 'notes.mp4', mimeType: 'video/mp4', buffer: Buffer.from('This is not a video.') };
    await page.getByLabel('Videos to import').setInputFiles(file);
    await expect(page.getByRole('alert')).toContainText('notes.mp4');
    await page.getByRole('button', { name: 'Close the message about notes.mp4' }).click();
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Import' })).toBeEnabled();
  });

  test('an address of no cut leads back to the start', async ({ page, studio }) => {
    await openStudio(page, studio, '/cut/00000000-0000-4000-8000-000000000000');
    await expect(page.getByRole('heading', { name: 'This cut is not here' })).toBeVisible();
    await page.getByRole('link', { name: 'Go to the start' }).click();
    await expect(page.getByRole('button', { name: 'Import' })).toBeVisible();
  });
});
