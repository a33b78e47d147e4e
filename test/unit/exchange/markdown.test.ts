import fc from 'fast-check';
import { expect, test } from 'vitest';
import { settle } from '../../../src/main/exchange/convert/settle.ts';
import { levelsOfMarks } from '../../../src/main/exchange/markdown/nesting.ts';
import { parseMarkdown } from '../../../src/main/exchange/markdown/parse.ts';
import { readMarkdown } from '../../../src/main/exchange/markdown/read.ts';
import { writeMarkdown } from '../../../src/main/exchange/markdown/write.ts';
import { type Block, textsOfBlock } from '../../../src/shared/model/blocks/index.ts';
import type { Inline } from '../../../src/shared/model/blocks/inline.ts';
import { TooDeep } from '../../../src/shared/model/depth.ts';
import { ModuleContent } from '../../../src/shared/model/module.ts';

const beside = (address: string) => (address.startsWith('pictures/') ? address : null);
const kept = new Map([['pictures/till.png', { as: 'picture' as const, hash: 'a'.repeat(64), width: 640, height: 480 }]]);
const lesson = (text: string) => settle(readMarkdown(parseMarkdown(text), beside), kept, 'till');
/** Blocks without their ids, as they read. */
const bare = (content: ModuleContent): unknown =>
  JSON.parse(JSON.stringify(content.body.content, (key, value) => (key === 'id' ? undefined : value)));
const wordsOf = (content: ModuleContent): string[] =>
  content.body.content.flatMap(textsOfBlock).flatMap((text) => text.split(/\s+/).filter(Boolean));

test('title, objective and language come from the head; other entries are reported', () => {
  const { content, dropped } = lesson('---\ntitle: Closing the till\nobjective: Close it alone\nlang: de\nauthor: Mara\n---\n\nCount it.');
  expect(content).toMatchObject({ title: 'Closing the till', objective: 'Close it alone', language: 'de' });
  expect(dropped).toEqual([expect.objectContaining({ what: '“author” and what stands behind it' })]);
});

test('without a head the first line is the title, and without that the name of the file', () => {
  expect(lesson('# Closing *the* till\n\nCount it.').content.title).toBe('Closing the till');
  expect(lesson('Count it.').content.title).toBe('till');
});

test('headings, marks, links, lists in lists, quotes and pictures become the blocks they are', () => {
  const { content, dropped } = lesson(
    '## Count\n\nSay **it** *softly* with `code` and [help](https://example.com/help).\n\n1. one\n   - in one\n2. two\n\n> Said\n>\n> twice\n\nBefore ![the till](pictures/till.png) after',
  );
  const said = (text: string, ...marks: unknown[]) => ({ type: 'text', text, ...(marks.length > 0 && { marks }) });
  const inner = (text: string) => ({ type: 'paragraph', content: [said(text)] });
  expect(bare(content)).toEqual([
    { type: 'heading', attrs: { level: 2 }, content: [said('Count')] },
    {
      type: 'paragraph',
      attrs: {},
      content: [
        said('Say '),
        said('it', { type: 'bold' }),
        said(' '),
        said('softly', { type: 'italic' }),
        said(' with '),
        said('code', { type: 'code' }),
        said(' and '),
        said('help', { type: 'link', attrs: { href: 'https://example.com/help' } }),
        said('.'),
      ],
    },
    {
      type: 'orderedList',
      attrs: {},
      content: [
        { type: 'listItem', content: [inner('one'), { type: 'bulletList', content: [{ type: 'listItem', content: [inner('in one')] }] }] },
        { type: 'listItem', content: [inner('two')] },
      ],
    },
    { type: 'blockquote', attrs: {}, content: [inner('Said'), inner('twice')] },
    { type: 'paragraph', attrs: {}, content: [said('Before')] },
    { type: 'image', attrs: { media: 'a'.repeat(64), alt: 'the till', decorative: false, width: 640, height: 480 } },
    { type: 'paragraph', attrs: {}, content: [said('after')] },
  ]);
  expect(dropped).toEqual([]);
});

test('what is left out is said with its line: far pictures, scripts, lines, struck words, odd addresses', () => {
  const { content, dropped } = lesson(
    [
      '![far](https://example.com/a.png)',
      '![lost](lost.png)',
      '<script>alert(1)</script>',
      '---',
      '~~old~~',
      '[run](javascript:alert(1))',
    ].join('\n\n'),
  );
  expect(dropped.map(({ what, where }) => `${what} @ ${where}`)).toEqual([
    'The picture https://example.com/a.png (far) @ line 1',
    'The picture lost.png (lost) @ line 3',
    'A script @ line 5',
    'A dividing line @ line 7',
    'Striking out @ line 9',
    'The address of a link (javascript:alert(1)) @ line 11',
  ]);
  expect(JSON.stringify(content)).not.toContain('alert(1)');
  expect(wordsOf(content)).toEqual(['[far]', '[lost]', 'old', 'run']);
});

test('a head that is no list of names, or that multiplies itself, costs only the head', () => {
  const laughs = `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b,*b]`;
  for (const head of ['- just\n- a list', laughs, '{ not: closed']) {
    const { content, dropped } = lesson(`---\n${head}\n---\n\nCount it.`);
    expect(wordsOf(content)).toEqual(['Count', 'it.']);
    expect(dropped).toContainEqual(expect.objectContaining({ what: 'The head of the file' }));
  }
});

test('whatever a text holds, a valid lesson comes of it', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      '# ',
      '- [ ] ',
      '1. ',
      '> ',
      '```',
      '|a|b|\n|-|-|\n|c|',
      '![x](y)',
      '[a](b "c")',
      '<div>',
      '</p>',
      '<img src=x onerror=y>',
      '**',
      '`',
      '\n',
      '\n\n',
      '  ',
      '&nbsp;',
      '[^1]',
      '[^1]: note',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const { content } = lesson(pieces.join(''));
      expect(ModuleContent.safeParse(content).success).toBe(true);
    }),
    { numRuns: 300 },
  );
});

const id = () => crypto.randomUUID();
const word = fc.oneof(
  fc.stringMatching(/^[\p{L}\p{N}]{1,8}$/u),
  fc.constantFrom(
    '*',
    '_',
    '#',
    '-',
    '1.',
    '>',
    '|',
    '`',
    '<b>',
    '[x]',
    '![',
    '~~',
    '\\',
    '&amp;',
    '+',
    'www.a.de',
    'a@b.de',
    ':',
    '---',
    '===',
    '!',
  ),
);
const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '));
const marks = fc.subarray([{ type: 'bold' } as const, { type: 'italic' } as const, { type: 'code' } as const]);
const inlines = fc
  .array(fc.tuple(line, marks), { minLength: 1, maxLength: 3 })
  .map((runs) =>
    runs.flatMap(([text, set], index): Inline[] => [
      ...(index > 0 ? [{ type: 'text', text: ' ' } as const] : []),
      { type: 'text', text, ...(set.length > 0 && { marks: set }) },
    ]),
  );
const items = (content: Inline[][]) =>
  content.map((one) => ({ type: 'listItem' as const, content: [{ type: 'paragraph' as const, content: one }] }));
const block = fc.oneof(
  inlines.map((content): Block => ({ type: 'paragraph', attrs: { id: id() }, content })),
  inlines.map((content): Block => ({ type: 'heading', attrs: { id: id(), level: 2 }, content })),
  fc
    .array(inlines, { minLength: 1, maxLength: 3 })
    .map((content): Block => ({ type: 'bulletList', attrs: { id: id() }, content: items(content) })),
  fc
    .array(inlines, { minLength: 1, maxLength: 3 })
    .map((content): Block => ({ type: 'orderedList', attrs: { id: id(), start: 3 }, content: items(content) })),
  fc.array(inlines, { minLength: 1, maxLength: 2 }).map(
    (content): Block => ({
      type: 'blockquote',
      attrs: { id: id() },
      content: content.map((one) => ({ type: 'paragraph', content: one })),
    }),
  ),
);

test('a lesson that goes to Markdown and comes back keeps its words and their order', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), line, (content, title) => {
      const before = ModuleContent.parse({ title, objective: 'Do it: "alone"', language: 'en', body: { type: 'doc', content } });
      const { text } = writeMarkdown(before, () => 'image/png');
      const after = settle(
        readMarkdown(parseMarkdown(text), () => null),
        new Map(),
        'x',
      ).content;
      expect(wordsOf(after)).toEqual(wordsOf(before));
      expect({ title: after.title, objective: after.objective }).toEqual({ title: before.title, objective: before.objective });
    }),
    { numRuns: 300 },
  );
});

const nested = (count: number, open: string, close: string) => `${open.repeat(count)}text${close.repeat(count)}`;
const pairs = {
  bold: ['**a ', ' b**'],
  emphasis: ['_a ', ' b_'],
  both: ['*a _b ', ' b_ a*'],
  struck: ['~~a ', ' b~~'],
  'without words between': ['*', '*'],
  'closed at once': ['*a ', '*'],
  links: ['[a', '](b)'],
  pictures: ['![a', '](b)'],
  brackets: ['[', ']'],
} as const;

// The parser would need hours for these.
test.each(Object.entries(pairs))('a hundred thousand levels of marks are refused at once: %s', (_name, [open, close]) => {
  expect(() => lesson(nested(100_000, open, close))).toThrow(TooDeep);
});

test.each(Object.entries(pairs))('a hundred levels of marks are read: %s', (_name, [open, close]) => {
  expect(wordsOf(lesson(nested(100, open, close)).content).join(' ')).toContain('text');
});

test('marks side by side, in other paragraphs, escaped, or never closed stand in no other', () => {
  expect(levelsOfMarks('**a** *b* [c](d) '.repeat(1000))).toBe(1);
  expect(levelsOfMarks('**a *b* c**\n\n'.repeat(1000))).toBe(2);
  expect(levelsOfMarks('\\*a '.repeat(1000) + '\\*'.repeat(1000))).toBe(0);
  expect(levelsOfMarks('int *p; '.repeat(1000))).toBe(0);
  expect(levelsOfMarks('3 * 4 * 5 _ 6'.repeat(1000))).toBe(0);
});

test.each([
  ['quotes', '> a\n\n'.repeat(6000)],
  ['lists in lists', '- a\n  - b\n'.repeat(3000)],
  ['quotes of quotes', `${'> '.repeat(60)}a\n\n`.repeat(100)],
  ['marks in a paragraph', '**a** '.repeat(6000)],
])('more than any lesson holds is refused before it is parsed: %s', (_name, text) => {
  expect(() => lesson(text)).toThrow(expect.objectContaining({ name: 'TooLong' }));
  expect(() => lesson(text.slice(0, text.length / 10))).not.toThrow();
});

test('of thousands of things that were left out some are told one by one, and the others by their number', () => {
  const { dropped } = lesson('***\n\n'.repeat(3000));
  expect(dropped).toHaveLength(1001);
  expect(dropped[0]).toMatchObject({ what: 'A dividing line', where: 'line 1' });
  expect(dropped.at(-1)).toMatchObject({ what: '2000 more' });
});

test('a heading of many columns over many rows becomes no more cells than a page can show, and what is left out is said', () => {
  const wide = `${'|a'.repeat(150)}|\n${'|-'.repeat(150)}|\n${'|b|\n'.repeat(300)}`;
  const { content, dropped } = lesson(wide);
  const [table] = content.body.content;
  const rows = table?.type === 'table' ? table.content : [];
  expect(rows.map((row) => row.content?.length)).toEqual(Array.from({ length: 200 }, () => 100));
  expect(dropped.map(({ what }) => what)).toEqual(['The last 50 columns of a table', 'The last 101 rows of a table']);
});

test('what Markdown has no place for is said: where a picture was cropped, and what is said beside a lesson', () => {
  const picture = { media: 'a'.repeat(64), alt: 'The till', decorative: false, width: 640, height: 480 };
  const crop = { x: 0, y: 0, width: 0.5, height: 1 };
  const content = ModuleContent.parse({
    title: 'Till',
    objective: 'Close it',
    language: 'en',
    skills: ['Cash'],
    freshness: { owner: 'Jo', sources: ['Handbook, page 4'] },
    kept: [{ rule: 'length', because: 'it has to be' }],
    body: { type: 'doc', content: [picture, { ...picture, crop }].map((attrs) => ({ type: 'image', attrs: { id: id(), ...attrs } })) },
  });
  expect(writeMarkdown(content, () => 'image/png').dropped).toEqual([
    { what: 'Which part of the picture is shown (“The till”)', where: 'part 2', why: expect.any(String) },
    { what: 'Skills', where: 'beside the lesson', why: expect.any(String) },
    { what: 'Who looks after it, until when, and its sources', where: 'beside the lesson', why: expect.any(String) },
    { what: 'Words on warnings that stay', where: 'beside the lesson', why: expect.any(String) },
  ]);
});
