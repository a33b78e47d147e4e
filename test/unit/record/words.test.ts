import { expect, test } from 'vitest';
import { loudness } from '../../../src/renderer/features/record/loudness.ts';
import { endSentence, roomSentence } from '../../../src/renderer/features/record/words.ts';

test('a take that was stopped by its author needs no words', () => {
  expect(endSentence('stopped', 60, 60)).toBeNull();
});

test('the end of a take says when it was and what is safe', () => {
  expect(endSentence('source-ended', 134, 133.5)).toBe('Sharing was ended at 2:14. Everything before it is saved.');
  expect(endSentence('studio-gone', 134, 120)).toBe('Showhow stopped answering at 2:14. Everything up to 2:00 is saved.');
});

test('room on the disk is told in minutes, and in hours where there is plenty', () => {
  expect(roomSentence(650e6)).toBe('Room for 10 minutes');
  expect(roomSentence(0)).toBe('Room for 0 minutes');
  expect(roomSentence(100e9)).toBe('Room for 27 hours');
});

test('a full-scale tone of 997 Hz in one channel has -3.01 LUFS', () => {
  const tone = Float32Array.from({ length: 48_000 }, (_, index) => Math.sin((2 * Math.PI * 997 * index) / 48_000));
  expect(loudness([tone])).toBeCloseTo(-3.01, 1);
  expect(loudness([tone, tone])).toBeCloseTo(0, 1);
  expect(loudness([new Float32Array(48_000)])).toBe(Number.NEGATIVE_INFINITY);
});
