import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { boxOf, pictureOf, type Shape, shapesOn } from './support/drawn-shapes.ts';
import { expect, openStudio, test } from './support/fixtures.ts';
import { ffmpeg, finished, makeTake, richList } from './support/rich-edit.ts';

const moments = 50;

/** Everything that is seen has arrived. */
const arrived = (page: Page) =>
  page.waitForFunction(() => {
    const videos = [...document.querySelectorAll<HTMLVideoElement>('[aria-label="Preview"] video')];
    const still = document.querySelector<HTMLCanvasElement>('[aria-label="Preview"] canvas:not([data-scrub])');
    const isScrubbing = Boolean(document.querySelector('[aria-label="Preview"] canvas[data-scrub][data-wish]'));
    const isDrawn = still?.style.visibility !== 'visible' || Boolean(still?.dataset.drawn);
    return isDrawn && !isScrubbing && videos.every((video) => !video.seeking && video.readyState >= 2);
  });

const painted = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 30)))));

/** Everything that is seen has arrived, and was painted. */
async function settled(page: Page): Promise<void> {
  // What a key asked for may begin to be fetched only with the next frame.
  await painted(page);
  await arrived(page);
  await painted(page);
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

/** What has to be seen, and how often at least, for its edges to have been compared at all. */
const compared: Record<Shape['kind'], number> = {
  'card words': 30,
  'callout words': 15,
  plate: 8,
  disc: 8,
  frame: 8,
  arrow: 4,
  cover: 3,
};

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
  const seen: Partial<Record<Shape['kind'], number>> = {};
  for (let index = 1; index <= moments; index += 1) {
    await settled(page);
    const shown = join(folder, 'shown.png');
    await writeFile(shown, await canvas.screenshot());
    const made = join(folder, `finished-${index}.png`);
    const at = `${((1 + (index - 1) * every) / 30).toFixed(2)} s`;
    const same = await likeness(shown, made, `scale=${width}:${height}:flags=area,format=yuv420p`);
    if (!(same >= 0.95)) unlike.push(`${at}: ${same.toFixed(3)}`);
    const pictures = [await pictureOf(shown, width, height), await pictureOf(made, width, height)] as const;
    for (const shape of await shapesOn(canvas, width)) {
      const [one, other] = [boxOf(shape, pictures[0]), boxOf(shape, pictures[1])];
      const apart = one && other ? Math.max(...one.map((edge, side) => Math.abs(edge - (other[side] ?? 0)))) : Number.NaN;
      if (!(apart <= 2)) moved.push(`${at}, ${shape.kind}: ${one} and ${other}`);
      seen[shape.kind] = (seen[shape.kind] ?? 0) + 1;
    }
    for (let step = 0; step < every; step += 1) await page.keyboard.press('ArrowRight');
  }
  expect({ unlike, moved }).toEqual({ unlike: [], moved: [] });
  const unseen = Object.entries(compared).filter(([kind, least]) => (seen[kind as Shape['kind']] ?? 0) < least);
  expect(unseen).toEqual([]);
});
