import { expect, test } from 'vitest';
import { cueAtTime, indexAt } from '../../../../src/renderer/features/captions/find.ts';
import { languageChoices, readStamp, stamp } from '../../../../src/renderer/features/captions/words.ts';

test('a moment is read back as it is written', () => {
  for (const seconds of [0, 0.05, 9.99, 63.2, 3723.45]) expect(readStamp(stamp(seconds))).toBeCloseTo(seconds);
  expect(stamp(63.2)).toBe('1:03.20');
});

test.each([
  ['12', 12],
  ['1:02,5', 62.5],
  ['1:00:03', 3603],
  ['', null],
  ['soon', null],
  ['1:2:3:4', null],
])('%j is read as %j', (text, seconds) => {
  expect(readStamp(text)).toBe(seconds);
});

test('the cue of a moment is found, and none between two', () => {
  const cues = [
    { id: 'a', from: 1, to: 2, text: 'one' },
    { id: 'b', from: 3, to: 4, text: 'two' },
  ];
  expect([0.5, 1, 1.99, 2, 3.5, 9].map((time) => cueAtTime(cues, time)?.id ?? null)).toEqual([null, 'a', 'a', null, 'b', null]);
  expect([0, 1, 2.5, 9].map((time) => indexAt(cues, time))).toEqual([-1, 0, 0, 1]);
});

test('a language that is used already can be chosen again', () => {
  expect(languageChoices('gsw').map(([code]) => code)).toContain('gsw');
  expect(new Map(languageChoices('en')).get('de')).toBe('German');
});
