import { describe, expect, test } from 'vitest';
import { asPart, moved } from '../../../../src/renderer/features/write/blocks/part.ts';
import { addRow, changeRow, moveRow, removeRow } from '../../../../src/renderer/features/write/blocks/rows.ts';

const rows = ['a', 'b', 'c'].map((id) => ({ id, text: id }));
const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id).join('');

describe('steps and cards of a block', () => {
  test('move by one place, and stay at the edges', () => {
    expect(ids(moveRow(rows, 'a', 1))).toBe('bac');
    expect(ids(moveRow(rows, 'c', -1))).toBe('acb');
    expect(ids(moveRow(rows, 'a', -1))).toBe('abc');
    expect(ids(moveRow(rows, 'c', 1))).toBe('abc');
  });

  test('come behind the one that is named, or at the end', () => {
    expect(ids(addRow(rows, { id: 'x', text: '' }, 'a'))).toBe('axbc');
    expect(ids(addRow(rows, { id: 'x', text: '' }, null))).toBe('abcx');
  });

  test('go one by one, and the last one stays', () => {
    expect(ids(removeRow(rows, 'b'))).toBe('ac');
    expect(ids(removeRow(rows.slice(0, 1), 'a'))).toBe('a');
  });

  test('change alone', () => {
    expect(changeRow(rows, 'b', (row) => ({ ...row, text: 'new' })).map(({ text }) => text)).toEqual(['a', 'new', 'c']);
  });
});

describe('a part of a video', () => {
  test('makes way at its other end, and never ends before it begins', () => {
    expect(moved({ from: 2, to: 4 }, 'from', 6, 10)).toEqual({ from: 6, to: 6.5 });
    expect(moved({ from: 2, to: 4 }, 'to', 1, 10)).toEqual({ from: 0.5, to: 1 });
    expect(moved({ from: 2, to: 4 }, 'from', 99, 10)).toEqual({ from: 9.5, to: 10 });
    expect(moved({ from: 2, to: 4 }, 'to', -3, 10)).toEqual({ from: 0, to: 0.5 });
  });

  test('is nothing to keep where it is all of the video', () => {
    expect(asPart({ from: 0, to: 10 }, 10)).toBeUndefined();
    expect(asPart({ from: 0, to: 5 }, 10)).toEqual({ from: 0, to: 5 });
  });
});
