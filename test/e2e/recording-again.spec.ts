import { join } from 'node:path';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/fixtures.ts';
import { makeMicrophoneFile } from './support/media.ts';
import { beginRecording, flashFlags, menuChoice, takes, toCuttingRoom, untilRecorded, withRecorder } from './support/recording.ts';

// Real time passes in these tests, and a busy machine adds to it.
test.slow();

test('what spoils a take has the keyboard as soon as it is known, and what can be done about it comes next', async ({ studio, folder }) => {
  const microphone = await makeMicrophoneFile(join(folder, 'microphone.wav'), 10, 0);
  await withRecorder(studio, flashFlags({ microphone }), async ({ page }) => {
    await menuChoice(page, /^Screen:/, /Choose what to show/);
    await beginRecording(page);
    await untilRecorded(page, 3);
    await page.keyboard.press('s');
    const sentence = page.getByText(/^(One thing|\d+ things) in this take wants? to be looked at:$/);
    await expect(sentence).toBeVisible({ timeout: 40_000 });
    await expect(sentence).toBeFocused();
    await expect(page.getByText('The microphone recorded nothing at all.')).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('region', { name: 'After the recording' }).getByRole('button').first()).toBeFocused();
    await expectAccessible(page);
  });
});

test('a step that is gone is missed before anything is recorded, and where it goes in mid-take the take stands by itself', async ({
  studio,
  folder,
}) => {
  const microphone = await makeMicrophoneFile(join(folder, 'microphone.wav'), 10);
  await withRecorder(studio, flashFlags({ microphone }), async ({ page }) => {
    const call = (method: string, input: object) =>
      page.request.post(new URL(`/api/${method}`, page.url()).href, { data: { json: input } });
    const record = async () => {
      await menuChoice(page, /^Screen:/, /Choose what to show/);
      await beginRecording(page);
      await untilRecorded(page, 3);
    };
    await record();
    await page.keyboard.press('s');
    await toCuttingRoom(page);
    const first = page.url();
    const [old] = await takes(page);
    if (!old) throw new Error('There is no take.');
    await page.getByRole('tab', { name: 'Health' }).click();
    await page.getByRole('button', { name: 'Record step 1 again' }).click();
    await record();

    // Another window throws the take away, and the step with it.
    await call('takes/discard', { id: old.id });
    await page.keyboard.press('s');
    // A busy machine loses pictures; a take with something to be looked at waits for a word before it goes on.
    const kept = page.getByText(/is kept as a take of its own/);
    const asked = page.getByText(/wants? to be looked at:$/);
    await expect(kept.or(asked).first()).toBeVisible({ timeout: 40_000 });
    if (!(await kept.isVisible())) await page.getByRole('button', { name: 'Go on to the cut' }).click();
    await expect(kept).toBeVisible();
    await page.getByRole('button', { name: 'Go on to the cut' }).click();
    await expect(page).toHaveURL(/\/cut\/(?!.*record)/);
    expect(page.url()).not.toBe(first);
    const [left] = await takes(page);
    await page.goto(new URL('/', first).href);
    await expect(page.getByRole('button', { name: left?.title ?? 'none', exact: true })).toBeVisible();

    // What vanished after the page was opened is missed when record is pressed.
    await call('takes/restore', { id: old.id });
    const edit = new URL(first).pathname.split('/').at(-1);
    await page.goto(new URL(`/record?redo=${edit}&take=${old.id}&from=0&to=${old.duration}`, first).href);
    await expect(page.getByText(/^You record the step from/)).toBeVisible();
    await call('takes/discard', { id: old.id });
    await page.getByRole('button', { name: 'Record', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'This step is not here' })).toBeVisible();
    await expect(page.locator('#content')).toBeFocused();
    expect(await takes(page)).toHaveLength(1);
    await page.getByRole('link', { name: 'Record a new take' }).click();
    await expect(page.getByRole('button', { name: 'Record', exact: true })).toBeVisible();
    await expect(page.getByText(/^You record the step from/)).toHaveCount(0);

    // A step that is cut out has no place either; the way back leads to where it can be brought back.
    await call('takes/restore', { id: old.id });
    await page.goto(new URL(`/record?redo=${edit}&take=${old.id}&from=900&to=901`, first).href);
    await expect(page.getByRole('heading', { name: 'This step is not seen in its cut' })).toBeVisible();
    await page.getByRole('link', { name: 'Go back to the cutting room' }).click();
    await expect(page).toHaveURL(first);
  });
});

test('a step is recorded again: the new piece stands in the place of the old one, and the old one can be put back', async ({
  studio,
  folder,
}) => {
  const microphone = await makeMicrophoneFile(join(folder, 'microphone.wav'), 10);
  await withRecorder(studio, flashFlags({ microphone }), async ({ page }) => {
    await menuChoice(page, /^Screen:/, /Choose what to show/);
    await beginRecording(page);
    await untilRecorded(page, 3);
    await page.keyboard.press('n');
    await expect(page.getByRole('button', { name: 'Next step (1)' })).toBeVisible();
    await untilRecorded(page, 6);
    await page.keyboard.press('s');
    await toCuttingRoom(page);
    const edit = page.url();

    await page.getByRole('tab', { name: 'Health' }).click();
    await expect(page.getByText(/Microphone: −\d+ LUFS/)).toBeVisible({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Record step 2 again' }).click();
    await expect(page.getByText(/^You record the step from 0:\d\d to 0:\d\d again\./)).toBeVisible();
    await menuChoice(page, /^Screen:/, /Choose what to show/);
    await beginRecording(page);
    await untilRecorded(page, 3);
    await page.keyboard.press('s');
    await toCuttingRoom(page);
    expect(page.url()).toBe(edit);

    const all = await takes(page);
    const again = all.find(({ redoes }) => redoes !== null);
    const first = all.find(({ redoes }) => redoes === null);
    expect(again?.redoes).toMatchObject({ take: first?.id });
    const sources = async () => {
      const id = new URL(page.url()).pathname.split('/').at(-1);
      const answer = await page.request.post(new URL('/api/edits/get', page.url()).href, { data: { json: { id } } });
      const { json } = (await answer.json()) as { json: { list: { clips: { source: string }[] } } };
      return json.list.clips.map(({ source }) => source);
    };
    await expect.poll(sources).toEqual([first?.id, again?.id]);
    await page.getByRole('tab', { name: 'Health' }).click();
    // The steps stand beneath the reports of both takes, and move down when those come.
    await expect(page.getByText(/Microphone: −\d+ LUFS/)).toHaveCount(2, { timeout: 30_000 });
    await page.getByRole('button', { name: 'Put the old one back' }).click();
    await expect.poll(sources).toEqual([first?.id, first?.id]);
    await page.getByRole('button', { name: 'Show the new one' }).click();
    await expect.poll(sources).toEqual([first?.id, again?.id]);

    // The noise is reduced in what is heard here too, and the way back stands under Cuts.
    const voices = () => page.locator('audio').evaluateAll((all) => all.map((each) => (each as HTMLAudioElement).src));
    await page.getByRole('tab', { name: 'Proposals' }).click();
    await page.getByRole('button', { name: 'Reduce the noise' }).click();
    await expect.poll(voices, { timeout: 30_000 }).toContainEqual(expect.stringMatching(/quiet\.m4a$/));
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    const playing = () =>
      page
        .locator('audio[src$="quiet.m4a"]')
        .first()
        .evaluate((each) => (each as HTMLAudioElement).currentTime);
    await expect.poll(playing).toBeGreaterThan(0.3);
    await page.getByRole('tab', { name: 'Cuts' }).click();
    await page.getByRole('button', { name: 'Bring back the noise' }).click();
    await expect.poll(voices).not.toContainEqual(expect.stringMatching(/quiet/));
  });
});
