import { expect, test } from 'vitest';
import { z } from 'zod';
import { keepBegun, readBegun } from '../../../../src/renderer/saving/begun.ts';

/** A browser's store, which takes texts up to a length. */
function storeOf(room = Number.POSITIVE_INFINITY) {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, text: string) {
      if (text.length > room) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, text);
    },
  };
}
const words = z.string();

test('what was begun is found again by its name until it is finished', () => {
  const store = storeOf();
  keepBegun(store, 'answer 1', 'Into the env');
  keepBegun(store, 'answer 2', 'No');
  expect(readBegun(store, 'answer 1', words)).toBe('Into the env');
  keepBegun(store, 'answer 1', null);
  expect(readBegun(store, 'answer 1', words)).toBeNull();
  expect(readBegun(store, 'answer 2', words)).toBe('No');
});

test('the oldest goes where too much was begun, and what is written on is not the oldest', () => {
  const store = storeOf();
  for (let index = 0; index < 100; index += 1) keepBegun(store, `answer ${index}`, 'a');
  keepBegun(store, 'answer 0', 'ab');
  keepBegun(store, 'answer 100', 'a');
  expect(readBegun(store, 'answer 0', words)).toBe('ab');
  expect(readBegun(store, 'answer 1', words)).toBeNull();
  expect(readBegun(store, 'answer 2', words)).toBe('a');
});

test('what is not of the shape that is asked for, or no JSON at all, was never begun', () => {
  const store = storeOf();
  keepBegun(store, 'comment', { text: 'Too fast' });
  expect(readBegun(store, 'comment', words)).toBeNull();
  store.kept.set('showhow.begun', '{"comment');
  expect(readBegun(store, 'comment', words)).toBeNull();
  keepBegun(store, 'comment', 'Too fast');
  expect(readBegun(store, 'comment', words)).toBe('Too fast');
});

test('a store that is full keeps what it has, and nobody is kept from writing', () => {
  const store = storeOf(60);
  keepBegun(store, 'answer', 'short');
  keepBegun(store, 'answer', 'long'.repeat(100));
  expect(readBegun(store, 'answer', words)).toBe('short');
});
