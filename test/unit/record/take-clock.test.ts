import { expect, test } from 'vitest';
import { overlaps, pauseClock, resumeClock, startClock, takeTime } from '../../../src/renderer/features/record/engine/take-clock.ts';

const paused = resumeClock(pauseClock(startClock(1000), 3000), 8000);

test('a take begins at zero and runs with the clock', () => {
  const clock = startClock(1000);
  expect(takeTime(clock, 1000)).toBe(0);
  expect(takeTime(clock, 3500)).toBe(2.5);
  expect(takeTime(clock, 500)).toBe(0);
});

test('a pause is not part of the take', () => {
  expect(takeTime(paused, 5000)).toBe(2);
  expect(takeTime(paused, 8000)).toBe(2);
  expect(takeTime(paused, 9000)).toBe(3);
});

test('sound that lies across a pause is cut at both of its ends', () => {
  expect(overlaps(paused, 2500, 9000)).toEqual([
    { from: 2500, to: 3000, at: 1.5 },
    { from: 8000, to: 9000, at: 2 },
  ]);
  expect(overlaps(paused, 4000, 7000)).toEqual([]);
  expect(overlaps(paused, 0, 1000)).toEqual([]);
});

test('pausing twice, or going on while running, changes nothing', () => {
  const once = pauseClock(startClock(0), 1000);
  expect(pauseClock(once, 2000)).toEqual(once);
  expect(resumeClock(startClock(0), 2000)).toEqual(startClock(0));
});
