import { questionsShown, shownStretch, type VideoBlock } from '../../../shared/model/blocks/video.ts';
import { clock } from '../../../shared/model/clock.ts';
import type { VideoQuestion } from '../../../shared/model/quiz/model.ts';
import type { Markup } from '../markup.ts';
import { voiceIn } from '../voice.ts';
import { quizMarkup } from './index.ts';
import type { QuizAround } from './parts.ts';

const question = ({ id, at, quiz }: VideoQuestion, start: number, around: QuizAround): Markup => {
  const { words, mark } = voiceIn(around);
  return [
    'section',
    { class: 'sh-asked', 'data-at': at, 'aria-labelledby': `at-${id}` },
    ['p', { class: 'sh-at', id: `at-${id}`, tabindex: -1, ...mark }, words.questionAt(clock(at - start))],
    quizMarkup(id, quiz, around),
    ['p', { class: 'sh-actions', hidden: '' }, ['button', { type: 'button', class: 'sh-go-on', ...mark }, words.skip]],
  ];
};

/** The questions of what is shown of a video below it, each with its time; the script asks them when the video comes there. */
export const questionsMarkup = (video: VideoBlock['attrs'], around: QuizAround): Markup[] =>
  questionsShown(video)
    .toSorted((a, b) => a.at - b.at)
    .map((one) => question(one, shownStretch(video).from, around));
