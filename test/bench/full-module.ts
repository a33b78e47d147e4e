import type { z } from 'zod';
import { Block } from '../../src/shared/model/blocks/index.ts';
import type { ModuleContent } from '../../src/shared/model/module.ts';

/** A file that blocks show. */
export interface Shown {
  media: string;
  width: number;
  height: number;
}

interface FullModule {
  /** How many blocks it has; the kinds take turns. */
  blocks: number;
  /** How many words it has, or a few more. */
  words: number;
  picture: Shown;
  video: Shown & { duration: number };
}

const vocabulary = 'the till is closed by two colleagues who count notes and coins before the administrative documentation is signed'.split(
  ' ',
);

/** Sentences of fourteen words, the same in every run. */
export const prose = (count: number, seed: number): string =>
  Array.from({ length: count }, (_, index) => {
    const word = vocabulary[(index * 7 + seed * 3) % vocabulary.length] ?? 'till';
    return index % 14 === 13 ? `${word}.` : word;
  }).join(' ');

const idOf = (index: number, part = 0): string => `0197a3c1-0000-4000-8000-${String(index * 100 + part).padStart(12, '0')}`;

const text = (words: string) => ({ type: 'text' as const, text: words });
const line = (words: string) => ({ type: 'paragraph' as const, content: [text(words)] });

/** One block of each kind, and a question of each kind: what an author can put into a module. `length` is the words of a long one. */
function kindsAt(index: number, length: number, { picture, video }: Pick<FullModule, 'picture' | 'video'>): z.input<typeof Block>[] {
  const attrs = { id: idOf(index) };
  const say = (count: number, part = 0) => prose(count, index + part);
  const seen = { ...picture, alt: say(9), decorative: false };
  const cell = (type: 'tableCell' | 'tableHeader', part: number) => ({
    type,
    attrs: { colspan: 1, rowspan: 1 },
    content: [line(say(6, part))],
  });
  const row = (type: 'tableCell' | 'tableHeader', part: number) => ({
    type: 'tableRow' as const,
    content: [0, 1, 2].map((column) => cell(type, part + column)),
  });
  const asked = { question: `What is ${say(8)}?`, explanation: say(16), hints: [say(8, 1)] };
  const parts = [0, 1, 2].map((part) => ({ id: `part-${part}`, feedback: say(10, part) }));
  const options = parts.map((part, at) => ({ ...part, text: say(6, at), correct: at === 0 }));
  const quiz = { ...asked, kind: 'single' as const, options };
  const linked = { ...text('here'), marks: [{ type: 'link' as const, attrs: { href: `https://a.example/${index}` } }] };
  const prosaic: z.input<typeof Block>[] = [
    { type: 'heading', attrs: { ...attrs, level: 2 }, content: [text(say(4))] },
    { type: 'paragraph', attrs, content: [text(`${say(length)} `), linked] },
    { type: 'bulletList', attrs, content: [1, 2, 3].map((part) => ({ type: 'listItem', content: [line(say(length / 3, part))] })) },
    { type: 'orderedList', attrs, content: [1, 2, 3].map((part) => ({ type: 'listItem', content: [line(say(length / 3, part))] })) },
    { type: 'blockquote', attrs, content: [line(say(length / 2))] },
    { type: 'callout', attrs: { ...attrs, tone: 'warning' }, content: [line(say(length / 2))] },
    { type: 'table', attrs: { ...attrs, caption: say(5) }, content: [row('tableHeader', 1), row('tableCell', 2), row('tableCell', 3)] },
    { type: 'codeBlock', attrs: { ...attrs, language: 'SQL' }, content: [text('select *\n  from tills\n where closed is null;')] },
    {
      type: 'accordion',
      attrs,
      content: [1, 2, 3].map((part) => ({
        type: 'accordionSection',
        content: [{ type: 'accordionTitle', content: [text(say(4, part))] }, line(say(length / 3, part))],
      })),
    },
    {
      type: 'checklist',
      attrs,
      content: [1, 2, 3, 4].map((part) => ({ type: 'checkItem', attrs: { id: idOf(index, part) }, content: [line(say(8, part))] })),
    },
    { type: 'colleagueQuote', attrs: { ...attrs, name: 'Mara Lindt', role: 'Till', photo: picture.media }, content: [line(say(30))] },
  ];
  const whole: z.input<typeof Block>[] = [
    { type: 'resource', attrs: { ...attrs, title: say(5), address: 'https://a.example/more', about: say(12) } },
    { type: 'image', attrs: { ...attrs, ...seen, caption: say(8) } },
    {
      type: 'video',
      attrs: { ...attrs, ...video, poster: null, title: say(4), questions: [{ id: idOf(index, 1), at: video.duration / 2, quiz }] },
    },
    {
      type: 'steps',
      attrs: {
        ...attrs,
        steps: [1, 2, 3].map((part) => ({
          id: idOf(index, part),
          heading: say(5, part),
          text: say(length / 3, part),
          ...(part === 1 && { shows: { as: 'picture' as const, ...seen } }),
        })),
      },
    },
    {
      type: 'flipCards',
      attrs: {
        ...attrs,
        cards: [1, 2, 3].map((part) => ({ id: idOf(index, part), front: { text: say(5, part) }, back: { text: say(20, part) } })),
      },
    },
    { type: 'reflection', attrs: { ...attrs, question: `When did ${say(10)}?` } },
    { type: 'askMe', attrs: { ...attrs, invitation: say(12) } },
    { type: 'quiz', attrs: { ...attrs, quiz } },
    { type: 'quiz', attrs: { ...attrs, quiz: { ...asked, kind: 'multiple', options } } },
    {
      type: 'quiz',
      attrs: { ...attrs, quiz: { ...asked, kind: 'order', items: parts.map((part, at) => ({ ...part, text: say(6, at) })) } },
    },
    {
      type: 'quiz',
      attrs: {
        ...attrs,
        quiz: { ...asked, kind: 'match', pairs: parts.map((part, at) => ({ ...part, left: say(3, at), right: say(5, at + 4) })) },
      },
    },
    {
      type: 'quiz',
      attrs: {
        ...attrs,
        quiz: {
          ...asked,
          kind: 'fill',
          parts: [
            { type: 'text', text: `${say(12)} ` },
            { type: 'gap', id: 'gap', accepts: ['till'], feedback: say(8) },
          ],
          ignores: { case: true, spaces: true, diacritics: false },
        },
      },
    },
    {
      type: 'quiz',
      attrs: {
        ...attrs,
        quiz: {
          ...asked,
          kind: 'hotspot',
          picture: { ...picture, alt: say(8) },
          regions: parts.map((part, at) => ({
            ...part,
            label: say(3, at),
            x: 0.3 * at,
            y: 0.1,
            width: 0.2,
            height: 0.2,
            correct: at === 0,
          })),
        },
      },
    },
  ];
  return [...prosaic, ...whole];
}

const count = (content: unknown): number => JSON.stringify(content).split(/\s+/u).length;

function made({ blocks, ...shown }: FullModule, length: number): ModuleContent {
  const turn = kindsAt(0, length, shown).length;
  const all = Array.from({ length: blocks }, (_, index) => Block.parse(kindsAt(index + 1, length, shown)[index % turn]));
  return {
    title: 'Closing the till',
    objective: 'You can close the till in three minutes',
    language: 'en',
    body: { type: 'doc', content: all },
  };
}

/** A module that holds every kind of block and of question in turn, and as many words as asked for. */
export function fullModule(wanted: FullModule): ModuleContent {
  for (let length = 30; ; length = Math.ceil(length * 1.05)) {
    const module = made(wanted, length);
    if (count(module.body) >= wanted.words) return module;
  }
}
