import type { JSONContent } from '@tiptap/core';
import { baseKeymap, joinBackward, lift, setBlockType, splitBlock, toggleMark, wrapIn } from '@tiptap/pm/commands';
import { redo, undo } from '@tiptap/pm/history';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from '@tiptap/pm/schema-list';
import { type Command, TextSelection } from '@tiptap/pm/state';
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, mergeCells, toggleHeader } from '@tiptap/pm/tables';
import fc from 'fast-check';
import { v4 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { ModuleDocument } from '../../../../src/shared/model/document.ts';
import { addSection, removeSection } from '../../../../src/shared/schema/accordion.ts';
import { Desk } from './editor.ts';

/** Fixed, so that a landing never depends on chance; change it to look further. */
const seed = 1789;
const hash = 'a'.repeat(64);
const whole = {
  image: { media: hash, alt: '', decorative: false, width: 10, height: 10 },
  video: { media: hash, poster: null, title: '', duration: 3, width: 10, height: 10 },
  quiz: { quiz: { kind: 'single', question: '', options: [], explanation: '' } },
  steps: { steps: [{ id: 'c9a646d3-9c61-4cd6-9d4f-6f2f4ed0a6f3', heading: '', text: '' }] },
  flipCards: { cards: [{ id: 'c9a646d3-9c61-4cd6-9d4f-6f2f4ed0a6f3', front: { text: '' }, back: { text: '' } }] },
  reflection: { question: '' },
  askMe: { invitation: '' },
  resource: { title: '', address: '', about: '' },
};

/** Blocks that hold prose, as they are when they are new. */
const line = { type: 'paragraph' };
const section = { type: 'accordionSection', content: [{ type: 'accordionTitle' }, line] };
const row = (cell: string) => ({ type: 'tableRow', content: [1, 2].map(() => ({ type: cell, content: [line] })) });
const prose: Record<string, JSONContent> = {
  callout: { type: 'callout', attrs: { tone: 'warning' }, content: [line] },
  table: { type: 'table', content: [row('tableHeader'), row('tableCell')] },
  code: { type: 'codeBlock' },
  accordion: { type: 'accordion', content: [section, section] },
  checklist: { type: 'checklist', content: [{ type: 'checkItem', content: [line] }] },
  colleague: { type: 'colleagueQuote', content: [line] },
};

/** One thing an author may do; `a` and `b` are places as shares of the document. */
const deed = fc.record({
  what: fc.constantFrom(
    'type', 'split', 'delete', 'join', 'lift', 'quote', 'bullets', 'numbers', 'heading', 'paragraph', 'bold', 'code',
    'sink', 'liftItem', 'splitItem', 'image', 'video', 'quiz', 'steps', 'flipCards', 'reflection', 'askMe', 'copy', 'undo', 'redo', 'enter', 'backspace', 'break', 'resource',
    'callout', 'table', 'codeBlock', 'accordion', 'checklist', 'colleague', 'inCallout', 'inChecklist', 'toCode', 'splitPoint', 'liftPoint',
    'addSection', 'removeSection', 'addRow', 'addColumn', 'removeRow', 'removeColumn', 'headerRow', 'headerColumn', 'merge', 'paste',
  ),
  a: fc.double({ min: 0, max: 1, noNaN: true }),
  b: fc.double({ min: 0, max: 1, noNaN: true }),
  text: fc.string({ minLength: 1, maxLength: 12 }),
}); // biome-ignore format: one row of deeds reads better than a column

function perform(desk: Desk, { what, a, b, text }: typeof deed extends fc.Arbitrary<infer D> ? D : never): void {
  const { nodes, marks } = desk.schema;
  const { size } = desk.state.doc.content;
  const [from, to] = [Math.round(Math.min(a, b) * size), Math.round(Math.max(a, b) * size)];
  const { doc } = desk.state;
  desk.do((state, dispatch) => {
    dispatch?.(state.tr.setSelection(TextSelection.between(doc.resolve(from), doc.resolve(to))));
    return true;
  });
  const node = (name: string) => {
    const type = nodes[name];
    if (!type) throw new Error(`The schema has no ${name}`);
    return type;
  };
  const insert =
    (name: keyof typeof whole): Command =>
    (state, dispatch) => {
      dispatch?.(state.tr.replaceSelectionWith(node(name).create(whole[name])));
      return true;
    };
  const insertProse =
    (name: string): Command =>
    (state, dispatch) => {
      dispatch?.(state.tr.replaceSelectionWith(state.schema.nodeFromJSON(prose[name])));
      return true;
    };
  const mark = (name: string): Command => {
    const type = marks[name];
    if (!type) throw new Error(`The schema has no ${name}`);
    return toggleMark(type);
  };
  const commands: Record<typeof what, Command> = {
    type: (state, dispatch) => {
      dispatch?.(state.tr.insertText(text));
      return true;
    },
    split: splitBlock,
    delete: (state, dispatch) => {
      dispatch?.(state.tr.deleteRange(from, to));
      return true;
    },
    join: joinBackward,
    lift,
    quote: wrapIn(node('blockquote')),
    bullets: wrapInList(node('bulletList')),
    numbers: wrapInList(node('orderedList')),
    heading: setBlockType(node('heading'), { level: 2 }),
    paragraph: setBlockType(node('paragraph')),
    bold: mark('bold'),
    code: mark('code'),
    sink: sinkListItem(node('listItem')),
    liftItem: liftListItem(node('listItem')),
    splitItem: splitListItem(node('listItem')),
    image: insert('image'),
    video: insert('video'),
    quiz: insert('quiz'),
    steps: insert('steps'),
    flipCards: insert('flipCards'),
    reflection: insert('reflection'),
    askMe: insert('askMe'),
    resource: insert('resource'),
    callout: insertProse('callout'),
    table: insertProse('table'),
    codeBlock: insertProse('code'),
    accordion: insertProse('accordion'),
    checklist: insertProse('checklist'),
    colleague: insertProse('colleague'),
    inCallout: wrapIn(node('callout')),
    inChecklist: wrapInList(node('checklist')),
    toCode: setBlockType(node('codeBlock'), { language: 'SQL' }),
    splitPoint: splitListItem(node('checkItem')),
    liftPoint: liftListItem(node('checkItem')),
    addSection,
    removeSection,
    addRow: addRowAfter,
    addColumn: addColumnAfter,
    removeRow: deleteRow,
    removeColumn: deleteColumn,
    headerRow: toggleHeader('row'),
    headerColumn: toggleHeader('column'),
    merge: mergeCells,
    paste: (state, dispatch) => {
      dispatch?.(state.tr.replaceRange(to, to, state.doc.slice(from, Math.min(to, from + 60))));
      return true;
    },
    copy: (state, dispatch) => {
      dispatch?.(state.tr.replace(0, 0, state.doc.slice(from, Math.min(to, from + 40))));
      return true;
    },
    undo,
    redo,
    enter: baseKeymap.Enter ?? splitBlock,
    backspace: baseKeymap.Backspace ?? joinBackward,
    break: (state, dispatch) => {
      dispatch?.(state.tr.replaceSelectionWith(node('hardBreak').create()));
      return true;
    },
  };
  desk.do(commands[what]);
}

describe('a document made by the editor', () => {
  test('is always a valid module document whose blocks have ids of their own', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 25 }), (deeds) => {
        const desk = new Desk();
        for (const one of deeds) perform(desk, one);
        const parsed = ModuleDocument.safeParse(desk.document);
        expect(parsed.error?.issues ?? []).toEqual([]);
        expect(new Set(desk.ids).size).toBe(desk.ids.length);
      }),
      { numRuns: 100, seed },
    );
  });

  test('takes another kind of text for two empty paragraphs and goes on', () => {
    const desk = new Desk();
    const all = { a: 0, b: 1, text: 'x' };
    for (const what of ['split', 'heading'] as const) perform(desk, { what, ...all });
    expect(desk.state.doc.toString()).toBe('doc(heading, heading)');
    expect(new Set(desk.ids).size).toBe(2);
  });

  test('gives it back unchanged when it is opened again', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 15 }), (deeds) => {
        const desk = new Desk();
        for (const one of deeds) perform(desk, one);
        const saved = ModuleDocument.parse(desk.document);
        const opened = new Desk(saved as JSONContent);
        expect(ModuleDocument.parse(opened.document)).toEqual(saved);
      }),
      { numRuns: 30, seed },
    );
  });
});

describe('block ids', () => {
  const paragraph = (id: string, text: string) => ({ type: 'paragraph', attrs: { id }, content: [{ type: 'text', text }] });

  test('survive typing, formatting and turning a paragraph into a heading', () => {
    const id = v4();
    const desk = new Desk({ type: 'doc', content: [paragraph(id, 'First')] });
    for (const what of ['type', 'bold', 'heading'] as const) perform(desk, { what, a: 0.4, b: 0.9, text: 'x' });
    expect(desk.ids).toEqual([id]);
    expect(desk.state.doc.firstChild?.type.name).toBe('heading');
  });

  test('a copy gets a new one, and the original keeps its own', () => {
    const [one, two] = [v4(), v4()];
    const desk = new Desk({ type: 'doc', content: [paragraph(one, 'First'), paragraph(two, 'Second')] });
    desk.do((state, dispatch) => {
      dispatch?.(state.tr.insert(state.doc.content.size, state.doc.firstChild ? [state.doc.firstChild] : []));
      return true;
    });
    expect(desk.ids.slice(0, 2)).toEqual([one, two]);
    expect(desk.ids).toHaveLength(3);
    expect(new Set(desk.ids).size).toBe(3);
  });

  test('a copy of a video asks questions of its own, under new ids', () => {
    const [block, question] = [v4(), v4()];
    const attrs = { id: block, media: 'a'.repeat(64), poster: null, title: '', duration: 9, width: 16, height: 9 };
    const quiz = { kind: 'order', question: 'First?', explanation: '', items: [] };
    const desk = new Desk({ type: 'doc', content: [{ type: 'video', attrs: { ...attrs, questions: [{ id: question, at: 2, quiz }] } }] });
    desk.do((state, dispatch) => {
      dispatch?.(state.tr.insert(state.doc.content.size, state.doc.firstChild ? [state.doc.firstChild] : []));
      return true;
    });
    const [original, copy] = desk.state.doc.content.content.map((node) => node.attrs.questions[0]);
    expect(original).toEqual({ id: question, at: 2, quiz });
    expect(copy).toMatchObject({ at: 2, quiz });
    expect(copy.id).not.toBe(question);
  });

  test('splitting a block at its start leaves the id with the words', () => {
    const id = v4();
    const desk = new Desk({ type: 'doc', content: [paragraph(id, 'First')] });
    perform(desk, { what: 'split', a: 0, b: 0, text: '' });
    expect(desk.ids).toHaveLength(2);
    expect(desk.ids[1]).toBe(id);
  });

  test('what comes from another document gets one of its own', () => {
    const foreign = v4();
    const desk = new Desk();
    desk.do((state, dispatch) => {
      dispatch?.(state.tr.insert(0, desk.schema.nodeFromJSON(paragraph(foreign, 'Theirs'))));
      return true;
    });
    expect(desk.ids).toHaveLength(2);
    expect(desk.ids).not.toContain(foreign);
  });

  test('more blocks than a document may have are refused', () => {
    const content = Array.from({ length: 500 }, () => paragraph(v4(), 'x'));
    const desk = new Desk({ type: 'doc', content });
    perform(desk, { what: 'split', a: 0.5, b: 0.5, text: '' });
    expect(desk.state.doc.childCount).toBe(500);
    perform(desk, { what: 'backspace', a: 0.2, b: 0.3, text: '' });
    expect(desk.state.doc.childCount).toBeLessThan(500);
  });
});
