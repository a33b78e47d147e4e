import { z } from 'zod';
import { Quiz } from '../quiz.ts';
import { identified } from './inline.ts';
import type { BlockKind } from './kind.ts';

export const QuizBlock = z.object({ type: z.literal('quiz'), attrs: identified.extend({ quiz: Quiz }) });
export type QuizBlock = z.infer<typeof QuizBlock>;

export const quizKind: BlockKind<QuizBlock> = {
  name: 'question',
  texts: ({ attrs: { quiz } }) => [quiz.question, ...quiz.options.flatMap(({ text, feedback }) => [text, feedback]), quiz.explanation],
  media: () => [],
  seconds: () => 15,
  tells: () => true,
  outlined: ({ attrs }) => attrs.quiz.question || 'Question',
};
