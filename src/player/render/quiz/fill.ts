import { acceptedBy, gapsOf } from '../../../shared/model/quiz/kinds/fill.ts';
import type { FillPart, FillQuiz, Gap } from '../../../shared/model/quiz/model.ts';
import type { Markup } from '../markup.ts';
import type { Voice } from '../voice.ts';
import { markOf, note, type QuizParts } from './parts.ts';

/** As wide as the longest of what is accepted asks for, and so no measure of the one that is right. */
const widthFor = (gaps: readonly Gap[]): number =>
  Math.min(30, Math.max(6, ...gaps.flatMap(({ accepts }) => accepts.map(({ length }) => length + 2))));

const field = (id: string, number: number, of: number, size: number, { words, ...voice }: Voice): Markup => [
  'span',
  { class: 'sh-gap', 'data-part': id },
  [
    'input',
    {
      type: 'text',
      size,
      maxlength: 200,
      autocomplete: 'off',
      autocapitalize: 'off',
      spellcheck: 'false',
      'aria-label': of === 1 ? words.gap : words.gapNumber(number, of),
    },
  ],
  markOf({ words, ...voice }),
];

/** Line by line: a break in the author's text is a break for the reader. */
const lines = (text: string): (Markup | string)[] =>
  text.split('\n').flatMap((part, index) => [...(index > 0 ? [['br', {}] as const] : []), ...(part ? [part] : [])]);

/** A text with fields in it. The notes stand beneath, because a note in the middle of a sentence would break it. */
export function fillParts(quiz: FillQuiz, voice: Voice): QuizParts {
  const gaps = gapsOf(quiz);
  const size = widthFor(gaps);
  const shown = (part: FillPart): (Markup | string)[] =>
    part.type === 'text' ? lines(part.text) : [field(part.id, gaps.indexOf(part) + 1, gaps.length, size, voice)];
  return {
    howTo: voice.words.fillIn,
    body: [
      ['p', { class: 'sh-fill' }, ...quiz.parts.flatMap(shown)],
      ...gaps.flatMap(({ id, feedback }): Markup[] => (feedback ? [['div', { 'data-note': id }, ...note(feedback)]] : [])),
    ],
    right: [
      [
        'p',
        {},
        ...quiz.parts.flatMap((part): (Markup | string)[] =>
          part.type === 'text' ? lines(part.text) : [['strong', {}, acceptedBy(part).join(' / ')]],
        ),
      ],
    ],
  };
}
