import { redo, undo } from '@tiptap/pm/history';
import { NodeSelection, TextSelection, type Transaction } from '@tiptap/pm/state';
import { v4 } from 'uuid';
import { expect, test } from 'vitest';
import { blockRange, movedBy, movedSelected, movedTo } from '../../../../src/renderer/features/write/moving.ts';
import { Desk } from '../../shared/schema/editor.ts';

const ids = [v4(), v4(), v4()];
const lines = () =>
  new Desk({
    type: 'doc',
    content: ids.map((id, index) => ({ type: 'paragraph', attrs: { id }, content: [{ type: 'text', text: 'abc'[index] ?? '' }] })),
  });
const words = (desk: Desk): string => desk.state.doc.textContent;
const perform = (desk: Desk, moved: Transaction | null) =>
  desk.do((_, dispatch) => {
    if (moved) dispatch?.(moved);
    return moved !== null;
  });

test('a block moves by one, keeps its id, and stays where there is no neighbour', () => {
  const desk = lines();
  expect(perform(desk, movedBy(desk.state.tr, { from: 3, to: 6 }, -1))).toBe(true);
  expect(words(desk)).toBe('bac');
  expect(desk.ids).toEqual([ids[1], ids[0], ids[2]]);
  expect(perform(desk, movedBy(desk.state.tr, { from: 0, to: 3 }, -1))).toBe(false);
  expect(perform(desk, movedBy(desk.state.tr, { from: 0, to: 3 }, 1))).toBe(true);
  expect(words(desk)).toBe('abc');
});

test('each move is undone by itself', () => {
  const desk = lines();
  perform(desk, movedBy(desk.state.tr, { from: 0, to: 3 }, 1));
  perform(desk, movedBy(desk.state.tr, { from: 3, to: 6 }, 1));
  expect(words(desk)).toBe('bca');
  desk.do(undo);
  expect(words(desk)).toBe('bac');
  desk.do(redo);
  expect(words(desk)).toBe('bca');
});

test('a block is let go between any two others, and not into itself', () => {
  const desk = lines();
  expect(perform(desk, movedTo(desk.state.tr, 0, 9))).toBe(true);
  expect(words(desk)).toBe('bca');
  expect(desk.ids).toEqual([ids[1], ids[2], ids[0]]);
  expect(movedTo(desk.state.tr, 3, 3)).toBeNull();
  expect(movedTo(desk.state.tr, 3, 6)).toBeNull();
});

test('what moves is all that the selection touches', () => {
  const desk = lines();
  expect(blockRange(NodeSelection.create(desk.state.doc, 3))).toEqual({ from: 3, to: 6 });
});

test('a point moves within its checklist, and at its end takes the whole list along', () => {
  const point = (id: string, text: string) => ({
    type: 'checkItem',
    attrs: { id },
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  });
  const desk = new Desk({
    type: 'doc',
    content: [
      { type: 'checklist', attrs: { id: ids[0] }, content: [point(v4(), 'a'), point(v4(), 'b')] },
      { type: 'paragraph', attrs: { id: ids[1] }, content: [{ type: 'text', text: 'c' }] },
    ],
  });
  desk.do((state, dispatch) => {
    dispatch?.(state.tr.setSelection(TextSelection.near(state.doc.resolve(3))));
    return true;
  });
  perform(desk, movedSelected(desk.state, 1));
  expect(words(desk)).toBe('bac');
  expect(desk.state.selection.$from.parent.textContent).toBe('a');
  perform(desk, movedSelected(desk.state, 1));
  expect(words(desk)).toBe('cba');
});
