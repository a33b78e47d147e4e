import { expect, test } from 'vitest';
import { judgeSequence } from '../../../src/main/capture/sequence.ts';

test('the next number is appended', () => {
  expect(judgeSequence(0, 0)).toBe('append');
  expect(judgeSequence(7, 7)).toBe('append');
});

test('the last number again is taken as a repeat', () => {
  expect(judgeSequence(7, 6)).toBe('repeat');
});

test.each([
  [7, 8],
  [7, 5],
  [0, 1],
])('where %i is expected, %i is refused and the expected number named', (expected, sequence) => {
  expect(() => judgeSequence(expected, sequence)).toThrow(expect.objectContaining({ code: 'SEGMENT_OUT_OF_ORDER', data: { expected } }));
});
