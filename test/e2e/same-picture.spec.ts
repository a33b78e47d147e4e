import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, openStudio, test } from './support/fixtures.ts';
import { ffmpeg, finished, makeTake, richList } from './support/rich-edit.ts';

const moments = 50;

/** Everything that is seen has arrived, and was painted. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const videos = [...document.querySelectorAll<HTMLVideoElement>('[aria-label="Preview"] video')];
    const still = document.querySelector<HTMLCanvasElement>('[aria-label="Preview"] canvas:not([data-scrub])');
    const isScrubbing = Boolean(document.querySelector('[aria-label="Preview"] canvas[data-scrub][data-wish]'));
    const isDrawn = still?.style.visibility !== 'visible' || Boolean(still?.dataset.drawn);
    return isDrawn && !isScrubbing && videos.every((video) => !video.seeking && video.readyState >= 2);
  });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 30)))));
}

/** Mean likeness of two pictures, 0 to 1. */
async function likeness(one: string, other: string, filter: string): Promise<number> {
  const { stdout } = await ffmpeg(
    '-i',
    one,
    '-i',
    other,
    '-filter_complex',
    `[0:v]${filter}[a];[1:v]${filter}[b];[a][b]ssim=stats_file=-`,
    '-f',
    'null',
    '/dev/null',
  );
  return Number(/All:([\d.]+)/.exec(stdout.toString())?.[1] ?? Number.NaN);
}

/** The box around everything in the callouts' red, in pixels; null where there is none. */
async function redBox(file: string, width: number, height: number): Promise<number[] | null> {
  const { stdout } = await ffmpeg('-i', file, '-vf', `scale=${width}:${height}:flags=area,format=rgb24`, '-f', 'rawvideo', '-');
  const found = { left: width, right: -1, top: height, bottom: -1 };
  for (let at = 0; at < width * height; at += 1) {
    const [red = 0, green = 0, blue = 0] = [stdout[3 * at], stdout[3 * at + 1], stdout[3 * at + 2]];
    if (red < 190 || green > 125 || blue > 100 || red - green < 90) continue;
    const [x, y] = [at % width, Math.floor(at / width)];
    found.left = Math.min(found.left, x);
    found.right = Math.max(found.right, x);
    found.top = Math.min(found.top, y);
    found.bottom = Math.max(found.bottom, y);
  }
  return found.right < 0 ? null : [found.left, found.right, found.top, found.bottom];
}

test('the preview shows fifty moments of a rich edit as the finished video does', async ({ page, studio, folder }) => {
  test.setTimeout(420_000);
  const take = await makeTake(studio, folder, 16);
  const video = join(folder, 'finished.mp4');
  const { edit, width, height } = await finished(studio, take, richList(take), video);
  const frames = 19 * 30;
  const every = Math.floor(frames / moments);
  await ffmpeg('-i', video, '-vf', `select='not(mod(n-1,${every}))'`, '-vsync', '0', join(folder, 'finished-%d.png'));

  await page.setViewportSize({ width: 1920, height: 1080 });
  await openStudio(page, studio, `/cut/${edit}`);
  const canvas = page.locator('[data-scene]');
  await expect(canvas).toBeVisible();
  const playhead = page.getByRole('slider', { name: 'Playhead' });
  await playhead.press('Home');
  await playhead.press('ArrowRight');
  const unlike: string[] = [];
  const moved: string[] = [];
  for (let index = 1; index <= moments; index += 1) {
    await settled(page);
    const shown = join(folder, 'shown.png');
    await writeFile(shown, await canvas.screenshot());
    const made = join(folder, `finished-${index}.png`);
    const at = `${((1 + (index - 1) * every) / 30).toFixed(2)} s`;
    const same = await likeness(shown, made, `scale=${width}:${height}:flags=area,format=yuv420p`);
    if (!(same >= 0.95)) unlike.push(`${at}: ${same.toFixed(3)}`);
    const [one, other] = [await redBox(shown, width, height), await redBox(made, width, height)];
    const apart = one && other ? Math.max(...one.map((edge, side) => Math.abs(edge - (other[side] ?? 0)))) : Number(one !== other) * 99;
    if (apart > 2) moved.push(`${at}: ${one} and ${other}`);
    for (let step = 0; step < every; step += 1) await page.keyboard.press('ArrowRight');
  }
  expect(unlike).toEqual([]);
  expect(moved).toEqual([]);
});
