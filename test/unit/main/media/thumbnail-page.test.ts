import { expect, test } from 'vitest';
import { loudest } from '../../../../src/main/media/tiles/sound-page.ts';
import { planThumbnails } from '../../../../src/main/media/tiles/thumbnail-page.ts';
import { thumbnails } from '../../../../src/shared/model/tiles.ts';

const picture = {
  kind: 'screen' as const,
  path: '/takes/a/screen.mp4',
  stream: 0,
  codec: 'h264',
  offset: 0.2,
  duration: 100,
  width: 1920,
  height: 1080,
  frameRate: 30,
};
const options = (level: number, page: number) =>
  planThumbnails(picture, 100.2, { level, page }, 'row.jpg')?.inputs.map((input) => input.options.join(' '));

test('close thumbnails are decoded in one go, distant ones are sought one by one', () => {
  expect(options(0, 0)).toHaveLength(1);
  expect(options(0, 2)?.[0]).toContain('-noaccurate_seek -ss 7.925');
  expect(options(3, 0)).toHaveLength(thumbnails.perPage);
  expect(options(3, 0)?.every((each) => each.includes('-skip_frame nokey'))).toBe(true);
});

test('the last page has as many as there is take, and there is none after it', () => {
  expect(options(4, 1)).toHaveLength(10);
  expect(options(4, 2)).toBeUndefined();
});

test('only the file itself is ever opened', () => {
  for (const each of [...(options(0, 0) ?? []), ...(options(5, 0) ?? [])]) expect(each).toContain('-protocol_whitelist file,pipe');
});

test('a coarser level keeps the loudest of what it joins', () => {
  expect([...loudest(Uint8Array.from([1, 9, 3, 4, 7]), 4)]).toEqual([9, 7]);
});
