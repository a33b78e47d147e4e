import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shuffled, shuffleSeed } from '../../../../src/shared/model/quiz/shuffle.ts';

const things = fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 10 });

test('shuffling loses nothing and adds nothing', () => {
  fc.assert(
    fc.property(things, fc.string(), (list, seed) => {
      expect(shuffled(list, seed).toSorted()).toEqual(list.toSorted());
    }),
  );
});

test('the order they came in is never shown', () => {
  fc.assert(
    fc.property(things, fc.string(), (list, seed) => {
      expect(shuffled(list, seed)).not.toEqual(list);
    }),
  );
});

test('the same block and try show the same order, another try mostly another', () => {
  const list = ['a', 'b', 'c', 'd', 'e', 'f'];
  const seed = (attempt: number) => shuffleSeed('018f2f10-0000-7000-8000-000000000001', attempt);
  expect(shuffled(list, seed(1))).toEqual(shuffled(list, seed(1)));
  const orders = new Set(Array.from({ length: 20 }, (_, attempt) => shuffled(list, seed(attempt)).join('')));
  expect(orders.size).toBeGreaterThan(15);
});

test('one thing alone stays where it is', () => {
  expect(shuffled(['a'], 'x')).toEqual(['a']);
  expect(shuffled([], 'x')).toEqual([]);
});
