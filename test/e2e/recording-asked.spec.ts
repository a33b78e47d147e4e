import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/fixtures.ts';
import { flashFlags, menuChoice, onlyTake, pressRecord, toCuttingRoom, untilRecorded, withRecorder } from './support/recording.ts';

// Real time passes in these tests, and a busy machine adds to it.
test.slow();

type Asked = 'getDisplayMedia' | 'getUserMedia';

/** Lets a person, or a device, take so long to answer, in milliseconds, and counts how often it is asked. */
async function answersLate(page: Page, method: Asked, after: number): Promise<() => Promise<number>> {
  await page.evaluate(
    ({ method, after }) => {
      const { mediaDevices } = navigator;
      const real = mediaDevices[method].bind(mediaDevices);
      const counted = window as unknown as { asked: number };
      counted.asked = 0;
      mediaDevices[method] = async (options) => {
        counted.asked += 1;
        const stream = await real(options);
        await new Promise((done) => setTimeout(done, after));
        return stream;
      };
    },
    { method, after },
  );
  return () => page.evaluate(() => (window as unknown as { asked: number }).asked);
}

/** The kinds of the tracks of the take, once it was stopped. */
async function recordedKinds(page: Page): Promise<string[]> {
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible({ timeout: 20_000 });
  await untilRecorded(page, 2);
  await page.keyboard.press('s');
  await toCuttingRoom(page);
  return (await onlyTake(page)).tracks.map(({ kind }) => kind).sort();
}

/** Asks for a microphone that takes so long to answer, in milliseconds, and presses Record beside it. */
async function recordBefore(page: Page, answers: number): Promise<void> {
  await menuChoice(page, /^Screen:/, /Choose what to show/);
  await menuChoice(page, /^Microphone:/, /Without microphone/);
  await answersLate(page, 'getUserMedia', answers);
  await menuChoice(page, /^Microphone: off/, /./);
  await page.getByRole('button', { name: 'Record', exact: true }).click();
}

test('whoever presses Record while the screen is being chosen is asked once, and the take has its sound', async ({ studio }) => {
  await withRecorder(studio, flashFlags(), async ({ page }) => {
    await expect(page.getByRole('button', { name: /^Microphone: (?!off|asking)/ })).toBeVisible();
    const asked = await answersLate(page, 'getDisplayMedia', 1500);
    await menuChoice(page, /^Screen:/, /Choose what to show/);
    await expect(page.getByRole('button', { name: 'Screen: asking for it' })).toBeVisible();
    await pressRecord(page);
    expect(await recordedKinds(page)).toEqual(['microphone', 'screen', 'system']);
    expect(await asked()).toBe(1);
  });
});

test('a recording waits for a microphone that has not answered, says so, and has the voice', async ({ studio }) => {
  await withRecorder(studio, flashFlags(), async ({ page }) => {
    await recordBefore(page, 4000);
    await expect(page.getByText('Waiting for the microphone.')).toBeVisible();
    await expectAccessible(page);
    expect(await recordedKinds(page)).toEqual(['microphone', 'screen', 'system']);
  });
});

test('whoever does not want to wait for a microphone records without it', async ({ studio }) => {
  await withRecorder(studio, flashFlags(), async ({ page }) => {
    await recordBefore(page, 120_000);
    await page.getByRole('button', { name: 'Do not wait' }).click();
    await expect(page.getByRole('button', { name: 'Begin now' })).toBeVisible();
    expect(await recordedKinds(page)).toEqual(['screen', 'system']);
  });
});
