import { expect, test } from 'vitest';
import { about, clock, length, megabytes, spoken } from '../../../../src/renderer/features/cut/words.ts';

test('a moment is read as minutes, seconds and a tenth', () => {
  expect([clock(0), clock(3.24), clock(59.96), clock(63.2), clock(3600)]).toEqual(['0:00.0', '0:03.2', '1:00.0', '1:03.2', '60:00.0']);
});

test('a moment is said in words', () => {
  expect([spoken(0), spoken(1), spoken(63.2), spoken(120)]).toEqual(['0 seconds', '1 second', '1 minute 3.2 seconds', '2 minutes']);
});

test('a length is rounded to seconds', () => {
  expect([length(59.6), length(5), length(-1)]).toEqual(['1:00', '0:05', '0:00']);
});

test('a wait is told roughly', () => {
  expect([about(2), about(31), about(59), about(170)]).toEqual(['a few seconds', 'about 35 seconds', 'about 1 minute', 'about 3 minutes']);
});

test('sizes are megabytes', () => {
  expect([megabytes(20_000), megabytes(420_000), megabytes(4_260_000), megabytes(42_600_000)]).toEqual([
    '0.1 MB',
    '0.4 MB',
    '4.3 MB',
    '43 MB',
  ]);
});
