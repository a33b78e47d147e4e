import type { Quiz, QuizOption } from '../../shared/model/quiz.ts';
import { words } from '../words.ts';
import type { Markup } from './markup.ts';

const option = (id: string, quiz: Quiz, { id: value, text, correct, feedback }: QuizOption): Markup => [
  'div',
  { class: 'sh-option' },
  [
    'label',
    {},
    ['input', { type: quiz.kind === 'single' ? 'radio' : 'checkbox', name: `quiz-${id}`, value, 'data-correct': String(correct) }],
    ['span', {}, text],
    ['span', { class: 'sh-mark' }],
  ],
  ...(feedback ? [['p', { class: 'sh-feedback', hidden: '' }, feedback] as const] : []),
];

/** For a reader without the script: what is right and why, behind one click. The script takes it away. */
const answer = (quiz: Quiz): Markup => [
  'details',
  {},
  ['summary', {}, words.showAnswer],
  ['ul', {}, ...quiz.options.filter(({ correct }) => correct).map(({ text }): Markup => ['li', {}, text])],
  ...(quiz.explanation ? [['p', {}, quiz.explanation] as const] : []),
];

/** A question as a form that `<showhow-quiz>` brings to life. `method="dialog"` sends nothing anywhere. */
export const quizMarkup = (id: string, quiz: Quiz): Markup => [
  'showhow-quiz',
  { 'data-block': id, id: `block-${id}` },
  [
    'form',
    { method: 'dialog' },
    [
      'fieldset',
      {},
      ['legend', {}, quiz.question],
      ['p', { class: 'sh-hint' }, quiz.kind === 'single' ? words.chooseOne : words.chooseAll],
      ...quiz.options.map((one) => option(id, quiz, one)),
    ],
    ['p', { class: 'sh-verdict', role: 'status' }],
    ...(quiz.explanation ? [['p', { class: 'sh-explanation', hidden: '' }, quiz.explanation] as const] : []),
    [
      'p',
      { class: 'sh-actions', hidden: '' },
      ['button', { type: 'submit' }, words.check],
      ['button', { type: 'button', hidden: '' }, words.again],
    ],
    answer(quiz),
  ],
];
