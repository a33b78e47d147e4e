import { questionsShown, shownStretch, type VideoBlock } from '../../../shared/model/blocks/video.ts';
import type { VideoQuestion } from '../../../shared/model/quiz/model.ts';
import { clock, words } from '../../words.ts';
import type { Markup } from '../markup.ts';
import { quizMarkup } from './index.ts';
import type { Address } from './parts.ts';

const question = ({ id, at, quiz }: VideoQuestion, start: number, address: Address): Markup => [
  'section',
  { class: 'sh-asked', 'data-at': at, 'aria-labelledby': `at-${id}` },
  ['p', { class: 'sh-at', id: `at-${id}`, tabindex: -1 }, words.questionAt(clock(at - start))],
  quizMarkup(id, quiz, address),
  ['p', { class: 'sh-actions', hidden: '' }, ['button', { type: 'button', class: 'sh-go-on' }, words.skip]],
];

/** The questions of what is shown of a video below it, each with its time; the script asks them when the video comes there. */
export const questionsMarkup = (video: VideoBlock['attrs'], address: Address): Markup[] =>
  questionsShown(video)
    .toSorted((a, b) => a.at - b.at)
    .map((one) => question(one, shownStretch(video).from, address));
