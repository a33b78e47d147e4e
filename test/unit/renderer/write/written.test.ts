import { Editor, getSchema } from '@tiptap/core';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { history, undo } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { v4 } from 'uuid';
import { expect, test } from 'vitest';
import { DeskDocument, toEditor } from '../../../../src/renderer/features/write/document.ts';
import { createWritten } from '../../../../src/renderer/features/write/written.ts';
import type { ModuleContent } from '../../../../src/shared/model/module.ts';
import { moduleExtensions } from '../../../../src/shared/schema/extensions.ts';
import { BlockIds } from '../../../../src/shared/schema/identity.ts';

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

/** A module with two blocks that are translated, in the editor's whole schema. */
function translated() {
  const [counting, video, question] = [v4(), v4(), v4()];
  const attrs = { media: 'a'.repeat(64), poster: null, title: 'Counting', duration: 9, width: 16, height: 9 };
  const quiz = { kind: 'order' as const, question: 'First?', explanation: '', items: [] };
  const german = (from: string, text: string) => ({ from, text });
  const content = {
    ...module,
    body: {
      type: 'doc' as const,
      content: [
        { type: 'paragraph' as const, attrs: { id: counting }, content: [{ type: 'text' as const, text: 'Count the notes.' }] },
        { type: 'video' as const, attrs: { id: video, ...attrs, questions: [{ id: question, at: 2, quiz }] } },
      ],
    },
    translations: {
      de: {
        head: {},
        blocks: {
          [counting]: { text: german('Count the notes.', 'Die Scheine zählen.') },
          // Written for words that were changed since.
          [video]: { title: german('To count', 'Zählen'), [`${question}.question`]: german('First?', 'Zuerst?') },
        },
      },
    },
  } as ModuleContent;
  const extensions = moduleExtensions.map((extension) => (extension.name === 'doc' ? DeskDocument : extension));
  const editor = new Editor({
    element: null,
    content: { type: 'doc', content: [{ type: 'paragraph' }] },
    extensions: [...extensions, BlockIds],
  });
  let state = EditorState.create({ doc: editor.schema.nodeFromJSON(toEditor(content)), plugins: editor.extensionManager.plugins });
  const written = createWritten(content, state.doc);
  const insert = (at: number, nodes: readonly Node[]) => {
    const applied = state.applyTransaction(state.tr.insert(at, [...nodes]));
    state = applied.state;
    written.follow(state.doc, applied.transactions);
  };
  return { written, state: () => state, insert, counting };
}

test('a block that is copied says the same in every language, also where its original was changed since', () => {
  const { written, state, insert } = translated();
  insert(state().doc.content.size, state().doc.children);
  const { body, translations } = written.read();
  const [line, video] = body.content.slice(2);
  const asked = video?.type === 'video' ? video.attrs.questions?.[0]?.id : undefined;
  expect(translations?.de?.blocks[line?.attrs.id ?? '']).toEqual({ text: { from: 'Count the notes.', text: 'Die Scheine zählen.' } });
  expect(translations?.de?.blocks[video?.attrs.id ?? '']).toEqual({
    title: { from: 'To count', text: 'Zählen' },
    [`${asked}.question`]: { from: 'First?', text: 'Zuerst?' },
  });
});

test('half of a block that was split says nothing in another language yet', () => {
  const { written, state, counting } = translated();
  const { state: after, transactions } = state().applyTransaction(state().tr.split(6));
  written.follow(after.doc, transactions);
  expect(written.read().body.content).toHaveLength(3);
  expect(Object.keys(written.read().translations?.de?.blocks ?? {})).toHaveLength(2);
  expect(written.read().translations?.de?.blocks).toHaveProperty(counting);
});
