import { type Say, sayText } from '../translation/wording.ts';
import type { Answer } from './answer.ts';
import type { Judgement, QuizKind } from './kind.ts';
import { choiceKind } from './kinds/choice.ts';
import { fillKind } from './kinds/fill.ts';
import { hotspotKind } from './kinds/hotspot.ts';
import { matchKind } from './kinds/match.ts';
import { orderKind } from './kinds/order.ts';
import type { Quiz } from './model.ts';

const kinds = {
  single: choiceKind,
  multiple: choiceKind,
  order: orderKind,
  match: matchKind,
  fill: fillKind,
  hotspot: hotspotKind,
};

/** TypeScript cannot see that the kind under a question's name takes that question and its answers. */
const kindOf = ({ kind }: Quiz) => kinds[kind] as unknown as QuizKind<Quiz, Answer>;

/** Something is asked, and nothing that judging needs is missing. */
export const isComplete = (quiz: Quiz): boolean => quiz.question.trim() !== '' && kindOf(quiz).isComplete(quiz);

export const blankAnswer = (quiz: Quiz): Answer => kindOf(quiz).blank(quiz);
export const rightAnswer = (quiz: Quiz): Answer => kindOf(quiz).right(quiz);

/** Whatever came, as an answer to this question; what is none is the blank one. */
function read(quiz: Quiz, given: unknown): Answer {
  const isOne = typeof given === 'object' && given !== null && (given as { kind?: unknown }).kind === quiz.kind;
  return isOne ? kindOf(quiz).read(quiz, given as Record<string, unknown>) : blankAnswer(quiz);
}

/** The one way in which every question is scored, in the player as at the hub. Takes whatever came, and throws at nothing. */
export const judge = (quiz: Quiz, answer: unknown): Judgement => kindOf(quiz).judge(quiz, read(quiz, answer));

export const isAnswered = (quiz: Quiz, answer: Answer): boolean => kindOf(quiz).isAnswered(quiz, read(quiz, answer));

/** Whether this is an answer to this question: of its kind, and naming nothing that is not in it. */
export const isAnswerTo = (quiz: Quiz, answer: Answer): boolean => answer.kind === quiz.kind && kindOf(quiz).fits(quiz, answer);

/** All its words in the order in which one meets them. */
export const textsOfQuiz = (quiz: Quiz): string[] => [
  quiz.question,
  ...(quiz.hints ?? []),
  ...kindOf(quiz).texts(quiz),
  ...(quiz.feedback ? [quiz.feedback.right, quiz.feedback.wrong] : []),
  quiz.explanation,
];

/** The question in other words, in the order in which one meets them. */
export function sayQuiz<Q extends Quiz>(quiz: Q, say: Say): Q {
  const question = sayText(say, 'question', quiz.question);
  const hints = quiz.hints?.map((hint, index) => sayText(say, `hint.${index}`, hint));
  const said = kindOf(quiz).said(quiz, say) as Q;
  return {
    ...said,
    question,
    ...(hints && { hints }),
    ...(quiz.feedback && {
      feedback: { right: sayText(say, 'feedback.right', quiz.feedback.right), wrong: sayText(say, 'feedback.wrong', quiz.feedback.wrong) },
    }),
    explanation: sayText(say, 'explanation', quiz.explanation),
  };
}
