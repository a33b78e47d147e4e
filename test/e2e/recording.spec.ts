import { join } from 'node:path';
import { expect, test } from './support/fixtures.ts';
import { makeCameraFile, makeMicrophoneFile, probeFile } from './support/media.ts';
import { beepsIn, distances, flashesIn, middle } from './support/onsets.ts';
import {
  beginRecording,
  flashFlags,
  menuChoice,
  onlyTake,
  personsLines,
  takeFolderOf,
  toCuttingRoom,
  untilRecorded,
  withRecorder,
} from './support/recording.ts';

// Real time passes in these tests, and a busy machine adds to it.
test.slow();

test('a tab with its sound, a camera and a microphone become one take whose tracks are together', async ({ studio, folder }) => {
  const camera = await makeCameraFile(join(folder, 'camera.y4m'), 4);
  const microphone = await makeMicrophoneFile(join(folder, 'microphone.wav'), 10);
  await withRecorder(studio, flashFlags({ camera, microphone }), async (recorder) => {
    const { page } = recorder;
    await menuChoice(page, /^Screen:/, /Choose what to show/);
    await menuChoice(page, /^Camera:/, /./);
    await expect(page.getByRole('button', { name: /^Screen: One tab, with its sound/ })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Microphone: you are heard, −\d+ LUFS/ })).toBeVisible({ timeout: 20_000 });
    await beginRecording(page);
    await untilRecorded(page, 5);
    await page.keyboard.press('n');
    await expect(page.getByRole('button', { name: 'Next step (1)' })).toBeVisible();
    await untilRecorded(page, 11);
    await page.getByRole('button', { name: 'Stop' }).click();
    await toCuttingRoom(page);

    const take = await onlyTake(page);
    expect(take.state).toBe('ready');
    expect(take.tracks.map(({ kind }) => kind).sort()).toEqual(['camera', 'microphone', 'screen', 'system']);
    expect(take.duration).toBeGreaterThan(10);
    expect(take.marks).toHaveLength(1);
    for (const track of take.tracks) expect(Math.abs(track.offset + track.duration - take.duration)).toBeLessThan(0.1);
    expect((await personsLines(studio)).map(({ type }) => type)).toEqual(['begin', 'mark', 'stop']);

    const home = await takeFolderOf(studio);
    const file = (kind: string) => {
      const track = take.tracks.find((one) => one.kind === kind);
      return { path: join(home, String(track?.file)), offset: track?.offset ?? Number.NaN };
    };
    const [screen, system] = [file('screen'), file('system')];
    const flashes = (await flashesIn(screen.path)).map((time) => time + screen.offset);
    const beeps = (await beepsIn(system.path)).map((time) => time + system.offset);
    expect(flashes.length).toBeGreaterThan(5);
    const apart = distances(flashes, beeps);
    const off = middle(apart) + (await recorder.shownLate());
    test.info().annotations.push({
      type: 'sound after picture, s',
      description: `${off.toFixed(3)} (each ${apart.map((one) => one.toFixed(3)).join(' ')})`,
    });
    expect(Math.abs(off), test.info().annotations.at(-1)?.description).toBeLessThan(0.05);
    expect((await beepsIn(file('microphone').path, 0.1)).length).toBeGreaterThan(8);
    const probed = await probeFile(file('camera').path);
    expect(probed.streams[0]).toMatchObject({ codec_type: 'video', width: 640, height: 480 });

    // The mark is a step: from it and the beginning chapters are made.
    await page.getByRole('tab', { name: 'Proposals' }).click();
    await page.getByRole('button', { name: 'Make chapters' }).click();
    await expect(page.getByRole('button', { name: /^Chapter: / })).toHaveCount(2);
  });
});

test('a pause takes the same time out of every track', async ({ studio }) => {
  await withRecorder(studio, flashFlags(), async (recorder) => {
    const { page } = recorder;
    await menuChoice(page, /^Screen:/, /Choose what to show/);
    await beginRecording(page);
    await untilRecorded(page, 3);
    await page.getByRole('button', { name: 'Pause' }).click();
    await expect(page.getByRole('button', { name: 'Go on' })).toBeVisible();
    await page.waitForTimeout(3000);
    await page.getByRole('button', { name: 'Go on' }).click();
    await untilRecorded(page, 6);
    await page.getByRole('button', { name: 'Stop' }).click();
    await toCuttingRoom(page);

    const take = await onlyTake(page);
    const lengths = take.tracks.map(({ offset, duration }) => offset + duration);
    expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThan(0.1);
    const [begin, pause, resume, stop] = (await personsLines(studio)).map(({ time }) => Date.parse(time) / 1000);
    const paused = Number(resume) - Number(pause);
    expect(paused).toBeGreaterThan(2.9);
    expect(take.duration).toBeLessThan(Number(stop) - Number(begin) - paused + 0.2);
    const home = await takeFolderOf(studio);
    const apart = distances(await flashesIn(join(home, 'screen.mp4')), await beepsIn(join(home, 'system.mp4')));
    const off = middle(apart) + (await recorder.shownLate());
    expect(Math.abs(off), `beeps after flashes: ${apart.map((one) => one.toFixed(3)).join(' ')}`).toBeLessThan(0.05);
  });
});
