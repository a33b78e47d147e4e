import { Block } from '../../../../src/shared/model/blocks/index.ts';
import { ModuleContent } from '../../../../src/shared/model/module.ts';
import { addLanguage, setText } from '../../../../src/shared/model/translation/change.ts';
import { standingsIn } from '../../../../src/shared/model/translation/standing.ts';
import { hashOf, idOf } from '../difference/documents.ts';

const line = (words: string, id?: number) => ({
  type: 'paragraph',
  ...(id !== undefined && { attrs: { id: idOf(id) } }),
  content: [{ type: 'text', text: words }],
});
const picture = (alt: string) => ({ media: hashOf(1), alt, decorative: false, width: 4, height: 3 });
const asked = {
  question: 'What first?',
  explanation: 'Because.',
  hints: ['Look up', 'Look down'],
  feedback: { right: 'Yes', wrong: 'No' },
};
const address = 'https://intranet.example/till';

const blocks: unknown[] = [
  {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'Press ' },
      { type: 'text', text: 'Save', marks: [{ type: 'bold' }] },
      { type: 'text', text: ', then read ' },
      { type: 'text', text: 'the rules', marks: [{ type: 'link', attrs: { href: address } }] },
      { type: 'hardBreak' },
      { type: 'text', text: 'and write <1> in the field.' },
    ],
  },
  { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Tools' }] },
  { type: 'bulletList', content: [{ type: 'listItem', content: [line('Gloves', 101), line('of leather')] }] },
  { type: 'orderedList', content: [{ type: 'listItem', content: [line('Open it')] }] },
  { type: 'blockquote', content: [line('Slowly')] },
  { type: 'callout', attrs: { tone: 'tip' }, content: [line('Count twice')] },
  {
    type: 'table',
    attrs: { caption: 'Sizes' },
    content: [
      {
        type: 'tableRow',
        content: ['Small', 'Large'].map((cell) => ({ type: 'tableHeader', attrs: { colspan: 1, rowspan: 1 }, content: [line(cell)] })),
      },
    ],
  },
  { type: 'codeBlock', attrs: { language: 'SQL' }, content: [{ type: 'text', text: 'select 1;' }] },
  {
    type: 'accordion',
    content: [
      { type: 'accordionSection', content: [{ type: 'accordionTitle', content: [{ type: 'text', text: 'Where?' }] }, line('In the hall')] },
    ],
  },
  { type: 'checklist', content: [{ type: 'checkItem', attrs: { id: idOf(102) }, content: [line('Lock the door')] }] },
  { type: 'colleagueQuote', attrs: { name: 'Mara', role: 'Cashier', photo: null }, content: [line('I count aloud')] },
  { type: 'resource', attrs: { title: 'The rules', address, about: 'All of them' } },
  { type: 'image', attrs: { ...picture('An open drawer'), caption: 'How it looks' } },
  {
    type: 'video',
    attrs: {
      media: hashOf(2),
      poster: null,
      title: 'Closing',
      duration: 60,
      width: 16,
      height: 9,
      questions: [
        {
          id: idOf(103),
          at: 5,
          quiz: { ...asked, kind: 'order', items: ['one', 'two'].map((text) => ({ id: text, text: `Step ${text}`, feedback: 'Hm' })) },
        },
      ],
    },
  },
  {
    type: 'quiz',
    attrs: {
      quiz: {
        ...asked,
        kind: 'single',
        options: ['a', 'b'].map((id) => ({ id, text: `Answer ${id}`, correct: id === 'a', feedback: 'Hm' })),
      },
    },
  },
  { type: 'quiz', attrs: { quiz: { ...asked, kind: 'match', pairs: [{ id: 'p', left: 'Key', right: 'Lock', feedback: '' }] } } },
  {
    type: 'quiz',
    attrs: {
      quiz: {
        ...asked,
        kind: 'fill',
        ignores: { case: true, spaces: true, diacritics: false },
        parts: [
          { type: 'text', text: 'The ' },
          { type: 'gap', id: 'g', accepts: ['red', 'crimson'], feedback: 'A colour' },
          { type: 'text', text: ' button stops ' },
          { type: 'gap', id: 'h', accepts: ['all'], feedback: '' },
        ],
      },
    },
  },
  {
    type: 'quiz',
    attrs: {
      quiz: {
        ...asked,
        kind: 'hotspot',
        picture: { media: hashOf(3), alt: 'A panel', width: 4, height: 3 },
        regions: [{ id: 'r', label: 'The switch', x: 0, y: 0, width: 0.5, height: 0.5, correct: true, feedback: '' }],
      },
    },
  },
  {
    type: 'steps',
    attrs: { steps: [{ id: idOf(104), heading: 'Open', text: 'Turn it.\nPull it.', shows: { as: 'picture', ...picture('A key') } }] },
  },
  {
    type: 'flipCards',
    attrs: { cards: [{ id: idOf(105), front: { text: 'Float' }, back: { text: 'Money for change', picture: picture('Coins') } }] },
  },
  { type: 'reflection', attrs: { question: 'When did you last count?' } },
  { type: 'askMe', attrs: { invitation: 'Ask me about the till' } },
];

/** One block of every kind, each with every text it can have. */
export const everyBlock: Block[] = blocks.map((block, index) => {
  const { attrs, ...rest } = block as { attrs?: object };
  return Block.parse({ ...rest, attrs: { ...attrs, id: idOf(index) } });
});

export const everything = ModuleContent.parse({
  title: 'Closing the till',
  objective: 'Close it alone',
  language: 'en',
  body: { type: 'doc', content: everyBlock },
});

/** Words in another language that keep every mark and gap: `write` is given what stands between them. */
export const rewritten = (text: string, write: (words: string) => string): string =>
  text
    .split(/(\\*<\/?\d+\/?>|\n)/u)
    .map((part) => (part.trim() === '' || /^(\\*<\/?\d+\/?>|\n)$/u.test(part) ? part : write(part)))
    .join('');

/** A module with every text written in a language. */
export const translated = (content: ModuleContent, language = 'de', write = (words: string) => words.toUpperCase()): ModuleContent =>
  standingsIn(content, undefined).reduce(
    (written, { block, unit }) =>
      setText(written, language, { block, key: unit.key }, { from: unit.text, text: rewritten(unit.text, write) }),
    addLanguage(content, language),
  );
