import { expect, test } from 'vitest';
import { approvedNow, neverHandedIn } from '../../../../src/main/review/reviews.ts';
import type { Review } from '../../../../src/shared/model/review/review.ts';

const approved = 'a'.repeat(64);
const changed = 'b'.repeat(64);
const review = (part: Partial<Review>): Review => ({ ...neverHandedIn('0197a3c1-0000-4000-8000-000000000001'), ...part });

test('an approved revision may be published', () => {
  expect(approvedNow(review({ state: 'approved', approvedRevision: approved }), approved)).toBe(approved);
});

test.each(['draft', 'in-review', 'changes-requested'] as const)('what is %s may not be published', (state) => {
  expect(() => approvedNow(review({ state }), approved)).toThrow(expect.objectContaining({ code: 'NOT_APPROVED', data: { state } }));
});

test('a letter changed since the approval needs a new round', () => {
  expect(() => approvedNow(review({ state: 'approved', approvedRevision: approved }), changed)).toThrow(
    expect.objectContaining({ code: 'NOT_APPROVED', data: { state: 'changed since it was approved' } }),
  );
});

test('an older approval does not carry a newer round', () => {
  expect(() => approvedNow(review({ state: 'in-review', approvedRevision: approved }), approved)).toThrow(
    expect.objectContaining({ code: 'NOT_APPROVED' }),
  );
});
