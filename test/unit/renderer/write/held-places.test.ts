import { Editor } from '@tiptap/core';
import { Document } from '@tiptap/extension-document';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { EditorState, type Transaction } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import {
  fillPlace,
  HeldPlaces,
  heldPlace,
  holdPlace,
  newPlaceId,
  releasePlace,
} from '../../../../src/renderer/features/write/held-places.ts';

/** A document of one line that says "abcdef": its letters begin at 1. */
function setUp() {
  const content = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'abcdef' }] }] };
  const { extensionManager, schema } = new Editor({ element: null, content, extensions: [Document, Paragraph, Text, HeldPlaces] });
  let state = EditorState.create({ doc: schema.nodeFromJSON(content), plugins: extensionManager.plugins });
  const apply = (make: (tr: Transaction) => Transaction) => {
    state = state.apply(make(state.tr));
  };
  const hold = (from: number, to = from) => {
    const id = newPlaceId();
    apply((tr) => holdPlace(tr, id, { from, to }));
    return id;
  };
  return { apply, hold, at: (id: number) => heldPlace(state, id), text: () => state.doc.textContent };
}

test('a place moves with what is written before it, and stays before what is written at it', () => {
  const { apply, hold, at } = setUp();
  const place = hold(4);
  apply((tr) => tr.insertText('xy', 1));
  expect(at(place)).toEqual({ from: 6, to: 6 });
  apply((tr) => tr.insertText('z', 6));
  expect(at(place)).toEqual({ from: 6, to: 6 });
});

test('what will be replaced does not grow by what is written beside it, and nothing that was written instead of it is replaced', () => {
  const { apply, hold, at } = setUp();
  const place = hold(2, 4);
  apply((tr) => tr.insertText('x', 2));
  apply((tr) => tr.insertText('y', 5));
  expect(at(place)).toEqual({ from: 3, to: 5 });
  apply((tr) => tr.insertText('new', 3, 5));
  expect(at(place)).toEqual({ from: 6, to: 6 });
});

test('what was asked for later comes behind what was asked for before, whichever is ready first', () => {
  const { apply, hold, at, text } = setUp();
  const places = [hold(3), hold(3), hold(3)] as const;
  const fill = (id: number, word: string) => {
    apply((tr) => fillPlace(tr.insertText(word, at(id)?.from), id));
    apply((tr) => releasePlace(tr, id));
  };
  fill(places[1], '2');
  fill(places[0], '1');
  fill(places[2], '3');
  expect(text()).toBe('ab123cdef');
  expect(at(places[0])).toBeNull();
});

test('a place may be filled by the change that follows', () => {
  const { apply, hold, at } = setUp();
  const [first, second] = [hold(3), hold(3)];
  apply((tr) => fillPlace(tr, first));
  apply((tr) => tr.insertText('1', 3));
  apply((tr) => tr.insertText('x', 4));
  expect([at(first), at(second)]).toEqual([
    { from: 3, to: 3 },
    { from: 4, to: 4 },
  ]);
});
