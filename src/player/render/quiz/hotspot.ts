import type { HotspotQuiz, Region } from '../../../shared/model/quiz/model.ts';
import type { Markup } from '../markup.ts';
import { type Voice, voiceIn } from '../voice.ts';
import { listOf, markOf, note, type QuizAround, type QuizParts } from './parts.ts';

const place = (id: string, type: 'radio' | 'checkbox', { id: value, label, feedback }: Region, voice: Voice): Markup => [
  'div',
  { class: 'sh-option', 'data-part': value },
  ['label', {}, ['input', { type, name: `quiz-${id}`, value }], ['span', {}, label], markOf(voice)],
  ...note(feedback),
];

/** A picture to point at, and its places by name for those who do not point or do not see it. */
export function hotspotParts(id: string, { picture, regions }: HotspotQuiz, around: QuizAround): QuizParts {
  const voice = voiceIn(around);
  const { words, mark } = voice;
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
              [
                'img',
                { src: around.media(picture.media), alt: picture.alt, width: picture.width, height: picture.height, decoding: 'async' },
              ],
              ['button', { type: 'button', class: 'sh-aim', 'aria-label': words.aim, hidden: '' }],
            ],
          ] as const)
        : []),
      ['p', { class: 'sh-pointed', role: 'status', ...mark }],
      [
        'details',
        { class: 'sh-places' },
        ['summary', mark, words.chooseFromList],
        ...regions.map((region) => place(id, type, region, voice)),
      ],
    ],
    right: [
      listOf(
        'ul',
        right.map(({ label }) => label),
      ),
    ],
  };
}
