import { getSchema } from '@tiptap/core';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { history, undo } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { DeskDocument, toEditor } from '../../../../src/renderer/features/write/document.ts';
import { createWritten } from '../../../../src/renderer/features/write/written.ts';
import type { ModuleContent } from '../../../../src/shared/model/module.ts';

const AskingParagraph = Paragraph.extend({ addAttributes: () => ({ hint: { default: undefined } }) });
const schema = getSchema([DeskDocument, AskingParagraph, Text]);
const line = (text: string) => ({ type: 'paragraph' as const, attrs: { id: text }, content: [{ type: 'text' as const, text }] });
const module: ModuleContent = {
  title: 'Till',
  objective: '',
  language: 'en',
  skills: ['Till'],
  body: { type: 'doc', content: [line('Count the notes.')] },
};
const open = (content: ModuleContent): Node => schema.nodeFromJSON(toEditor(content));

/** The module in an editor, and how often someone was told that it changed. */
function setUp() {
  let state = EditorState.create({ doc: open(module), plugins: [history()] });
  const written = createWritten(module, state.doc);
  let told = 0;
  written.listen(() => {
    told += 1;
  });
  const become = (next: EditorState) => {
    state = next;
    written.become(next.doc);
  };
  return { written, told: () => told, state: () => state, become };
}

test('what is typed is read as it is by then, with what the editor does not hold', () => {
  const { written, told, state, become } = setUp();
  become(state().apply(state().tr.insertText('First: ', 1)));
  become(state().apply(state().tr.insertText('Then: ', 1)));
  expect(told()).toBe(2);
  expect(written.read()).toMatchObject({ title: 'Till', skills: ['Till'] });
  expect(written.read().body.content[0]).toMatchObject({ content: [{ text: 'Then: First: Count the notes.' }] });
});

test('an empty line at the end is no change of the module, and no part of it', () => {
  const { written, told, state, become } = setUp();
  become(state().apply(state().tr.insert(state().doc.content.size, schema.nodes.paragraph?.create() ?? [])));
  expect(told()).toBe(0);
  expect(written.read().body.content).toHaveLength(1);
});

test('an empty line at the end that asks for something is part of the module, and its going is a change', () => {
  const { written, told, state, become } = setUp();
  const end = state().doc.content.size;
  become(state().apply(state().tr.insert(end, schema.nodes.paragraph?.create({ hint: 'Say why.' }) ?? [])));
  expect(told()).toBe(1);
  expect(written.read().body.content[1]).toEqual({ type: 'paragraph', attrs: { hint: 'Say why.' } });
  become(state().apply(state().tr.delete(end, end + 2)));
  expect(told()).toBe(2);
});

test('a title is a change that undo takes back, and that the view of the document does not look at', () => {
  const { written, told, state, become } = setUp();
  const before = state().doc;
  const { title } = open({ ...module, title: 'Closing the till' }).attrs;
  become(state().apply(state().tr.setDocAttribute('title', title)));
  expect(told()).toBe(1);
  expect(written.read().title).toBe('Closing the till');
  expect(state().doc.sameMarkup(before)).toBe(true);
  undo(state(), (tr) => become(state().apply(tr)));
  expect(written.read().title).toBe('Till');
  expect(told()).toBe(2);
});

test('what came from elsewhere is there with all of it, and a page that was left still gives what was written on it', () => {
  const { written, told } = setUp();
  const theirs = { ...module, skills: ['Till', 'Coins'] };
  written.become(open(theirs), theirs);
  expect(told()).toBe(1);
  expect(written.read().skills).toEqual(['Till', 'Coins']);
  written.replace(module);
  expect(written.read()).toBe(module);
});
