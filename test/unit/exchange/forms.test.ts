import { expect, test } from 'vitest';
import { settle } from '../../../src/main/exchange/convert/settle.ts';
import { parseMarkdown } from '../../../src/main/exchange/markdown/parse.ts';
import { readMarkdown } from '../../../src/main/exchange/markdown/read.ts';
import { writeMarkdown } from '../../../src/main/exchange/markdown/write.ts';
import { textsOfBlock } from '../../../src/shared/model/blocks/index.ts';

const nothing = new Map();
const read = (text: string) =>
  settle(
    readMarkdown(parseMarkdown(text), () => null),
    nothing,
    'lesson',
  );
const forms = [
  '| Size | Heat |\n| ---- | ---- |\n| Small | **80** |',
  '```sql\nselect 1;\nselect 2;\n```',
  '- [ ] Pull the plug\n- [ ] Wait',
].join('\n\n');

test('tables, code and checklists come in as what they are, and nothing is said to be lost', () => {
  const { content, dropped } = read(forms);
  expect(dropped).toEqual([]);
  expect(content.body.content.map(({ type }) => type)).toEqual(['table', 'codeBlock', 'checklist']);
  expect(content.body.content.map(textsOfBlock)).toEqual([
    ['Size', 'Heat', 'Small', '80'],
    ['select 1;', 'select 2;'],
    ['Pull the plug', 'Wait'],
  ]);
  const [table] = content.body.content;
  expect(table).toMatchObject({ content: [{ content: [{ type: 'tableHeader' }, {}] }, { content: [{ type: 'tableCell' }, {}] }] });
});

test('they go out as they came in', () => {
  const { content } = read(forms);
  const { text, dropped } = writeMarkdown(content, () => 'image/png');
  expect(dropped).toEqual([]);
  const again = read(text);
  expect(again.content.body.content.map(({ type }) => type)).toEqual(['table', 'codeBlock', 'checklist']);
  expect(again.content.body.content.map(textsOfBlock)).toEqual(content.body.content.map(textsOfBlock));
});

test('sections and cards of other programs keep their form, and more cards than a block holds go on in the next', () => {
  const cards = Array.from({ length: 30 }, (_, index) => ({ front: `Front ${index}`, back: 'x'.repeat(500) }));
  const { content, dropped } = settle(
    {
      title: 'Till',
      objective: '',
      language: 'en',
      blocks: [
        { type: 'folds', parts: [{ title: 'Where?', text: [] }], where: 'the first part' },
        { type: 'sides', cards, where: 'the second part' },
      ],
      dropped: [],
    },
    nothing,
    'till',
  );
  expect(content.body.content.map(({ type }) => type)).toEqual(['accordion', 'flipCards', 'flipCards']);
  expect(content.body.content.slice(0, 1).flatMap(textsOfBlock)).toEqual(['Where?']);
  expect(dropped.length).toBeGreaterThan(0);
  expect(dropped[0]?.what).toContain('text of a card');
});
