import { NodeSelection } from '@tiptap/pm/state';
import { v4 } from 'uuid';
import { expect, test } from 'vitest';
import { besideBlock } from '../../../../src/shared/schema/typing.ts';
import { Desk } from './editor.ts';

const video = {
  type: 'video',
  attrs: { id: v4(), media: 'a'.repeat(64), poster: null, title: '', duration: 3, width: 10, height: 10 },
};
const words = { type: 'paragraph', attrs: { id: v4() }, content: [{ type: 'text', text: 'Watch this.' }] };

const select = (desk: Desk, at: number) =>
  desk.do((state, dispatch) => {
    dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, at)));
    return true;
  });

const type = (desk: Desk, text: string): boolean => {
  const typed = besideBlock(desk.state, text);
  if (typed) desk.state = desk.state.apply(typed);
  return typed !== null;
};

test('a letter typed over a selected video begins a paragraph behind it', () => {
  const desk = new Desk({ type: 'doc', content: [video, words] });
  select(desk, 0);
  expect(type(desk, 'N')).toBe(true);
  expect(desk.document).toMatchObject({
    content: [{ type: 'video' }, { type: 'paragraph', content: [{ text: 'N' }] }, { content: [{ text: 'Watch this.' }] }],
  });
  desk.do((state, dispatch) => {
    dispatch?.(state.tr.insertText('ow'));
    return true;
  });
  expect(desk.document).toMatchObject({ content: [{}, { content: [{ text: 'Now' }] }, {}] });
  expect(new Set(desk.ids).size).toBe(3);
});

test('in text a letter is typed as ever', () => {
  expect(type(new Desk({ type: 'doc', content: [words] }), 'N')).toBe(false);
});

test('a letter typed over a selected note does not take its words away', () => {
  const note = { type: 'callout', attrs: { id: v4(), tone: 'tip' }, content: [words] };
  const desk = new Desk({ type: 'doc', content: [note] });
  select(desk, 0);
  expect(type(desk, 'N')).toBe(true);
  expect(desk.document).toMatchObject({ content: [{ type: 'callout' }, { type: 'paragraph', content: [{ text: 'N' }] }] });
});
