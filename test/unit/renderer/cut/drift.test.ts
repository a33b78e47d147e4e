import { expect, test } from 'vitest';
import { correct } from '../../../../src/renderer/features/cut/drift.ts';

test('a track in time keeps its speed', () => {
  expect(correct(0.01, 1)).toEqual({ do: 'rate', rate: 1 });
});

test('a track ahead is slowed, one behind is hurried, so little that it is not heard', () => {
  expect(correct(0.05, 1)).toEqual({ do: 'rate', rate: 0.95 });
  expect(correct(-0.05, 1)).toEqual({ do: 'rate', rate: 1.05 });
  expect(correct(0.25, 2)).toEqual({ do: 'rate', rate: 2 * 0.94 });
});

test('a track far off jumps', () => {
  expect(correct(-2, 1)).toEqual({ do: 'seek' });
});
