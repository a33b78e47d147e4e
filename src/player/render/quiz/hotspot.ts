import type { HotspotQuiz, Region } from '../../../shared/model/quiz/model.ts';
import { words } from '../../words.ts';
import type { Markup } from '../markup.ts';
import { type Address, listOf, mark, note, type QuizParts } from './parts.ts';

const place = (id: string, type: 'radio' | 'checkbox', { id: value, label, feedback }: Region): Markup => [
  'div',
  { class: 'sh-option', 'data-part': value },
  ['label', {}, ['input', { type, name: `quiz-${id}`, value }], ['span', {}, label], mark],
  ...note(feedback),
];

/** A picture to point at, and its places by name for those who do not point or do not see it. */
export function hotspotParts(id: string, { picture, regions }: HotspotQuiz, address: Address): QuizParts {
  const right = regions.filter(({ correct }) => correct);
  const type = right.length === 1 ? 'radio' : 'checkbox';
  return {
    howTo: right.length === 1 ? words.pointAtOne : words.pointAtAll(right.length),
    body: [
      ...(picture
        ? ([
            [
              'div',
              { class: 'sh-picture' },
              ['img', { src: address(picture.media), alt: picture.alt, width: picture.width, height: picture.height, decoding: 'async' }],
              ['button', { type: 'button', class: 'sh-aim', 'aria-label': words.aim, hidden: '' }],
            ],
          ] as const)
        : []),
      ['p', { class: 'sh-pointed', role: 'status' }],
      ['details', { class: 'sh-places' }, ['summary', {}, words.chooseFromList], ...regions.map((region) => place(id, type, region))],
    ],
    right: [
      listOf(
        'ul',
        right.map(({ label }) => label),
      ),
    ],
  };
}
