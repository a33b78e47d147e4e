import type { ChoiceQuiz, QuizOption } from '../../../shared/model/quiz/model.ts';
import type { Markup } from '../markup.ts';
import type { Voice } from '../voice.ts';
import { listOf, markOf, note, type QuizParts } from './parts.ts';

const option = (id: string, kind: ChoiceQuiz['kind'], { id: value, text, feedback }: QuizOption, voice: Voice): Markup => [
  'div',
  { class: 'sh-option', 'data-part': value },
  [
    'label',
    {},
    ['input', { type: kind === 'single' ? 'radio' : 'checkbox', name: `quiz-${id}`, value }],
    ['span', {}, text],
    markOf(voice),
  ],
  ...note(feedback),
];

export const choiceParts = (id: string, { kind, options }: ChoiceQuiz, voice: Voice): QuizParts => ({
  howTo: kind === 'single' ? voice.words.chooseOne : voice.words.chooseAll,
  // One without words is none yet: a preview shows what is there.
  body: options.filter(({ text }) => text.trim() !== '').map((one) => option(id, kind, one, voice)),
  right: [
    listOf(
      'ul',
      options.filter(({ correct }) => correct).map(({ text }) => text),
    ),
  ],
});
