import { expect, test } from 'vitest';
import {
  findInsertables,
  inGroups,
  insertables,
  insertablesAtHand,
} from '../../../../src/renderer/features/write/inserting/insertables.ts';
import { walk } from '../../../../src/renderer/features/write/inserting/walk.ts';
import { Desk } from '../../shared/schema/editor.ts';

const names = (typed: string) => findInsertables(typed).map(({ name }) => name);

test('every kind is one that the schema knows, and what it inserts is whole', () => {
  const { schema } = new Desk();
  for (const { name, inserts } of insertables) {
    if (typeof inserts !== 'function') continue;
    expect(() => schema.nodeFromJSON(inserts()).check(), name).not.toThrow();
  }
});

test('kinds are found by the beginning of their name or of another word for them', () => {
  expect(names('quo')[0]).toBe('Quote');
  expect(names('photo')).toContain('Picture');
  expect(names('NUMB')).toContain('Numbered list');
  expect(names('xyzzy')).toEqual([]);
  expect(names('  ')).toEqual(insertables.map(({ name }) => name));
});

test('a kind whose name begins with what was typed stands before one that only means it', () => {
  expect(names('head')[0]).toBe('Heading');
});

test('every kind stands in a group once, and names are told apart', () => {
  const grouped = inGroups(insertables).flatMap(([, members]) => members);
  expect(new Set(grouped)).toEqual(new Set(insertables));
  expect(new Set(insertables.map(({ name }) => name)).size).toBe(insertables.length);
  expect(insertablesAtHand.map(({ name }) => name)).toEqual(['Text', 'Picture', 'Video', 'Question']);
});

test('arrows walk through the list as it is shown, around its ends', () => {
  const kinds = findInsertables('');
  const order = inGroups(kinds).flatMap(([, members]) => members);
  expect(walk(kinds, order[0], 'ArrowDown')).toBe(order[1]);
  expect(walk(kinds, order[0], 'ArrowUp')).toBe(order.at(-1));
  expect(walk(kinds, order.at(-1), 'ArrowDown')).toBe(order[0]);
  expect(walk(kinds, order[1], 'x')).toBe(order[1]);
  expect(walk([], undefined, 'ArrowDown')).toBeUndefined();
});
