import type { JSONContent } from '@tiptap/core';
import { redo, undo } from '@tiptap/pm/history';
import { TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../../../src/shared/model/blocks/index.ts';
import { becoming } from '../../../../src/shared/schema/becoming.ts';
import { anyContent, idOf, text } from '../difference/documents.ts';
import { Desk } from './editor.ts';

const doc = (blocks: readonly Block[]): JSONContent => ({ type: 'doc', content: blocks as unknown as JSONContent[] });

const arrives = (desk: Desk, blocks: readonly Block[]) =>
  desk.do((state, dispatch) => {
    dispatch?.(becoming(state, desk.schema.nodeFromJSON(doc(blocks))));
    return true;
  });

/** Puts the cursor behind these words. */
function goBehind(desk: Desk, words: string): void {
  let place = -1;
  desk.state.doc.descendants((node, at) => {
    const found = node.isText ? (node.text ?? '').indexOf(words) : -1;
    if (found >= 0) place = at + found + words.length;
  });
  if (place < 0) throw new Error(`Nowhere: ${words}`);
  desk.do((state, dispatch) => {
    dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, place)));
    return true;
  });
}

const type = (desk: Desk, words: string) =>
  desk.do((state, dispatch) => {
    dispatch?.(state.tr.insertText(words));
    return true;
  });

const lines = (desk: Desk): string[] => desk.state.doc.children.map(({ textContent }) => textContent);
const filled = anyContent.map(({ body }) => body.content).filter((blocks) => blocks.length > 0);
const top = (desk: Desk) => desk.state.doc.children.map(({ attrs }) => attrs.id);

describe('what another window wrote', () => {
  test('becomes the document, whatever both hold, and blocks keep their names', () => {
    fc.assert(
      fc.property(filled, filled, (before, after) => {
        const desk = new Desk(doc(before));
        const target = desk.schema.nodeFromJSON(doc(after));
        arrives(desk, after);
        // Parts within a list or a quote get names where they had none.
        expect(lines(desk)).toEqual(target.children.map(({ textContent }) => textContent));
        expect(top(desk)).toEqual(after.map(({ attrs }) => attrs.id));
        desk.state.doc.check();
      }),
      { numRuns: 150 },
    );
  });

  test('leaves the cursor among the words it stands in', () => {
    const desk = new Desk(doc([text(1, 'Take off the cover.'), text(2, 'Pull the red plug.')]));
    goBehind(desk, 'the red');
    arrives(desk, [text(3, 'First of all.'), text(1, 'Take off the heavy cover.'), text(2, 'Now pull the red plug firmly.')]);
    type(desk, ' and grey');
    expect(lines(desk)).toEqual(['First of all.', 'Take off the heavy cover.', 'Now pull the red and grey plug firmly.']);
  });

  test('leaves the cursor in its block where the block was moved', () => {
    const desk = new Desk(doc([text(1, 'One.'), text(2, 'Two.'), text(3, 'Three.')]));
    goBehind(desk, 'One');
    arrives(desk, [text(2, 'Two.'), text(3, 'Three.'), text(1, 'One.')]);
    type(desk, ' more');
    expect(lines(desk)).toEqual(['Two.', 'Three.', 'One more.']);
  });

  test('is not undone with what was written here, and undo goes on working', () => {
    const desk = new Desk(doc([text(1, 'One.'), text(2, 'Two.')]));
    goBehind(desk, 'One');
    type(desk, ' here');
    arrives(desk, [text(1, 'One here.'), text(2, 'Two there.')]);
    desk.do(undo);
    expect(lines(desk)).toEqual(['One.', 'Two there.']);
    desk.do(redo);
    expect(lines(desk)).toEqual(['One here.', 'Two there.']);
  });

  test('that is the same changes nothing', () => {
    const desk = new Desk(doc([text(1, 'One.')]));
    const before = desk.state;
    expect(becoming(before, before.doc).docChanged).toBe(false);
    expect(top(desk)).toEqual([idOf(1)]);
  });
});
