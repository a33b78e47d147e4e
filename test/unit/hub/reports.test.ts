import { expect, it } from 'vitest';
import { bytesOf, keptIn, nextBatch, outcomeOf, parcelOf, within } from '../../../src/hub/browser/reports.ts';
import type { LearningRecord } from '../../../src/shared/xapi/record.ts';

const [moduleId, revision] = ['018f2f10-0000-7000-8000-000000000001', 'a'.repeat(64)];
const report = (id: string, verb: 'initialized' | 'played' | 'answered' | 'completed'): LearningRecord =>
  ({ id, at: '2026-11-26T07:00:00.000Z', session: id, moduleId, revision, event: { verb } }) as LearningRecord;
const ids = (reports: LearningRecord[]) => reports.map(({ id }) => id).join('');

it.each([
  [503, 'later'],
  [401, 'later'],
  [429, 'later'],
  [413, 'too-large'],
  // What does not come from the hub itself settles nothing: neither a page in its place, nor one that says nothing is there.
  [404, 'later'],
  [403, 'later'],
  [200, 'later'],
] as const)('takes the bare answer %s as %s', (status, outcome) => {
  expect(outcomeOf({ status })).toBe(outcome);
});

it('takes for arrived and for refused only what the hub itself says', () => {
  expect(outcomeOf({ status: 200, refused: [] })).toBe('arrived');
  expect(outcomeOf({ status: 200, refused: [{ at: 0, code: 'NOT_FOUND' }] })).toBe('arrived');
  expect(outcomeOf({ status: 422, code: 'INPUT_INVALID' })).toBe('refused');
  expect(outcomeOf({ status: 404, code: 'NOT_FOUND' })).toBe('refused');
});

it('waits where the hub does not answer, and where someone else is signed in by now', () => {
  expect(outcomeOf(null)).toBe('later');
  expect(outcomeOf({ status: 409, code: 'READER_CHANGED' })).toBe('not-yours');
  expect(outcomeOf({ status: 409, code: 'CONFLICT' })).toBe('refused');
});

it('gives up how a video was played before that it was opened, answered or seen to its end', () => {
  const waiting = [
    report('a', 'initialized'),
    report('b', 'played'),
    report('c', 'answered'),
    report('d', 'played'),
    report('e', 'completed'),
  ];
  expect(ids(within(waiting, 5))).toBe('abcde');
  expect(ids(within(waiting, 4))).toBe('acde');
  expect(ids(within(waiting, 3))).toBe('ace');
  expect(ids(within(waiting, 2))).toBe('ce');
});

it('sends together what outlives a page, counted in bytes, and one that is larger by itself', () => {
  const waiting = [report('ä', 'initialized'), report('b', 'played'), report('c', 'answered')];
  const size = (count: number) => bytesOf(JSON.stringify(waiting.slice(0, count)));
  expect(ids(parcelOf(waiting, 50, size(3)))).toBe('äbc');
  expect(ids(parcelOf(waiting, 2, size(3)))).toBe('äb');
  expect(ids(parcelOf(waiting, 50, size(3) - 1))).toBe('äb');
  expect(ids(parcelOf(waiting, 50, 10))).toBe('ä');
  expect(parcelOf([], 50, 10)).toEqual([]);
});

it('sends halves of what is too large, down to one, and more again once something arrived', () => {
  expect([nextBatch(50, 'too-large', 50), nextBatch(1, 'too-large', 50)]).toEqual([25, 1]);
  expect([nextBatch(25, 'arrived', 50), nextBatch(1, 'arrived', 50), nextBatch(50, 'arrived', 50)]).toEqual([50, 2, 50]);
  expect([nextBatch(25, 'later', 50), nextBatch(25, 'refused', 50)]).toEqual([25, 25]);
});

it('takes up what a browser kept, unless it is too old or something else', () => {
  const now = Date.parse('2026-11-26T08:00:00Z');
  const kept = (daysAgo: number, records: unknown = [report('a', 'answered')]) =>
    JSON.stringify({ at: now - daysAgo * 24 * 60 * 60 * 1000, records });
  expect(ids(keptIn(kept(0), now))).toBe('a');
  expect(ids(keptIn(kept(29), now))).toBe('a');
  for (const text of [kept(31), kept(0, 'a'), null, '', 'null', '[]', '{"at":"x"}', '{broken']) expect(keptIn(text, now)).toEqual([]);
});
