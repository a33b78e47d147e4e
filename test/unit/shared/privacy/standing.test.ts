import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type EditList, wholeSource } from '../../../../src/shared/model/edit/list.ts';
import { coversFor, dismiss, hide, reopen } from '../../../../src/shared/model/privacy/decide.ts';
import type { Finding } from '../../../../src/shared/model/privacy/finding.ts';
import { joinFindings } from '../../../../src/shared/model/privacy/join.ts';
import { standingOf } from '../../../../src/shared/model/privacy/standing.ts';
import { lengthOf, pieces, united, without } from '../../../../src/shared/model/ranges.ts';

const edit: EditList = wholeSource('take', 100, 'clip');
const newId = () => crypto.randomUUID();

const area = (y: number) => ({ x: 0.2, y, width: 0.2, height: 0.03 });
const finding = (from: number, to: number, ys: readonly number[]): Finding => ({
  kind: 'e-mail',
  text: 'm•••@e•••.com',
  print: 'a'.repeat(32),
  source: 'take',
  from,
  to,
  path: ys.map((y, index) => ({ at: from + (index * (to - from)) / ys.length, area: area(y) })),
});
const anyFinding = fc
  .tuple(
    fc.double({ min: 0, max: 50, noNaN: true }),
    fc.double({ min: 1, max: 40, noNaN: true }),
    fc.array(fc.double({ min: 0, max: 0.9, noNaN: true }), { minLength: 1, maxLength: 40 }),
  )
  .map(([from, length, ys]) => finding(from, from + length, ys));

test('whatever way a finding goes, hiding it hides it, and taking that back opens it again', () => {
  fc.assert(
    fc.property(anyFinding, fc.constantFrom('blur' as const, 'cover' as const), (found, how) => {
      expect(standingOf(edit, found)).toBe('open');
      const hidden = hide(edit, [found], how, newId);
      expect(standingOf(hidden, found)).toBe('covered');
      expect(standingOf(reopen(hidden, found), found)).toBe('open');
    }),
  );
});

test('a way of more places than a cover holds is gone by several covers', () => {
  const long = finding(
    0,
    60,
    Array.from({ length: 1300 }, (_, index) => (index % 90) / 100),
  );
  const covers = coversFor(long, 'blur', newId);
  expect(covers.length).toBe(3);
  expect(covers.every(({ path }) => path.length <= 500)).toBe(true);
  expect(standingOf({ ...edit, covers }, long)).toBe('covered');
});

test('a cover that was made smaller, shorter or moved away leaves the finding open', () => {
  const found = finding(10, 20, [0.5]);
  const hidden = hide(edit, [found], 'cover', newId);
  const changed = (change: object) => ({ ...hidden, covers: hidden.covers.map((cover) => ({ ...cover, ...change })) });
  expect(standingOf(changed({ to: 18 }), found)).toBe('open');
  expect(standingOf(changed({ path: [{ at: 10, area: area(0.6) }] }), found)).toBe('open');
  expect(standingOf(changed({ path: [{ at: 10, area: { ...area(0.5), width: 0.1 } }] }), found)).toBe('open');
});

test('what is cut out stands nowhere, and what is left counts for its text and time only', () => {
  const found = finding(10, 20, [0.5]);
  const cut = { ...edit, clips: [{ id: 'a', source: 'take', from: 20, to: 30 }] };
  expect(standingOf(cut, found)).toBeNull();
  const left = dismiss(edit, [found], 'public', newId);
  expect(standingOf(left, found)).toBe('dismissed');
  expect(standingOf(left, { ...found, print: 'b'.repeat(32) })).toBe('open');
  expect(standingOf(left, finding(30, 40, [0.5]))).toBe('open');
});

test('the same text at the same place, searched piece by piece, is one finding', () => {
  const parts = [
    finding(0, 60, [0.5]),
    finding(60, 90, [0.5]),
    finding(95, 99, [0.5]),
    { ...finding(60, 90, [0.5]), print: 'b'.repeat(32) },
  ];
  expect(joinFindings(parts).map(({ from, to }) => [from, to])).toEqual([
    [0, 90],
    [60, 90],
    [95, 99],
  ]);
});

const range = fc
  .tuple(fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 0.1, max: 20, noNaN: true }))
  .map(([from, length]) => ({ from, to: from + length }));
test('what was searched and what was not make up what is seen, and pieces lose nothing', () => {
  fc.assert(
    fc.property(fc.array(range, { maxLength: 8 }), fc.array(range, { maxLength: 8 }), (seen, searched) => {
      const missing = without(seen, searched);
      const both = without(seen, missing);
      expect(lengthOf(missing) + lengthOf(both)).toBeCloseTo(lengthOf(united(seen)), 0);
      expect(lengthOf(pieces(missing, 60))).toBeCloseTo(lengthOf(missing), 6);
    }),
  );
});
