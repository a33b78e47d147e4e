import { expect, test } from 'vitest';
import { loudness } from '../../../src/renderer/features/record/loudness.ts';
import { endSentence, lossSentence, roomSentence, sleptSentence } from '../../../src/renderer/features/record/words.ts';

test('a take that was stopped by its author needs no words', () => {
  expect(endSentence('stopped', 60, 60)).toBeNull();
});

test('the end of a take says when it was and what is safe', () => {
  expect(endSentence('encoder-failed', 134, 133.5)).toBe('The encoder stopped at 2:14. Everything before it is saved.');
  expect(endSentence('studio-gone', 134, 120)).toBe('Showhow stopped answering at 2:14. Everything up to 2:00 is saved.');
});

test('a device that goes away is said with what is safe and what to do', () => {
  expect(lossSentence('microphone', { at: 134, how: 'ended' }, true)).toBe(
    'The microphone stopped at 2:14. Everything before it is saved. The take goes on in silence. Choose another microphone and go on.',
  );
  expect(lossSentence('camera', { at: 5, how: 'ended' }, false)).toBe(
    'The camera stopped at 0:05. Everything before it is saved. Stop here, and record the rest as a take of its own.',
  );
  expect(sleptSentence({ at: 61, seconds: 3600 })).toContain('slept for 60 minutes at 1:01');
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
