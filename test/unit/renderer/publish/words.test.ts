import { expect, test } from 'vitest';
import { backAtOnce, isSeen, nextStep, stateWords } from '../../../../src/renderer/features/publish/words.ts';
import type { ReviewComment } from '../../../../src/shared/model/review/comment.ts';
import type { Review } from '../../../../src/shared/model/review/review.ts';

const a = 'a'.repeat(64);
const b = 'b'.repeat(64);
const comment = (resolvedAt: string | null): ReviewComment => ({
  id: '0197a3c1-0000-4000-8000-000000000002',
  anchor: { kind: 'module' },
  severity: 'should',
  round: 1,
  revision: a,
  author: 'Ole',
  text: 'Which drawer?',
  mentions: [],
  createdAt: '2026-11-22T10:00:00.000Z',
  replies: [],
  turns: resolvedAt ? [{ state: 'resolved', by: 'Mara', at: resolvedAt }] : [],
});
const review = (part: Partial<Review>): Review => ({
  moduleId: '0197a3c1-0000-4000-8000-000000000001',
  state: 'draft',
  round: 1,
  revision: a,
  approvedRevision: null,
  publishedRevision: null,
  reasons: null,
  comments: [],
  page: null,
  ...part,
});

test('a module that came back counts what is still to do', () => {
  const back = review({ state: 'changes-requested', comments: [comment(null), comment('2026-11-22T11:00:00.000Z')] });
  expect(stateWords(back, a).text).toBe('Back from review: 1 thing to do');
  expect(nextStep(back, a)).toBe('hand-in');
});

test('an approval holds for the approved letters only', () => {
  const approved = review({ state: 'approved', approvedRevision: a });
  expect(nextStep(approved, a)).toBe('publish');
  expect(stateWords(approved, b).text).toContain('Changed since it was approved');
  expect(nextStep(approved, b)).toBe('hand-in');
});

test('what colleagues see is told apart from what is on the desk', () => {
  const published = review({ state: 'published', approvedRevision: a, publishedRevision: a });
  expect(stateWords(published, a).text).toBe('Published');
  expect(stateWords(published, b).tone).toBe('attention');
  expect(nextStep(published, b)).toBe('hand-in');
});

test('colleagues see what was published also while the next version is looked at', () => {
  const round2 = review({ state: 'in-review', round: 2, revision: b, publishedRevision: a });
  expect([isSeen(round2), isSeen(review({ state: 'retired', approvedRevision: a }))]).toEqual([true, false]);
  expect(backAtOnce(round2)).toBe(false);
  expect(backAtOnce(review({ state: 'published', approvedRevision: a, publishedRevision: a }))).toBe(true);
  expect(backAtOnce(review({ state: 'approved', approvedRevision: b, publishedRevision: a }))).toBe(false);
});

test('nothing is asked of an author whose module is being read', () => {
  expect(nextStep(review({ state: 'in-review' }), a)).toBe('wait');
  expect(stateWords(review({ state: 'in-review', round: 2 }), a).text).toBe('With the reviewers, round 2');
});

test('as long as nobody knows the revision on the desk nothing is called changed', () => {
  expect(stateWords(review({ state: 'approved', approvedRevision: a }), null).tone).toBe('good');
});
