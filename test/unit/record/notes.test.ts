import { expect, test } from 'vitest';
import { scrollPace, usualNotes, wordsOf } from '../../../src/shared/model/notes.ts';

test('words pass at the speed one reads them, however large they are', () => {
  const text = 'Press save and then print. '.repeat(26);
  expect(wordsOf(text)).toBe(130);
  expect(scrollPace({ ...usualNotes, text, speed: 130 }, 1200)).toBeCloseTo(20);
  expect(scrollPace({ ...usualNotes, text, speed: 260 }, 1200)).toBeCloseTo(40);
});

test('nothing runs where there is nothing to read, or where it is to stand still', () => {
  expect(scrollPace({ ...usualNotes, text: '  ' }, 500)).toBe(0);
  expect(scrollPace({ ...usualNotes, text: 'one', speed: 0 }, 500)).toBe(0);
});
