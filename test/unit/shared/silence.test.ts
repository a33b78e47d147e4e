import { expect, test } from 'vitest';
import { noiseFloor, roomAlone, silences } from '../../../src/shared/model/silence.ts';
import {
  bucketDecibels,
  bucketLevel,
  bucketRate,
  buckets,
  thumbnailInterval,
  thumbnailLevel,
  toBucket,
} from '../../../src/shared/model/tiles.ts';

const loud = toBucket(0.3);
const room = toBucket(0.004);
const seconds = (count: number, byte: number) => Array.from({ length: count * buckets.perSecond }, () => byte);
const sound = Uint8Array.from([...seconds(2, loud), ...seconds(3, room), ...seconds(1, loud), ...seconds(0.5, room), ...seconds(1, loud)]);

test('quiet stretches are found that last long enough', () => {
  expect(silences(sound, -40, 1)).toEqual([{ from: 2, to: 5 }]);
  expect(silences(sound, -40, 0.4)).toEqual([
    { from: 2, to: 5 },
    { from: 6, to: 6.5 },
  ]);
  expect(silences(sound, -60, 0.4)).toEqual([]);
});

test('a click in the quiet does not make two silences of it', () => {
  const clicked = Uint8Array.from(sound);
  clicked.fill(loud, 3 * buckets.perSecond, 3 * buckets.perSecond + 6);
  expect(silences(clicked, -40, 1)).toEqual([{ from: 2, to: 5 }]);
});

test('the room is what a tenth of the moments stay below, and is not known where the sound was switched off', () => {
  expect(noiseFloor(sound)).toBeCloseTo(bucketDecibels(room), 6);
  expect(noiseFloor(Uint8Array.from([...seconds(60, 0), ...sound]))).toBe(null);
  expect(noiseFloor(new Uint8Array())).toBe(null);
});

test('the room is heard alone where it is calmest, and nowhere where a device was off or somebody always speaks', () => {
  const breath = toBucket(0.007);
  const calm = Uint8Array.from([...seconds(2, loud), ...seconds(2, breath), ...seconds(1, room), ...seconds(5, loud), ...seconds(1, 0)]);
  const { from = 0, to = 0 } = roomAlone(calm) ?? {};
  expect([from >= 4, to <= 5, to - from]).toEqual([true, true, expect.closeTo(0.8, 6)]);
  expect(roomAlone(Uint8Array.from(seconds(10, room)))).toBe(null);
  expect(roomAlone(Uint8Array.from([...seconds(9, loud), ...seconds(0.5, room), ...seconds(1, loud)]))).toBe(null);
  expect(roomAlone(new Uint8Array())).toBe(null);
});

test('a level is as coarse as what is to be seen allows', () => {
  for (const every of [0.1, 0.25, 0.3, 1, 7, 100, 1e5]) {
    const interval = thumbnailInterval(thumbnailLevel(every));
    if (every >= 0.25) expect(interval).toBeLessThanOrEqual(every);
  }
  for (const columns of [400, 200, 60, 10, 0.2]) {
    if (columns <= 200) expect(bucketRate(bucketLevel(columns))).toBeGreaterThanOrEqual(Math.min(columns, 200) - 1e-9);
  }
});
