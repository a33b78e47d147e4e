import { expect, test } from 'vitest';
import { ArrivalLine } from '../../../src/renderer/features/record/engine/arrival-line.ts';
import { slotAt, slotsUntil } from '../../../src/renderer/features/record/engine/picture-grid.ts';
import { placeSound } from '../../../src/renderer/features/record/engine/sound-grid.ts';

test('lateness of single arrivals does not move what arrives', () => {
  const line = new ArrivalLine();
  const late = [5, 0, 3, 40, 0, 900, 2];
  const moments = late.map((lateness, index) => line.moment(index * 100, 5000 + index * 100 + lateness));
  expect(moments.slice(1)).toEqual([5100, 5200, 5300, 5400, 5500, 5600]);
});

test('a source whose clock runs slow is followed', () => {
  const line = new ArrivalLine();
  let moment = 0;
  for (let second = 0; second <= 60; second += 1) moment = line.moment(second * 999, second * 1000);
  expect(60_000 - moment).toBeLessThanOrEqual(4);
});

test('a source that begins its time anew is believed once the window has passed', () => {
  const line = new ArrivalLine();
  for (let at = 0; at < 5000; at += 50) line.moment(at, at);
  for (let at = 5000; at < 10_000; at += 50) line.moment(at - 5000, at);
  expect(line.moment(5000, 10_000)).toBe(10_000);
});

test('sound at its place is left alone, also when it is off by what nobody hears', () => {
  expect(placeSound(48_000, 1, 48_000)).toEqual({ silence: 0, skip: 0 });
  expect(placeSound(48_000, 1.015, 48_000)).toEqual({ silence: 0, skip: 0 });
});

test('a gap in the sound is filled with silence and not closed up', () => {
  expect(placeSound(48_000, 1.5, 48_000)).toEqual({ silence: 24_000, skip: 0 });
});

test('sound whose place is taken is left out', () => {
  expect(placeSound(48_000, 0.9, 48_000)).toEqual({ silence: 0, skip: 4800 });
});

test('a picture has one place, and those before it show the last one again', () => {
  expect(slotAt(0.1)).toBe(3);
  expect(slotsUntil(2, 3)).toEqual({ repeats: [], own: true });
  expect(slotsUntil(2, 6)).toEqual({ repeats: [3, 4, 5], own: true });
  expect(slotsUntil(6, 6)).toEqual({ repeats: [], own: false });
});
