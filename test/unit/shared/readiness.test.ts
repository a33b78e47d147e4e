import { expect, test } from 'vitest';
import type { Block } from '../../../src/shared/model/blocks/index.ts';
import type { ModuleContent } from '../../../src/shared/model/module.ts';
import { isComplete } from '../../../src/shared/model/quiz/index.ts';
import type { ChoiceQuiz } from '../../../src/shared/model/quiz/model.ts';
import { missingFrom } from '../../../src/shared/model/readiness.ts';

const id = '0197a3c1-0000-4000-8000-000000000001';
const text: Block = { type: 'paragraph', attrs: { id }, content: [{ type: 'text', text: 'Count the till twice.' }] };
const module = (...content: Block[]): ModuleContent => ({
  title: 'Closing the till',
  objective: 'You can close the till in three minutes',
  language: 'en',
  body: { type: 'doc', content },
});
const picture = (alt: string, decorative: boolean): Block => ({
  type: 'image',
  attrs: { id, media: 'a'.repeat(64), alt, decorative, width: 10, height: 10 },
});
const quiz = (...options: [string, boolean][]): ChoiceQuiz => ({
  kind: 'single',
  question: 'What comes first?',
  explanation: '',
  options: options.map(([label, correct], index) => ({ id: `${index}`, text: label, correct, feedback: '' })),
});

test('a module with all its parts can be handed in', () => {
  expect(missingFrom(module(text), { name: 'Mara' })).toEqual([]);
});

test('an empty module names everything that is missing, in the order of the page', () => {
  const empty = { ...module(), title: ' ', objective: '' };
  expect(missingFrom(empty, { name: '' })).toEqual(['title', 'objective', 'body', 'profile-name']);
});

test('a heading alone is no content', () => {
  const heading: Block = { type: 'heading', attrs: { id, level: 2 }, content: [{ type: 'text', text: 'Steps' }] };
  expect(missingFrom(module(heading), { name: 'Mara' })).toEqual(['body']);
});

test('a picture needs words unless it is decoration', () => {
  expect(missingFrom(module(picture('', false)), { name: 'Mara' })).toEqual(['alternative-text']);
  expect(missingFrom(module(picture('', true)), { name: 'Mara' })).toEqual([]);
});

test('a quiz is complete with a question, two written options and a right one', () => {
  expect(isComplete(quiz(['Count', true], ['Lock', false]))).toBe(true);
  expect(isComplete(quiz(['Count', true]))).toBe(false);
  expect(isComplete(quiz(['Count', false], ['Lock', false]))).toBe(false);
  expect(isComplete(quiz(['Count', true], ['  ', false]))).toBe(false);
  expect(isComplete(quiz(['Count', true], ['Lock', true]))).toBe(false);
  expect(isComplete({ ...quiz(['Count', true], ['Lock', true]), kind: 'multiple' })).toBe(true);
});
