import { createHash } from 'node:crypto';
import { splitBlock } from '@tiptap/pm/commands';
import { TextSelection } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { ModuleDocument } from '../../../../src/shared/model/document.ts';
import { canonicalJson, ModuleContent } from '../../../../src/shared/model/module.ts';
import { Desk } from './editor.ts';

const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
const takenFrom = { module: id, block: id, hash: 'a'.repeat(64) };
const document = (attrs: object) => ({
  type: 'doc',
  content: [{ type: 'paragraph', attrs, content: [{ type: 'text', text: 'Warm it.' }] }],
});
const content = (body: unknown) => ModuleContent.parse({ title: 'T', objective: '', language: 'en', body });
const hash = (body: unknown) =>
  createHash('sha256')
    .update(canonicalJson(content(body)))
    .digest('hex');

test('a module of before keeps the hash of its revision, after the editor had it too', () => {
  const before = document({ id });
  const known =
    '{"body":{"content":[{"attrs":{"id":"0f8fad5b-d9cb-469f-a165-70867728950e"},"content":[{"text":"Warm it.","type":"text"}],"type":"paragraph"}],"type":"doc"},"language":"en","objective":"","title":"T"}';
  expect(canonicalJson(content(before))).toBe(known);
  expect(hash(new Desk(before).document)).toBe(hash(before));
});

test('where a text was taken from is kept by the editor, and not given to what is split off', () => {
  const desk = new Desk(document({ id, takenFrom }));
  const end = desk.state.doc.content.size - 1;
  desk.do((state, dispatch) => {
    dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, end)));
    return true;
  });
  desk.do(splitBlock);
  const [first, second] = ModuleDocument.parse(desk.document).content;
  expect(first?.attrs.takenFrom).toEqual(takenFrom);
  expect(second?.attrs.takenFrom).toBeUndefined();
});

test('a source that is none is refused', () => {
  expect(ModuleDocument.safeParse(document({ id, takenFrom: { ...takenFrom, module: 'javascript:1' } })).success).toBe(false);
});
