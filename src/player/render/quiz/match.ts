import type { MatchQuiz, Pair } from '../../../shared/model/quiz/model.ts';
import { shuffled, shuffleSeed } from '../../../shared/model/quiz/shuffle.ts';
import { words } from '../../words.ts';
import type { Markup } from '../markup.ts';
import { listOf, mark, note, type QuizParts } from './parts.ts';

const row = ({ id, left, feedback }: Pair, partners: readonly Pair[]): Markup => [
  'li',
  { class: 'sh-pair', 'data-part': id },
  [
    'label',
    { class: 'sh-row' },
    ['span', { class: 'sh-label' }, left],
    mark,
    [
      'select',
      {},
      ['option', { value: '' }, words.choosePartner],
      ...partners.map(({ id: value, right }): Markup => ['option', { value }, right]),
    ],
  ],
  ...note(feedback),
];

/** Each left side with a choice of all right ones; the script adds cards to drag. */
export function matchParts(id: string, { pairs }: MatchQuiz): QuizParts {
  const partners = shuffled(pairs, shuffleSeed(id, 1));
  return {
    howTo: words.findPartners,
    body: [['ul', { class: 'sh-pairs' }, ...pairs.map((pair) => row(pair, partners))]],
    right: [
      listOf(
        'ul',
        pairs.map(({ left, right }) => words.belongsTo(left, right)),
      ),
    ],
  };
}
