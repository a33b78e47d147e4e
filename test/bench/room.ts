import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { render } from '../../src/main/media/render.ts';
import { wholeSource } from '../../src/shared/model/edit/list.ts';
import { runShowhow } from '../e2e/support/program.ts';
import { benchSource } from './finish.ts';
import { type BenchRow, type Material, material, seconds, timed } from './material.ts';
import { withStudioPage, withWorkspace } from './studio.ts';

const minutes = 30;
const seekTarget = 50;

/** Half an hour of a screen as it is recorded, from a minute of it that is put one after the other by copy. */
async function halfHour({ ffmpeg, still }: Material): Promise<string> {
  const file = join('.cache/bench', 'half-hour.mp4');
  if (existsSync(file)) return file;
  const times = ['-stream_loop', String((minutes * 60) / seconds - 1)];
  await timed(ffmpeg, [...times, '-i', still, '-c', 'copy', '-movflags', '+faststart', '-f', 'mp4', `${file}.part`]);
  await rename(`${file}.part`, file);
  return file;
}

/** What is waited for: the frame, be it of the small copy, or the picture itself once the hand rests. */
type Wanted = 'frame' | 'picture';

/**
 * How long each of many places on the timeline, all over the take, needs from the pointer's move until it is seen. In ms,
 * sorted. The hand is a real one that holds the playhead; only its moves are the page's own, so that they can be timed.
 */
async function seekTimes(page: Page, wanted: Wanted, seeks: number): Promise<number[]> {
  const ruler = page.getByRole('slider', { name: 'Playhead' }).locator('xpath=..');
  const box = await ruler.boundingBox();
  if (!box) throw new Error('The cutting room shows no timeline');
  await page.mouse.move(box.x + box.width / 2, box.y + 6);
  await page.mouse.down();
  const times = await ruler.evaluate(
    async (element, { count, isCopyEnough }) => {
      const video = document.querySelector('video');
      const surface = element.querySelector('[data-carrying]');
      if (!video || !surface) throw new Error('The cutting room shows no video');
      const { left, width, top } = element.getBoundingClientRect();
      const copy = document.querySelector<HTMLCanvasElement>('canvas[data-scrub]');
      const near = (moment: number, time: number) => Math.abs(moment - time) < 0.1;
      const shown = (time: number) =>
        new Promise<void>((done, fail) => {
          const late = setTimeout(() => fail(new Error(`The frame at ${time} s was not shown`)), 5000);
          const end = () => {
            clearTimeout(late);
            done();
          };
          let isOver = false;
          const look: VideoFrameRequestCallback = (_, { mediaTime }) => {
            if (isOver) return;
            isOver = near(mediaTime, time);
            if (isOver) end();
            else video.requestVideoFrameCallback(look);
          };
          const lookAtCopy = () => {
            if (isOver) return;
            isOver = near(Number(copy?.dataset.moment ?? Number.NaN), time);
            if (isOver) end();
            else requestAnimationFrame(lookAtCopy);
          };
          video.requestVideoFrameCallback(look);
          if (isCopyEnough) requestAnimationFrame(lookAtCopy);
        });
      const moved = (share: number) => {
        const clientX = left + share * width;
        surface.dispatchEvent(new PointerEvent('pointermove', { clientX, clientY: top + 6, altKey: true, bubbles: true }));
        return Number(copy?.dataset.wish ?? video.currentTime);
      };
      const rest = () => new Promise((done) => setTimeout(done, 100));
      const times: number[] = [];
      for (let index = 0; index < count; index += 1) {
        await rest();
        const started = performance.now();
        // The golden section: everywhere, and never twice in a row nearby.
        await shown(moved(0.01 + ((index * 0.618034) % 0.98)));
        times.push(performance.now() - started);
      }
      return times;
    },
    { count: seeks, isCopyEnough: wanted === 'frame' },
  );
  await page.mouse.up();
  return times.toSorted((one, other) => one - other);
}

/** Pictures that the page drew in a stretch, and the longest time it drew none. */
export const drawn = (page: Page, milliseconds: number): Promise<{ frames: number; longest: number }> =>
  page.evaluate(
    (length) =>
      new Promise<{ frames: number; longest: number }>((done) => {
        const began = performance.now();
        let last = began;
        let [frames, longest] = [0, 0];
        const step = (now: number) => {
          frames += 1;
          longest = Math.max(longest, now - last);
          last = now;
          if (now - began < length) requestAnimationFrame(step);
          else done({ frames, longest });
        };
        requestAnimationFrame(step);
      }),
    milliseconds,
  );

const watched = 6_000;
const smoothTarget = 0.98;

/** How much of 60 pictures a second the page draws while a minute with a camera is finished behind it. */
async function smoothness(page: Page, made: Material): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'showhow-bench-'));
  const stop = new AbortController();
  try {
    const sources = { take: await benchSource(made) };
    const begun = Promise.withResolvers<void>();
    const progress = (value: number) => value > 0.03 && begun.resolve();
    const work = render(made.ffmpeg, { edit: wholeSource('take', seconds, 'a'), sources, folder, signal: stop.signal, progress });
    const ended = work.catch((error: unknown) => {
      if (!stop.signal.aborted) throw error;
    });
    await Promise.race([begun.promise, ended]);
    const { frames, longest } = await drawn(page, watched);
    stop.abort(new Error('enough'));
    await ended;
    const share = frames / (60 * (watched / 1000));
    return [
      {
        name: 'Pictures the cutting room draws while a video is finished',
        value: 60 * share,
        unit: 'a second',
        target: 59,
        ok: share >= smoothTarget,
      },
      { name: 'The longest time it draws none', value: longest, unit: 'ms' },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Scrubbing through half an hour in the cutting room, and how smooth it stays while a video is finished. */
export const roomBench = (): Promise<BenchRow[]> =>
  withWorkspace(async (workspace) => {
    const made = await material();
    const imported = await runShowhow(['import', await halfHour(made), '--workspace', workspace]);
    if (imported.code !== 0) throw new Error(imported.stderr);
    return withStudioPage(workspace, async (page) => {
      const card = page.getByRole('region', { name: 'In progress' }).getByRole('listitem').filter({ hasText: 'Ready to cut' });
      await card.getByRole('heading').getByRole('button').click();
      await page.getByRole('slider', { name: 'Playhead' }).waitFor();
      await page.waitForFunction(() => (document.querySelector('video')?.readyState ?? 0) >= 2);
      const copied = performance.now();
      await page.locator('canvas[data-scrub]').waitFor({ state: 'attached', timeout: 1_200_000 });
      const copying = (performance.now() - copied) / 1000;
      // The page opens it.
      await page.waitForTimeout(2000);
      const times = await seekTimes(page, 'frame', 60);
      const value = times[Math.ceil(0.95 * times.length) - 1] ?? Number.NaN;
      const whole = await seekTimes(page, 'picture', 20);
      return [
        { name: 'Scrubbing through half an hour: 95 of 100 seeks within', value, unit: 'ms', target: seekTarget, ok: value <= seekTarget },
        { name: 'Half of them within', value: times[Math.floor(times.length / 2)] ?? Number.NaN, unit: 'ms' },
        {
          name: 'Half of them, until the hand rests and the full picture stands',
          value: whole[whole.length / 2] ?? Number.NaN,
          unit: 'ms',
        },
        { name: 'Making the copy that is scrubbed through, of the take’s length', value: copying / (minutes * 60), unit: '' },
        ...(await smoothness(page, made)),
      ];
    });
  });
