import { expect, test } from 'vitest';
import { standingOf } from '../../../src/hub/pages/review/lint.tsx';
import { emptyProfile } from '../../../src/shared/model/profile.ts';
import { asked, good, lesson, paragraph } from '../shared/lint/support.ts';

const author = { ...emptyProfile, name: 'Mara' };
const of = (content: Parameters<typeof standingOf>[0]) => standingOf(content, author, '2026-11-26');

test('a reviewer reads what the author left standing, and her word on it', () => {
  const kept = [{ rule: 'empty', because: 'the picture follows next week' }];
  expect(of(lesson([good(), paragraph(), asked()], { kept }))).toMatchObject([{ rule: 'empty', because: 'the picture follows next week' }]);
});

test('a warning without a word stands there all the same', () => {
  expect(of(lesson([good()]))).toMatchObject([{ rule: 'objective-check', because: '' }]);
});

test('a word on what was mended since is not shown, and one on what only the studio saw is', () => {
  const kept = [
    { rule: 'empty', because: 'mended' },
    { rule: 'take-health', because: 'the black part is the night' },
  ];
  expect(of(lesson([good(), asked()], { kept }))).toEqual([{ rule: 'take-health', findings: [], because: 'the black part is the night' }]);
});
