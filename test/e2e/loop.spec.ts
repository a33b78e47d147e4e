import { execFile } from 'node:child_process';
import { join as inFolder } from 'node:path';
import { promisify } from 'node:util';
import type { Locator, Page } from '@playwright/test';
import type { Edit } from '../../src/shared/contract/edits.ts';
import { editDuration, toOutput } from '../../src/shared/model/edit/time.ts';
import type { Rendition } from '../../src/shared/model/rendition.ts';
import type { Take } from '../../src/shared/model/take.ts';
import { expectAccessible } from './support/accessible.ts';
import { takeBlank } from './support/begin.ts';
import { launchBrowser } from './support/browser.ts';
import { cursorRests } from './support/cursor.ts';
import { expect, openStudio, test } from './support/fixtures.ts';
import { makeCameraFile, measureLoudness, probeFile } from './support/media.ts';
import { beepsIn, distances, flashesIn, middle } from './support/onsets.ts';
import { connectStudio, invite, join, setUpHub } from './support/people.ts';
import {
  beginRecording,
  flashFlags,
  menuChoice,
  onlyTake,
  openRecorder,
  takeFolderOf,
  toCuttingRoom,
  untilRecorded,
} from './support/recording.ts';
import { watchForErrors } from './support/watch.ts';

const exec = promisify(execFile);

/** A quiet hum: heard by the check, and too soft to be taken for the tab's beeps. */
async function makeHum(file: string): Promise<string> {
  await exec('ffmpeg', ['-y', '-v', 'error', '-f', 'lavfi', '-i', 'aevalsrc=0.05*sin(2*PI*220*t):sample_rate=48000', '-t', '10', file]);
  return file;
}

/** Asks the studio behind a page, as its own pages do. */
async function ask<T>(page: Page, path: string, input: unknown): Promise<T> {
  const answer = await page.request.post(new URL(`/api/${path}`, page.url()).href, {
    data: { json: input },
    headers: { Origin: new URL(page.url()).origin },
  });
  return ((await answer.json()) as { json: T }).json;
}

const shownBy = async (slider: Locator): Promise<number> => Number(await slider.getAttribute('aria-valuenow'));

/** Moments of the tracks of a take as they are seen and heard once it is cut. */
const afterCut = (edit: Edit, times: number[], offset: number): number[] => {
  const source = edit.list.clips[0]?.source ?? '';
  return times.flatMap((time) => toOutput(edit.list, source, time + offset) ?? []);
};

const worst = (times: number[], places: number[]): number => {
  const apart = distances(times, places).map(Math.abs);
  return Math.max(...apart);
};

/** The duration, the place of every flash and every beep, and the loudness of what came out. */
async function expectWellMade(file: string, edit: Edit, take: Take, folder: string, shownLate: number): Promise<void> {
  const probed = await probeFile(file);
  const expected = editDuration(edit.list);
  expect(Math.abs(Number(probed.format.duration) - expected), `${probed.format.duration} s for ${expected} s`).toBeLessThan(0.1);
  expect(probed.streams.map(({ codec_name }) => codec_name).sort()).toEqual(['aac', 'h264']);

  const recorded = async (kind: 'screen' | 'system', find: (path: string) => Promise<number[]>) => {
    const track = take.tracks.find((one) => one.kind === kind);
    return track ? afterCut(edit, await find(inFolder(folder, track.file)), track.offset) : [];
  };
  const [shown, heard] = [await recorded('screen', flashesIn), await recorded('system', beepsIn)];
  const [flashes, beeps] = [await flashesIn(file), await beepsIn(file)];
  expect(Math.min(flashes.length, beeps.length)).toBeGreaterThan(2);
  expect(worst(flashes, shown), `flashes at ${flashes}, recorded for ${shown}`).toBeLessThan(0.05);
  expect(worst(beeps, heard), `beeps at ${beeps}, recorded for ${heard}`).toBeLessThan(0.05);
  const off = middle(distances(flashes, beeps)) + shownLate;
  expect(Math.abs(off), `sound after picture: ${distances(flashes, beeps)}, painted late by ${shownLate}`).toBeLessThan(0.05);

  const { integrated, truePeak } = await measureLoudness(file);
  expect(Math.abs(integrated + 16), `${integrated} LUFS`).toBeLessThanOrEqual(1);
  expect(truePeak).toBeLessThanOrEqual(-1);
}

/** Trims a second at the start, cuts two out of the middle, and finishes. */
async function cutAndFinish(page: Page): Promise<{ edit: Edit; rendition: Rendition }> {
  await page.getByRole('listbox', { name: 'Clips' }).press('ArrowRight');
  const start = page.getByRole('slider', { name: 'Start of clip 1' });
  await start.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => shownBy(start)).toBeCloseTo(1, 1);
  await start.blur();
  await page.keyboard.press('Home');
  for (let second = 0; second < 3; second += 1) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('i');
  for (let second = 0; second < 2; second += 1) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('o');
  await page.getByRole('button', { name: /^Cut out/ }).click();
  await page.getByRole('tab', { name: 'Cuts' }).click();
  await expect(page.getByRole('list', { name: 'Cut out' }).getByRole('listitem')).toHaveCount(2);
  await page.getByRole('button', { name: 'Go on to finish' }).click();
  await page.getByRole('button', { name: 'Finish now' }).click();
  await expect(page.getByRole('heading', { name: 'Finished', exact: true })).toBeVisible({ timeout: 120_000 });
  const edit = await ask<Edit>(page, 'edits/get', { id: page.url().split('/').at(-1) });
  if (!edit.rendition) throw new Error('The edit was finished and has no rendition');
  return { edit, rendition: edit.rendition };
}

async function writeAround(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Close the till');
  await page.getByRole('textbox', { name: /What will a colleague/ }).fill('You close the till alone in three minutes.');
  const text = page.getByRole('textbox', { name: 'Text of the module' });
  await text.locator('p').last().click();
  await page.keyboard.type('Count the notes twice.');
  await page.getByRole('button', { name: 'Question', exact: true }).click();
  const question = page.getByRole('group', { name: 'Question', exact: true });
  await question.getByRole('textbox', { name: 'What do you ask?' }).fill('How often are the notes counted?');
  await question.getByRole('textbox', { name: 'Answer 1', exact: true }).fill('Once');
  await question.getByRole('textbox', { name: 'What to say to who chooses answer 1' }).fill('A slip stays unseen.');
  await question.getByRole('textbox', { name: 'Answer 2', exact: true }).fill('Twice');
  await question.getByRole('radio', { name: 'Answer 2 is right' }).check();
  await expect(page.getByText('Nothing is missing.')).toBeVisible();
  await expect(text.locator('video')).toHaveCount(1);
}

test('from a recording to a thank-you: two studios, one hub, a learner', async ({ startStudio, startHub, folder }) => {
  test.setTimeout(300_000);
  const studio = await startStudio();
  const other = await startStudio();
  const hub = await startHub();
  const camera = await makeCameraFile(inFolder(folder, 'camera.y4m'), 4);
  const microphone = await makeHum(inFolder(folder, 'microphone.wav'));
  const { browser, close } = await launchBrowser(flashFlags({ camera, microphone }));
  const recorder = await openRecorder(browser, studio);
  const { page } = recorder;
  const [olesContext, lenasContext] = [await browser.newContext(), await browser.newContext()];
  const contexts = [page.context(), olesContext, lenasContext];
  for (const context of contexts) context.setDefaultTimeout(30_000);
  const quiet = contexts.map((context) => watchForErrors(context, []));
  const step = test.step;

  await step('Ole sets the hub up and invites Mara and Lena', async () => {
    const admin = await setUpHub(olesContext, hub, 'Ole');
    const mara = await join(page.context(), await invite(admin, hub, [/^Author/]), 'Mara');
    await mara.close();
    await join(lenasContext, await invite(admin, hub, []), 'Lena');
  });
  const lena = lenasContext.pages()[0] as Page;
  const ole = olesContext.pages()[0] as Page;

  await step('Mara records a tab with its sound, her camera and her voice', async () => {
    await menuChoice(page, /^Screen:/, /Choose what to show/);
    await menuChoice(page, /^Camera:/, /./);
    await expect(page.getByRole('button', { name: /^Screen: One tab, with its sound/ })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Camera: (?!off|asking)/ })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Microphone: you are heard/ })).toBeVisible({ timeout: 20_000 });
    await beginRecording(page);
    await untilRecorded(page, 11);
    await page.getByRole('button', { name: 'Stop' }).click();
    await toCuttingRoom(page);
    const take = await onlyTake(page);
    expect(take.duration).toBeGreaterThan(10);
    expect(take.tracks.map(({ kind }) => kind).sort()).toEqual(['camera', 'microphone', 'screen', 'system']);
  });

  await step('She trims, cuts and finishes it, and what comes out is as the edit says', async () => {
    const { edit, rendition } = await cutAndFinish(page);
    const file = inFolder(studio.workspace, 'media', rendition.video.slice(0, 2), rendition.video);
    expect(rendition.method).toBe('encoded');
    await expectWellMade(file, edit, await onlyTake(page), await takeFolderOf(studio), await recorder.shownLate());
  });

  await step('She says who she is, and writes a module around it', async () => {
    await page.getByRole('link', { name: 'Write the module' }).click();
    await takeBlank(page);
    await page.waitForURL(/\/write\/[0-9a-f-]{36}$/);
    const address = page.url();
    await page.goto(new URL('/profile', address).href);
    await page.getByLabel('Name').fill('Mara');
    await page.getByLabel('What you do').fill('Runs the tills');
    await expect(page.getByText(/^Saved\./)).toBeVisible();
    await page.goto(address);
    await writeAround(page);
  });
  const moduleId = page.url().split('/').at(-1) as string;
  const writing = page.url();
  const publishing = new URL(`/publish/${moduleId}`, writing).href;

  await step('Both studios are connected to the hub', async () => {
    await connectStudio(page, hub, 'Mara');
    const oles = await olesContext.newPage();
    await openStudio(oles, other);
    await connectStudio(oles, hub, 'Ole');
    await oles.close();
  });

  await step('Mara hands the module in', async () => {
    await page.goto(writing);
    await page.getByRole('button', { name: 'Hand in', exact: true }).click();
    await expect(page.getByText('With the reviewers')).toBeVisible({ timeout: 60_000 });
  });

  await step('Ole comments on a part of it and returns it', async () => {
    await ole.goto(`${hub.url}/review`);
    await ole.getByRole('link', { name: /^Look at it/ }).click();
    const part = ole.getByRole('listitem').filter({ hasText: 'Count the notes twice.' });
    await part.locator('summary').first().click();
    await part.getByRole('textbox', { name: /^Comment on/ }).fill('And the coins?');
    await part.getByText('Suggest other wording').press('Enter');
    await part.getByLabel('In its place').fill('Count the notes twice. Coins go through the machine.');
    await part.getByRole('button', { name: 'Add the comment' }).click();
    await expect(ole.getByText('And the coins?')).toBeVisible();
    await ole.getByText('Return with reasons').click();
    await ole.getByLabel('What should Mara do?').fill('Nearly there: say what happens to the coins.');
    await ole.getByRole('button', { name: 'Return it to Mara' }).click();
    await expect(ole.getByText('Back with the author')).toBeVisible();
  });

  await step('Mara reads what he said, mends it and hands it in again', async () => {
    await page.goto(publishing);
    await expect(page.getByText('Back from review: 1 thing to do')).toBeVisible();
    await expect(page.getByText('Nearly there: say what happens to the coins.')).toBeVisible();
    const answer = page.getByRole('button', { name: 'Answer', exact: true });
    await answer.press('Enter');
    await expect(page.getByRole('textbox', { name: /^Answer to/ })).toBeFocused();
    await page.getByRole('button', { name: 'Cancel' }).press('Enter');
    await expect(answer).toBeFocused();
    await page.getByRole('link', { name: 'Go to the place' }).click();
    await page.waitForURL(/\/write\//);
    await expect(page.getByText('Nearly there: say what happens to the coins.')).toBeVisible();
    await page.getByRole('button', { name: 'Take the suggestion' }).press('Enter');
    await expect(page.getByRole('textbox', { name: 'Text of the module' })).toContainText('Coins go through the machine.');
    await expect(page.getByText('Suggestion taken by Mara')).toBeVisible();
    await page.getByRole('button', { name: 'Hand in again' }).click();
    await expect(page.getByText('With the reviewers, round 2')).toBeVisible({ timeout: 60_000 });
  });

  await step('Ole sees what has changed and approves it; his own module he could not', async () => {
    await ole.goto(`${hub.url}/review/${moduleId}`);
    await expect(ole.getByText('Shown are the changes since round 1.')).toBeVisible();
    await expect(ole.getByText('Changed in this round')).toBeVisible();
    await ole.getByRole('button', { name: 'Approve this version' }).click();
    await expect(ole.getByText('This version is approved. It can be published.')).toBeVisible();
  });

  await step('Mara publishes it and keeps the receipt', async () => {
    await page.goto(publishing);
    await expect(page.getByText('Approved and ready to publish')).toBeVisible();
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await expect(page.getByRole('table', { name: 'Receipts' }).getByRole('row')).toHaveCount(2);
    await expect(page.getByText('Published', { exact: true })).toBeVisible();
    await expectAccessible(page);
  });

  await step('Lena finds it, watches it, answers, asks and thanks', async () => {
    await lena.goto(hub.url);
    await lena.getByRole('link', { name: 'Close the till' }).first().click();
    await expect(lena.getByRole('heading', { level: 1, name: 'Close the till' })).toBeVisible();
    const video = lena.locator('video');
    await video.evaluate((element: HTMLVideoElement) => element.play());
    await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.ended), { timeout: 40_000 }).toBe(true);
    await lena.getByRole('radio', { name: 'Once' }).check();
    await lena.getByRole('button', { name: 'Check' }).click();
    await expect(lena.getByText('A slip stays unseen.')).toBeVisible();
    await lena.getByRole('radio', { name: 'Twice' }).check();
    await lena.getByRole('button', { name: 'Check' }).click();
    await expect(lena.getByText('That is right.')).toBeVisible();
    await lena.getByLabel('Ask Mara').fill('What about foreign notes?');
    await lena.getByRole('button', { name: 'Ask', exact: true }).click();
    await expect(lena.getByText('Waits for an answer from Mara.')).toBeVisible();
    await lena.getByRole('button', { name: 'Thank Mara' }).click();
    await lena.getByLabel('What did it help you with?').fill('My first evening alone.');
    await lena.getByRole('button', { name: 'Send the line' }).click();
    await expect(lena.getByText('You thanked Mara')).toBeVisible();
  });

  await step('Mara sees whom it reached, who asks and who thanks, and answers', async () => {
    await page.goto(new URL('/', writing).href);
    await expect(page.getByRole('region', { name: 'Asked of you' })).toContainText('What about foreign notes?');
    await expect(page.getByRole('region', { name: 'Thanks' })).toContainText('My first evening alone.');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Answer', exact: true }).press('Enter');
    await expect(page.getByLabel('Your answer to Lena')).toBeFocused();
    await page.getByRole('button', { name: 'Cancel' }).press('Enter');
    await expect(page.getByRole('button', { name: 'Answer', exact: true })).toBeFocused();
    await page.keyboard.press('Enter');
    await page.getByLabel('Your answer to Lena').fill('Into the envelope, uncounted.');
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByRole('region', { name: 'Asked of you' })).toBeHidden();
    await page.goto(new URL('/insight', writing).href);
    await expect(page.getByText('One colleague opened it.')).toBeVisible();
    await expect(page.getByText('Not enough data yet.')).toBeVisible();
    await expectAccessible(page);
    await lena.reload();
    await expect(lena.getByText('Into the envelope, uncounted.')).toBeVisible();
  });

  await step('She hands in a better one, and takes back what colleagues see meanwhile', async () => {
    await page.goto(writing);
    await page.getByRole('textbox', { name: 'Text of the module' }).getByText('Count the notes twice.').click();
    await cursorRests(page);
    await page.keyboard.press('End');
    await page.keyboard.type(' And sign the slip.');
    await page.getByRole('button', { name: 'Hand in again' }).click();
    await expect(page.getByText('With the reviewers, round 3')).toBeVisible({ timeout: 60_000 });
    await page.goto(publishing);
    const go = page.getByRole('region', { name: 'Go', exact: true });
    await expect(go.getByRole('link', { name: 'See it at the hub' })).toBeVisible();
    await go.getByRole('button', { name: 'Take it back' }).click();
    const question = page.getByRole('dialog', { name: 'Take it back?' });
    await expect(question).toContainText('they see nothing until the new version is published');
    await expectAccessible(page);
    await question.getByRole('button', { name: 'Take it back' }).press('Enter');
    await expect(page.getByText('Taken back. Colleagues do not see it any more.', { exact: true })).toBeVisible();
    await expect(go.getByRole('link', { name: 'See it at the hub' })).toBeHidden();
    await expect(go).toBeFocused();
    await expect(page.getByText('With the reviewers, round 3')).toBeVisible();
  });

  for (const verify of quiet) verify();
  await recorder.close();
  await close();
});
