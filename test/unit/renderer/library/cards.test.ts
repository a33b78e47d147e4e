import { expect, test } from 'vitest';
import { cardsOf, stateWords } from '../../../../src/renderer/features/library/cards.ts';
import type { Edit } from '../../../../src/shared/contract/edits.ts';
import { wholeSource } from '../../../../src/shared/model/edit/list.ts';
import type { Take } from '../../../../src/shared/model/take.ts';

const take = (id: string, more: Partial<Take> = {}): Take => ({
  id,
  title: `Take ${id}`,
  origin: 'recorded',
  state: 'ready',
  createdAt: '2026-01-01T10:00:00.000Z',
  duration: 60,
  tracks: [],
  marks: [],
  redoes: null,
  lost: [],
  ...more,
});

const edit = (source: string, more: Partial<Edit> = {}): Edit => ({
  id: `edit of ${source}`,
  take: source,
  title: `Cut of ${source}`,
  version: 0,
  list: wholeSource(source, 40, 'c'),
  updatedAt: '2026-01-02T10:00:00.000Z',
  rendition: null,
  ...more,
});

test('a take and its cut are one card, with the name and the length of the cut', () => {
  expect(cardsOf([take('a')], [edit('a')])).toMatchObject([{ title: 'Cut of a', seconds: 40 }]);
});

test('what was worked on last comes first', () => {
  const cards = cardsOf([take('a'), take('b', { createdAt: '2026-01-03T10:00:00.000Z' }), take('c')], [edit('a')]);
  expect(cards.map((card) => card.take.id)).toEqual(['b', 'a', 'c']);
});

test('each part of a long take is a card of its own, and a take that was put into another cut keeps its own', () => {
  const parts = [edit('a', { id: 'one', title: 'Part 1' }), edit('a', { id: 'two', title: 'Part 2', list: wholeSource('b', 40, 'c') })];
  expect(cardsOf([take('a'), take('b')], parts).map(({ title }) => title)).toEqual(['Part 1', 'Part 2', 'Take b']);
});

test('a step that was recorded again stands with its take, and by itself where it has a cut of its own', () => {
  const again = take('b', { redoes: { take: 'a', from: 0, to: 5 } });
  expect(cardsOf([take('a'), again], [edit('a')]).map((card) => card.take.id)).toEqual(['a']);
  expect(cardsOf([take('a'), again], [edit('a'), edit('b')]).map((card) => card.take.id)).toEqual(['a', 'b']);
  expect(cardsOf([again], []).map((card) => card.take.id)).toEqual(['b']);
});

test('an interrupted take is offered elsewhere', () => {
  expect(cardsOf([take('a', { state: 'interrupted' })], [])).toEqual([]);
});

test('the state is told in words', () => {
  const words = (state: Take['state']) => stateWords({ take: take('a', { state }), edit: null });
  expect(words('ready')).toBe('Ready to cut');
  expect(words('preparing')).toBe('Being prepared');
  expect(words('broken')).toBe('Cannot be read');
  expect(stateWords({ take: take('a'), edit: edit('a', { version: 3 }) })).toBe('Being cut');
});
