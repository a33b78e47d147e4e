import { v4 } from 'uuid';
import type { Quiz, QuizOption } from '../../../../shared/model/quiz.ts';

export const maxOptions = 8;

const emptyOption = (): QuizOption => ({ id: v4(), text: '', correct: false, feedback: '' });

export const emptyQuiz = (): Quiz => ({ kind: 'single', question: '', options: [emptyOption(), emptyOption()], explanation: '' });

export const addOption = (quiz: Quiz): Quiz => ({ ...quiz, options: [...quiz.options, emptyOption()].slice(0, maxOptions) });

export const removeOption = (quiz: Quiz, id: string): Quiz => ({ ...quiz, options: quiz.options.filter((option) => option.id !== id) });

export const changeOption = (quiz: Quiz, id: string, change: Partial<Pick<QuizOption, 'text' | 'feedback'>>): Quiz => ({
  ...quiz,
  options: quiz.options.map((option) => (option.id === id ? { ...option, ...change } : option)),
});

/** Where one answer is right, marking it takes the mark from the others. */
export const setCorrect = (quiz: Quiz, id: string, correct: boolean): Quiz => ({
  ...quiz,
  options: quiz.options.map((option) =>
    option.id === id ? { ...option, correct } : { ...option, correct: quiz.kind === 'multiple' && option.correct },
  ),
});

/** From several to one, the first mark stays. */
export function setKind(quiz: Quiz, kind: Quiz['kind']): Quiz {
  const first = quiz.options.findIndex((option) => option.correct);
  const options = kind === 'multiple' ? quiz.options : quiz.options.map((option, index) => ({ ...option, correct: index === first }));
  return { ...quiz, kind, options };
}
