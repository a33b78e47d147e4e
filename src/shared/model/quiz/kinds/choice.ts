import { sayText } from '../../translation/wording.ts';
import type { ChoiceAnswer } from '../answer.ts';
import { byChoice, type QuizKind, strings } from '../kind.ts';
import type { ChoiceQuiz } from '../model.ts';

export const choiceKind: QuizKind<ChoiceQuiz, ChoiceAnswer> = {
  /** At least two options that say something, and a right one; exactly one where one is to be chosen. */
  isComplete({ kind, options }) {
    const right = options.filter((option) => option.correct).length;
    const written = options.every((option) => option.text.trim() !== '');
    return options.length >= 2 && written && (kind === 'single' ? right === 1 : right >= 1);
  },
  blank: ({ kind }) => ({ kind, chosen: [] }),
  read: ({ kind }, { chosen }) => ({ kind, chosen: strings(chosen) }),
  isAnswered: (_, { chosen }) => chosen.length > 0,
  fits: ({ options }, { chosen }) => chosen.every((id) => options.some((option) => option.id === id)),
  right: ({ kind, options }) => ({ kind, chosen: options.filter((option) => option.correct).map(({ id }) => id) }),
  judge({ kind, options }, { chosen }) {
    const judged = byChoice(options, chosen);
    return kind === 'single' ? { ...judged, scaled: Number(judged.correct) } : judged;
  },
  texts: ({ options }) => options.flatMap(({ text, feedback }) => [text, feedback]),
  said: (quiz, say) => ({
    ...quiz,
    options: quiz.options.map((option) => ({
      ...option,
      text: sayText(say, `${option.id}.text`, option.text),
      feedback: sayText(say, `${option.id}.feedback`, option.feedback),
    })),
  }),
};
