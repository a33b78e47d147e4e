import { v4 } from 'uuid';
import { expect, test } from 'vitest';
import { emptyQuiz, partsAtFirst } from '../../../../src/shared/model/quiz/blank.ts';
import { isComplete, textsOfQuiz } from '../../../../src/shared/model/quiz/index.ts';
import { Quiz } from '../../../../src/shared/model/quiz/model.ts';

const kinds = ['single', 'multiple', 'order', 'match', 'fill', 'hotspot'] as const;

test.each(kinds)('an empty question of the kind %s is one that the model takes, and says nothing yet', (kind) => {
  const quiz = emptyQuiz(kind, v4);
  expect(Quiz.parse(quiz)).toEqual(quiz);
  expect(quiz.kind).toBe(kind);
  expect(isComplete(quiz)).toBe(false);
  expect(textsOfQuiz(quiz).join('')).toBe('');
});

test('has as many parts as are asked for, each under a name of its own', () => {
  const parts = (quiz: Quiz) => ('options' in quiz ? quiz.options : 'items' in quiz ? quiz.items : 'pairs' in quiz ? quiz.pairs : []);
  for (const kind of kinds) expect(parts(emptyQuiz(kind, v4))).toHaveLength(partsAtFirst[kind]);
  for (const kind of ['single', 'order', 'match'] as const) {
    expect(new Set(parts(emptyQuiz(kind, v4, 4)).map(({ id }) => id)).size).toBe(4);
  }
});
