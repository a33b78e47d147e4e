import { expect, test } from 'vitest';
import { catchers, snapped } from '../../../../src/renderer/features/cut/snap.ts';
import { dropIndex, dropPlace } from '../../../../src/renderer/features/cut/use-timeline-pointer.ts';

const moments = catchers([10, 0], [4, 10.5], [10]);

test('the nearest moment within reach catches, and nothing beyond it', () => {
  expect(moments).toEqual([0, 4, 10, 10.5]);
  expect([3.8, 4.2, 10.2, 10.3, 7, 12].map((time) => snapped(time, moments, 0.4))).toEqual([4, 4, 10, 10.5, 7, 12]);
  expect(snapped(3, [], 1)).toBe(3);
});

test('a dragged clip goes where the hand is past the middle of another', () => {
  const clip = (id: string, start: number) => ({ clip: { id, source: 'walk', from: 0, to: 10 }, start });
  const places = [clip('a', 0), clip('b', 10), clip('c', 20)];
  expect([2, 14, 16, 26].map((time) => dropIndex(places, 'a', time))).toEqual([0, 0, 1, 2]);
  expect([2, 16, 26].map((time) => dropPlace(places, 'a', time))).toEqual([0, 20, 30]);
});
