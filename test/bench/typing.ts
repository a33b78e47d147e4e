import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import type { Core } from '../../src/main/core.ts';
import { locateFfmpeg } from '../../src/main/media/locate.ts';
import { openStudio as openCore } from '../integration/support/studio.ts';
import { fullModule, type Shown } from './full-module.ts';
import { keyWork, traceCategories } from './key-work.ts';
import { type BenchRow, median, timed } from './material.ts';
import { withStudioPage, withWorkspace } from './studio.ts';

const blocks = 60;
const words = 10_000;
const keyTarget = 16;
const openTarget = 150;
const openings = 6;

async function keep({ studio }: Core, bytes: Buffer): Promise<string> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  const file = studio.media.path(hash);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
  return hash;
}

/** A picture and a video that the module shows, small and real. */
async function shownIn(core: Core, folder: string): Promise<{ picture: Shown; video: Shown & { duration: number } }> {
  const ffmpeg = await locateFfmpeg();
  const [picture, video] = [join(folder, 'picture.png'), join(folder, 'video.mp4')];
  const size = { width: 640, height: 360 };
  const source = ['-f', 'lavfi', '-i', `testsrc2=size=${size.width}x${size.height}:rate=30:duration=2`];
  await timed(ffmpeg, [...source, '-frames:v', '1', picture]);
  await timed(ffmpeg, [...source, '-pix_fmt', 'yuv420p', '-movflags', '+faststart', video]);
  return {
    picture: { media: await keep(core, await readFile(picture)), ...size },
    video: { media: await keep(core, await readFile(video)), ...size, duration: 2 },
  };
}

/** Puts the module into a workspace, as a file of the disk would have it. */
async function fill(workspace: string): Promise<void> {
  const { core } = await openCore(workspace);
  try {
    const content = fullModule({ blocks, words, ...(await shownIn(core, workspace)) });
    const at = new Date().toISOString();
    const row = { id: randomUUID(), version: 1, content: JSON.stringify(content), created_at: at, updated_at: at, removed_at: null };
    await core.studio.database.insertInto('modules').values(row).execute();
  } finally {
    await core.close();
  }
}

interface Opening {
  /** Until the first frame with all of its blocks. In ms from the press on its title. */
  seen: number;
  /** Until the fields of those out of sight stand as well. */
  whole: number;
}

async function opening(page: Page): Promise<Opening> {
  const title = page.getByRole('link', { name: 'Closing the till' });
  await title.waitFor();
  return title.evaluate(
    (link, count) =>
      new Promise<Opening>((done) => {
        const started = performance.now();
        let seen = 0;
        const { port1: after, port2: frame } = new MessageChannel();
        after.onmessage = () => {
          const whole = performance.now() - started;
          seen ||= whole;
          if (document.querySelector('.sh-body [data-node-view-wrapper]:empty')) requestAnimationFrame(watch);
          else done({ seen, whole });
        };
        const watch = () => {
          const body = document.querySelector('.sh-body');
          // What is there when a frame begins is drawn by its end, and what is posted from within it is heard right after.
          if (body && body.children.length >= count) frame.postMessage(null);
          else requestAnimationFrame(watch);
        };
        (link as HTMLElement).click();
        requestAnimationFrame(watch);
      }),
    blocks,
  );
}

async function openingTimes(page: Page): Promise<BenchRow[]> {
  const all: Opening[] = [];
  for (let round = 0; round < openings; round += 1) {
    if (round > 0) await page.getByRole('link', { name: 'Home' }).click();
    all.push(await opening(page));
  }
  const [first, ...others] = all;
  const value = median(others.map(({ seen }) => seen));
  return [
    { name: 'Opening a module of 60 blocks and 10,000 words', value, unit: 'ms', target: openTarget, ok: value <= openTarget },
    { name: 'Until its blocks out of sight have their fields', value: median(others.map(({ whole }) => whole)), unit: 'ms' },
    { name: 'The first one after the start', value: first?.seen ?? Number.NaN, unit: 'ms' },
  ];
}

const sentence = 'Then count the notes once more, and say the sum aloud. ';

/** Where one types: text of several kinds, in the middle of the module, and fields of blocks. */
const places: ((page: Page) => Promise<void>)[] = [
  (page) => page.locator('.sh-body > p').nth(1).click(),
  (page) => page.locator('.sh-body > ul p').nth(1).click(),
  (page) => page.locator('.sh-body table p').nth(4).click(),
  (page) => page.getByLabel('How step 2 is done').first().click(),
  (page) => page.getByLabel('Question', { exact: true }).first().click(),
  (page) => page.getByRole('textbox', { name: 'Title', exact: true }).click(),
];

/** Types as a quick writer does: twelve keys a second, and a rest after each sentence in which what waits is done. */
async function typed(browser: Browser, page: Page): Promise<number[]> {
  const work: number[] = [];
  for (const go of places) {
    await go(page);
    await browser.startTracing(page, { categories: traceCategories });
    for (const _ of [1, 2]) {
      await page.keyboard.type(sentence, { delay: 80 });
      await page.waitForTimeout(1000);
    }
    const one = keyWork(await browser.stopTracing());
    work.push(...one);
  }
  return work;
}

/** A module as long as one gets, opened and written in. */
export const typingBench = (): Promise<BenchRow[]> =>
  withWorkspace(async (workspace) => {
    await fill(workspace);
    return withStudioPage(workspace, async (page, browser) => {
      const opened = await openingTimes(page);
      const work = (await typed(browser, page)).toSorted((one, other) => one - other);
      const value = work[Math.ceil(0.95 * work.length) - 1] ?? Number.NaN;
      return [
        ...opened,
        {
          name: `Work of the main thread for a key in it: 95 of 100 of ${work.length} within`,
          value,
          unit: 'ms',
          target: keyTarget,
          ok: value <= keyTarget,
        },
        { name: 'Half of them within', value: median(work), unit: 'ms' },
        { name: 'The longest', value: work.at(-1) ?? Number.NaN, unit: 'ms' },
      ];
    });
  });
