import type { ChoiceQuiz, QuizOption } from '../../../shared/model/quiz/model.ts';
import { words } from '../../words.ts';
import type { Markup } from '../markup.ts';
import { listOf, mark, note, type QuizParts } from './parts.ts';

const option = (id: string, kind: ChoiceQuiz['kind'], { id: value, text, feedback }: QuizOption): Markup => [
  'div',
  { class: 'sh-option', 'data-part': value },
  ['label', {}, ['input', { type: kind === 'single' ? 'radio' : 'checkbox', name: `quiz-${id}`, value }], ['span', {}, text], mark],
  ...note(feedback),
];

export const choiceParts = (id: string, { kind, options }: ChoiceQuiz): QuizParts => ({
  howTo: kind === 'single' ? words.chooseOne : words.chooseAll,
  body: options.map((one) => option(id, kind, one)),
  right: [
    listOf(
      'ul',
      options.filter(({ correct }) => correct).map(({ text }) => text),
    ),
  ],
});
