import { sayText } from '../../translation/wording.ts';
import type { MatchAnswer } from '../answer.ts';
import { allDiffer, byParts, type QuizKind } from '../kind.ts';
import type { MatchQuiz } from '../model.ts';

const isPair = (value: unknown): value is [string, string] =>
  Array.isArray(value) && value.length === 2 && value.every((side) => typeof side === 'string');

export const matchKind: QuizKind<MatchQuiz, MatchAnswer> = {
  isComplete: ({ pairs }) => pairs.length >= 2 && allDiffer(pairs.map(({ left }) => left)) && allDiffer(pairs.map(({ right }) => right)),
  blank: () => ({ kind: 'match', pairs: [] }),
  read: (_, { pairs }) => ({ kind: 'match', pairs: Array.isArray(pairs) ? pairs.filter(isPair) : [] }),
  isAnswered: (quiz, { pairs }) => quiz.pairs.every(({ id }) => pairs.some(([left]) => left === id)),
  fits: (quiz, { pairs }) => pairs.flat().every((id) => quiz.pairs.some((pair) => pair.id === id)),
  right: ({ pairs }) => ({ kind: 'match', pairs: pairs.map(({ id }) => [id, id]) }),
  /** A left side that was given several partners has none. */
  judge: (quiz, { pairs }) =>
    byParts(
      quiz.pairs.map(({ id }) => {
        const partners = pairs.filter(([left]) => left === id);
        return { id, right: partners.length === 1 && partners[0]?.[1] === id };
      }),
    ),
  texts: ({ pairs }) => pairs.flatMap(({ left, right, feedback }) => [left, right, feedback]),
  said: (quiz, say) => ({
    ...quiz,
    pairs: quiz.pairs.map((pair) => ({
      ...pair,
      left: sayText(say, `${pair.id}.left`, pair.left),
      right: sayText(say, `${pair.id}.right`, pair.right),
      feedback: sayText(say, `${pair.id}.feedback`, pair.feedback),
    })),
  }),
};
