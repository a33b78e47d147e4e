import { v4 } from 'uuid';
import type { ChoiceQuiz, QuizOption } from '../../../../shared/model/quiz/model.ts';

export const maxOptions = 8;

const emptyOption = (): QuizOption => ({ id: v4(), text: '', correct: false, feedback: '' });

export const emptyQuiz = (): ChoiceQuiz => ({ kind: 'single', question: '', options: [emptyOption(), emptyOption()], explanation: '' });

export const addOption = (quiz: ChoiceQuiz): ChoiceQuiz => ({ ...quiz, options: [...quiz.options, emptyOption()].slice(0, maxOptions) });

export const removeOption = (quiz: ChoiceQuiz, id: string): ChoiceQuiz => ({
  ...quiz,
  options: quiz.options.filter((option) => option.id !== id),
});

export const changeOption = (quiz: ChoiceQuiz, id: string, change: Partial<Pick<QuizOption, 'text' | 'feedback'>>): ChoiceQuiz => ({
  ...quiz,
  options: quiz.options.map((option) => (option.id === id ? { ...option, ...change } : option)),
});

/** Where one answer is right, marking it takes the mark from the others. */
export const setCorrect = (quiz: ChoiceQuiz, id: string, correct: boolean): ChoiceQuiz => ({
  ...quiz,
  options: quiz.options.map((option) =>
    option.id === id ? { ...option, correct } : { ...option, correct: quiz.kind === 'multiple' && option.correct },
  ),
});

/** From several to one, the first mark stays. */
export function setKind(quiz: ChoiceQuiz, kind: ChoiceQuiz['kind']): ChoiceQuiz {
  const first = quiz.options.findIndex((option) => option.correct);
  const options = kind === 'multiple' ? quiz.options : quiz.options.map((option, index) => ({ ...option, correct: index === first }));
  return { ...quiz, kind, options };
}
