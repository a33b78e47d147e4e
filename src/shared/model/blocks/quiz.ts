import { z } from 'zod';
import { isComplete, sayQuiz, textsOfQuiz } from '../quiz/index.ts';
import { Quiz } from '../quiz/model.ts';
import { identified } from './inline.ts';
import type { BlockKind } from './kind.ts';

export const QuizBlock = z.object({ type: z.literal('quiz'), attrs: identified.extend({ quiz: Quiz }) });
export type QuizBlock = z.infer<typeof QuizBlock>;

/** What a learner spends on thinking about a question, in seconds. */
export const secondsToAnswer = 15;

export const quizKind: BlockKind<QuizBlock> = {
  name: 'question',
  texts: ({ attrs: { quiz } }) => textsOfQuiz(quiz),
  said: ({ attrs, ...block }, say) => ({ ...block, attrs: { ...attrs, quiz: sayQuiz(attrs.quiz, say) } }),
  media: ({ attrs: { quiz } }) =>
    quiz.kind === 'hotspot' && quiz.picture ? [{ hash: quiz.picture.media, as: 'picture', name: 'The picture of a question' }] : [],
  seconds: () => secondsToAnswer,
  tells: () => true,
  waits: ({ attrs }) => !isComplete(attrs.quiz),
  outlined: ({ attrs }) => attrs.quiz.question || 'Question',
};
