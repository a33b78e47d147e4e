import type { MatchQuiz, Pair } from '../../../shared/model/quiz/model.ts';
import { shuffled, shuffleSeed } from '../../../shared/model/quiz/shuffle.ts';
import { listed, type Markup } from '../markup.ts';
import type { Voice } from '../voice.ts';
import { listOf, markOf, note, type QuizParts } from './parts.ts';

/** The label stands beside its choice, not around it: the words of the choice are no part of its name. */
const row = ({ id, left, feedback }: Pair, field: string, partners: readonly Pair[], voice: Voice): Markup => [
  'li',
  { class: 'sh-pair', 'data-part': id },
  [
    'div',
    { class: 'sh-row' },
    ['label', { class: 'sh-label', for: field }, left],
    markOf(voice),
    [
      'select',
      { id: field },
      ['option', { value: '', ...voice.mark }, voice.words.choosePartner],
      ...partners.map(({ id: value, right }): Markup => ['option', { value }, right]),
    ],
  ],
  ...note(feedback),
];

/** Each left side with a choice of all right ones; the script adds cards to drag. */
export function matchParts(id: string, { pairs }: MatchQuiz, voice: Voice): QuizParts {
  const partners = shuffled(pairs, shuffleSeed(id, 1));
  return {
    howTo: voice.words.findPartners,
    body: [['ul', { class: 'sh-pairs', ...listed }, ...pairs.map((pair, index) => row(pair, `pair-${id}-${index + 1}`, partners, voice))]],
    right: [
      listOf(
        'ul',
        pairs.map(({ left, right }) => voice.words.belongsTo(left, right)),
      ),
    ],
  };
}
