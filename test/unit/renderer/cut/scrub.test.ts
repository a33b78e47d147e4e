import { expect, test } from 'vitest';
import { createScrub } from '../../../../src/renderer/features/cut/scrub/scrub.ts';
import type { ScrubCopy } from '../../../../src/renderer/features/cut/scrub/scrub-copy.ts';

const canvasLike = () => ({ hidden: true, dataset: {} as Record<string, string | undefined> });

/** A copy whose frames come when the test says so. */
function slowCopy() {
  const asked: { time: number; arrive: (isThere: boolean) => void; fail: () => void }[] = [];
  const copy: ScrubCopy = {
    draw: (_, time) =>
      new Promise((done, failed) => {
        asked.push({ time, arrive: done, fail: () => failed(new Error('away')) });
      }),
    close: () => undefined,
  };
  return { copy, asked };
}

const turn = () => new Promise((done) => setTimeout(done));

function setUp() {
  const canvas = canvasLike();
  const { copy, asked } = slowCopy();
  return { canvas, asked, scrub: createScrub(canvas as unknown as HTMLCanvasElement, copy) };
}

test('of many wishes while a frame is on its way only the newest is read next', async () => {
  const { canvas, asked, scrub } = setUp();
  for (const time of [1, 2, 3, 4]) scrub.show(time);
  asked[0]?.arrive(true);
  await turn();
  expect(asked.map(({ time }) => time)).toEqual([1, 4]);
  expect([canvas.hidden, canvas.dataset.moment]).toEqual([false, '1']);
  asked[1]?.arrive(true);
  await turn();
  expect([canvas.hidden, canvas.dataset.moment]).toEqual([false, '4']);
});

test('a frame that comes after the picture itself is not shown over it', async () => {
  const { canvas, asked, scrub } = setUp();
  scrub.show(1);
  scrub.hide();
  asked[0]?.arrive(true);
  await turn();
  expect(canvas).toEqual({ hidden: true, dataset: {} });
});

test('a copy that cannot be read gives way to the picture, and is asked again at the next wish', async () => {
  const { canvas, asked, scrub } = setUp();
  scrub.show(1);
  asked[0]?.fail();
  await turn();
  expect([canvas.hidden, scrub.isShown()]).toEqual([true, false]);
  scrub.show(2);
  asked[1]?.arrive(true);
  await turn();
  expect([canvas.hidden, canvas.dataset.moment]).toEqual([false, '2']);
});
