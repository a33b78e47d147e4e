import type { Quiz } from '../../../shared/model/quiz/model.ts';
import type { Markup } from '../markup.ts';
import { type Voice, voiceIn } from '../voice.ts';
import { choiceParts } from './choice.ts';
import { fillParts } from './fill.ts';
import { hotspotParts } from './hotspot.ts';
import { matchParts } from './match.ts';
import { orderParts } from './order.ts';
import type { QuizAround, QuizParts } from './parts.ts';

function partsOf(id: string, quiz: Quiz, around: QuizAround): QuizParts {
  const voice = voiceIn(around);
  switch (quiz.kind) {
    case 'order':
      return orderParts(id, quiz, voice);
    case 'match':
      return matchParts(id, quiz, voice);
    case 'fill':
      return fillParts(quiz, voice);
    case 'hotspot':
      return hotspotParts(id, quiz, around);
    default:
      return choiceParts(id, quiz, voice);
  }
}

/** One after the other: the script keeps each shut away until the one before it was opened. */
const hints = (quiz: Quiz, { words, mark }: Voice): Markup[] =>
  (quiz.hints ?? []).map(
    (text, index, all): Markup => [
      'details',
      { class: 'sh-clue' },
      ['summary', mark, all.length === 1 ? words.hint : words.hintNumber(index + 1)],
      ['p', {}, text],
    ],
  );

const hidden = (name: string, text: string | undefined): Markup[] => (text ? [['p', { class: name, hidden: '' }, text]] : []);

/** For a reader without the script: what is right and why, behind one click. The script keeps it until two tries went wrong. */
const answer = (quiz: Quiz, right: readonly Markup[], { words, mark }: Voice): Markup => [
  'details',
  { class: 'sh-answer' },
  ['summary', mark, words.showAnswer],
  ...right,
  ...(quiz.explanation ? [['p', {}, quiz.explanation] as const] : []),
];

/**
 * A question as a form that `<showhow-quiz>` brings to life. `method="dialog"` sends nothing anywhere.
 * The question itself travels along, so that it is judged by the same function as at the hub.
 */
export function quizMarkup(id: string, quiz: Quiz, around: QuizAround): Markup {
  const parts = partsOf(id, quiz, around);
  const voice = voiceIn(around);
  const { words, mark } = voice;
  return [
    'showhow-quiz',
    { 'data-block': id, id: `block-${id}`, 'data-quiz': JSON.stringify(quiz) },
    [
      'form',
      { method: 'dialog' },
      ['fieldset', {}, ['legend', {}, quiz.question], ['p', { class: 'sh-hint', ...mark }, parts.howTo], ...parts.body],
      ...hints(quiz, voice),
      ['p', { class: 'sh-verdict', role: 'status', ...mark }],
      ...hidden('sh-whole sh-whole-right', quiz.feedback?.right),
      ...hidden('sh-whole sh-whole-wrong', quiz.feedback?.wrong),
      ...hidden('sh-explanation', quiz.explanation),
      [
        'p',
        { class: 'sh-actions', hidden: '' },
        ['button', { type: 'submit', ...mark }, words.check],
        ['button', { type: 'button', class: 'sh-again', hidden: '', ...mark }, words.again],
      ],
      answer(quiz, parts.right, voice),
    ],
  ];
}
