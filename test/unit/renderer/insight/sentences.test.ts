import { expect, test } from 'vitest';
import { reachSentence, summary } from '../../../../src/renderer/features/insight/sentences.ts';
import type { ModuleReach } from '../../../../src/shared/contract/relations.ts';

const reach = (part: Partial<ModuleReach>): ModuleReach => ({
  moduleId: '0197a3c1-0000-4000-8000-000000000001',
  title: 'Closing the till',
  publishedAt: '2026-11-22T10:00:00.000Z',
  opened: 0,
  watchedToEnd: null,
  answeredRight: null,
  thanks: 0,
  asks: 0,
  ...part,
});

test('a small group is counted and not broken down', () => {
  expect(reachSentence(reach({ opened: 1 }))).toBe('One colleague opened it.');
});

test('a group large enough says how far it came', () => {
  expect(reachSentence(reach({ opened: 12, watchedToEnd: 8, answeredRight: 6 }))).toBe(
    '12 colleagues opened it, 8 watched it to the end, 6 answered every question right.',
  );
});

test('silence is said as it is', () => {
  expect(reachSentence(reach({}))).toBe('Nobody has opened it yet.');
});

test('the summary names what waits for the author', () => {
  expect(summary([reach({ opened: 3 })], 1, 2)).toBe(
    '3 colleagues opened your module, 2 colleagues thanked you, and one question waits for you.',
  );
  expect(summary([reach({ opened: 1 })], 0, 0)).toBe('One colleague opened your module.');
});

test('over several modules openings are counted, not people', () => {
  expect(summary([reach({ opened: 3 }), reach({ opened: 4 })], 0, 1)).toBe(
    'Your 2 modules were opened 7 times, and one colleague thanked you.',
  );
});
