import { expect, test } from 'vitest';
import { clipOf, goesOn, shuttle, spanAt, spansOf } from '../../../../src/renderer/features/cut/spans.ts';
import type { Card } from '../../../../src/shared/model/edit/list.ts';

const card: Card = { seconds: 3, title: '', line: '', name: '', role: '', photo: null, logo: null, colour: null };
const walk = { id: 'a', source: 'walk', from: 10, to: 14 };
const redo = { id: 'b', source: 'redo', from: 0, to: 2 };
const clips = [walk, redo];

test('cards and clips of several takes follow each other without a gap', () => {
  const spans = spansOf({ clips, opening: card, closing: card });
  expect(spans.map(({ start, end, clip }) => [start, end, clip?.id ?? 'card'])).toEqual([
    [0, 3, 'card'],
    [3, 7, 'a'],
    [7, 9, 'b'],
    [9, 12, 'card'],
  ]);
  expect([0, 3, 6.99, 7, 11, 99].map((time) => spanAt(spans, time))).toEqual([0, 1, 1, 2, 3, 3]);
});

test('while a card is shown the nearest clip stands behind it', () => {
  const spans = spansOf({ clips, opening: card, closing: card });
  expect([0, 1, 3].map((index) => clipOf(spans, index)?.id)).toEqual(['a', 'a', 'b']);
});

test('a clip that was only divided is played on, another is sought', () => {
  expect(goesOn(walk, { ...walk, id: 'c', from: 14, to: 20 })).toBe(true);
  expect(goesOn(walk, { ...walk, id: 'c', from: 15, to: 20 })).toBe(false);
  expect(goesOn(walk, { ...redo, from: 14, to: 20 })).toBe(false);
});

test('L goes faster with each press, J turns round', () => {
  expect([shuttle(0, 'on'), shuttle(1, 'on'), shuttle(4, 'on'), shuttle(2, 'back'), shuttle(-1, 'back')]).toEqual([1, 2, 4, -1, -2]);
});
