import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SoundConverter } from '../../../src/renderer/features/record/engine/convert-sound.ts';
import { cropOf } from '../../../src/renderer/features/record/engine/crop.ts';
import { PictureCount } from '../../../src/renderer/features/record/engine/picture-count.ts';
import { sleptBetween } from '../../../src/renderer/features/record/engine/sleep.ts';
import { areaBetween, middleArea, movedArea, resizedArea, smallestShare } from '../../../src/renderer/ui/area/area.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const anArea = fc.tuple(share, share, share, share).map(([x, y, u, v]) => areaBetween({ x, y }, { x: u, y: v }) ?? middleArea);

test('an area of any picture is on even lines, and inside it', () => {
  fc.assert(
    fc.property(anArea, fc.integer({ min: 32, max: 4000 }), fc.integer({ min: 32, max: 4000 }), (area, width, height) => {
      const crop = cropOf(area, { x: 0, y: 0, width, height });
      for (const length of Object.values(crop)) expect(length % 2).toBe(0);
      expect(crop.x).toBeGreaterThanOrEqual(0);
      expect(crop.y).toBeGreaterThanOrEqual(0);
      expect(crop.x + crop.width).toBeLessThanOrEqual(width);
      expect(crop.y + crop.height).toBeLessThanOrEqual(height);
      expect(Math.min(crop.width, crop.height)).toBeGreaterThanOrEqual(16);
    }),
  );
});

test('an area stays in the picture however it is moved and sized', () => {
  const by = fc.double({ min: -1, max: 1, noNaN: true });
  fc.assert(
    fc.property(anArea, fc.array(fc.tuple(fc.boolean(), by, by), { maxLength: 20 }), (area, steps) => {
      const end = steps.reduce((one, [moves, dx, dy]) => (moves ? movedArea : resizedArea)(one, dx, dy), area);
      expect(Math.min(end.width, end.height)).toBeGreaterThanOrEqual(smallestShare - 1e-9);
      expect(Math.min(end.x, end.y)).toBeGreaterThanOrEqual(0);
      expect(Math.max(end.x + end.width, end.y + end.height)).toBeLessThanOrEqual(1 + 1e-9);
    }),
  );
});

test('a rectangle too small to be meant is none', () => {
  expect(areaBetween({ x: 0.5, y: 0.5 }, { x: 0.51, y: 0.9 })).toBeNull();
  expect(areaBetween({ x: 0.9, y: 0.8 }, { x: 0.4, y: 0.3 })).toMatchObject({ x: 0.4, y: 0.3 });
});

test('sound of another rate keeps its length and its pitch, whatever its buffers', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(16_000, 44_100, 48_000, 96_000),
      fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 5 }),
      (rate, sizes) => {
        const converter = new SoundConverter({ rate: 48_000, channels: 1 });
        let given = 0;
        let worst = 0;
        let made = 0;
        for (const size of sizes) {
          const plane = Float32Array.from({ length: size }, (_, index) => Math.sin((2 * Math.PI * 200 * (given + index)) / rate));
          given += size;
          const { data, frames } = converter.convert([plane], rate);
          for (let index = 0; index < frames; index += 1)
            worst = Math.max(worst, Math.abs((data[index] ?? 0) - Math.sin((2 * Math.PI * 200 * (made + index)) / 48_000)));
          made += frames;
        }
        expect(Math.abs(made / 48_000 - given / rate)).toBeLessThan(0.001);
        expect(worst).toBeLessThan(0.01);
      },
    ),
  );
});

test('a device with two channels goes on in a track with one, and the other way round', () => {
  const [left, right] = [Float32Array.of(1, 1, 1, 1), Float32Array.of(0, 0, 0, 0)];
  expect([...new SoundConverter({ rate: 48_000, channels: 1 }).convert([left, right], 48_000).data]).toEqual([0.5, 0.5, 0.5]);
  const wide = new SoundConverter({ rate: 48_000, channels: 2 }).convert([left], 48_000);
  expect([...wide.data]).toEqual([1, 1, 1, 1, 1, 1]);
});

test('a hole in the even pace of a camera is counted as the pictures that are missing', () => {
  const count = new PictureCount(true);
  for (let picture = 0; picture < 100; picture += 1) if (picture % 40 !== 39) count.arrive(picture * 33.3);
  expect(count.counts).toEqual({ arrived: 98, dropped: 2 });
});

test('a camera that goes slower in the dark, a pause and a screen that stands still lose nothing', () => {
  const dark = new PictureCount(true);
  for (let picture = 0; picture < 60; picture += 1) dark.arrive(picture * 33.3);
  dark.breakOff();
  for (let picture = 0; picture < 200; picture += 1) dark.arrive(60_000 + picture * 40);
  expect(dark.counts.dropped).toBe(0);
  const screen = new PictureCount(false);
  for (const at of [0, 33, 66, 4000, 4033, 9000]) screen.arrive(at);
  expect(screen.counts).toEqual({ arrived: 6, dropped: 0 });
});

test('a jump of either clock is a sleep, a busy moment is not', () => {
  const before = { moment: 1000, wall: 5000 };
  expect(sleptBetween(before, { moment: 1500, wall: 5500 })).toBeNull();
  expect(sleptBetween(before, { moment: 61_000, wall: 65_000 })).toEqual({ seconds: 60, jumped: true });
  expect(sleptBetween(before, { moment: 1020, wall: 65_000 })).toEqual({ seconds: 60, jumped: false });
});
