import { expect, test } from 'vitest';
import { playRefusal } from '../../../src/shared/model/play-refusal.ts';

test.each([
  ['AbortError', 'stopped'],
  ['NotAllowedError', 'forbidden'],
  ['NotSupportedError', 'failed'],
] as const)('a play that ends as %s was %s', (name, refusal) => {
  expect(playRefusal(new DOMException('', name))).toBe(refusal);
});

test('whatever else goes wrong is no pause', () => {
  expect(playRefusal(new TypeError('x'))).toBe('failed');
  expect(playRefusal(undefined)).toBe('failed');
});
