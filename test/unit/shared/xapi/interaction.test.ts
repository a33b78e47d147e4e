import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rightAnswer } from '../../../../src/shared/model/quiz/index.ts';
import type { FillQuiz, Quiz } from '../../../../src/shared/model/quiz/model.ts';
import { interactionOf, responseOf } from '../../../../src/shared/xapi/interaction.ts';
import { statementOf } from '../../../../src/shared/xapi/statement.ts';
import { completeQuiz } from '../quiz/arbitraries.ts';

const asked = { question: 'Which?', explanation: '' };

test('the response of the right answer is among the patterns that are right', () => {
  fc.assert(
    fc.property(completeQuiz, (quiz) => {
      const { correctResponsesPattern } = interactionOf(quiz, 'en');
      const bare = correctResponsesPattern.map((pattern) => pattern.replace(/^\{case_matters=(true|false)\}/, ''));
      expect(bare).toContain(responseOf(rightAnswer(quiz)));
    }),
  );
});

const order: Quiz = { ...asked, kind: 'order', items: ['a', 'b'].map((id) => ({ id, text: `Do ${id}`, feedback: '' })) };
const match: Quiz = { ...asked, kind: 'match', pairs: ['a', 'b'].map((id) => ({ id, left: `L${id}`, right: `R${id}`, feedback: '' })) };
const fill: FillQuiz = {
  ...asked,
  kind: 'fill',
  ignores: { case: true, spaces: true, diacritics: true },
  parts: [
    { type: 'gap', id: 'a', accepts: ['one', 'two'], feedback: '' },
    { type: 'text', text: ' and ' },
    { type: 'gap', id: 'b', accepts: ['three'], feedback: '' },
  ],
};

test('each kind speaks the vocabulary of interactions', () => {
  expect(interactionOf(order, 'en')).toMatchObject({
    interactionType: 'sequencing',
    choices: [{ id: 'a', description: { en: 'Do a' } }, { id: 'b' }],
    correctResponsesPattern: ['a[,]b'],
  });
  expect(interactionOf(match, 'de')).toMatchObject({
    interactionType: 'matching',
    source: [{ id: 'a', description: { de: 'La' } }, { id: 'b' }],
    target: [{ id: 'a', description: { de: 'Ra' } }, { id: 'b' }],
    correctResponsesPattern: ['a[.]a[,]b[.]b'],
  });
  expect(interactionOf(fill, 'en')).toEqual({
    interactionType: 'fill-in',
    correctResponsesPattern: ['{case_matters=false}one[,]three', '{case_matters=false}two[,]three'],
  });
  expect(responseOf({ kind: 'hotspot', chosen: ['a'], misses: [{ x: 0.5, y: 0.25 }] })).toBe('a[,]0.500,0.250');
});

test('what a learner writes cannot pretend to be several responses, and many ways to be right are bounded', () => {
  expect(responseOf({ kind: 'fill', texts: ['a[,]b', 'c'] })).toBe('a,b[,]c');
  const gap = (id: string) => ({ type: 'gap' as const, id, accepts: ['1', '2', '3', '4'], feedback: '' });
  expect(interactionOf({ ...fill, parts: ['a', 'b', 'c', 'd'].map(gap) }, 'en').correctResponsesPattern).toHaveLength(32);
});

test('a question in a video is recorded under its own id, with its share of what is right', () => {
  const [moduleId, videoId, questionId] = [1, 2, 3].map((n) => `018f2f10-0000-7000-8000-00000000000${n}`) as [string, string, string];
  const hash = 'a'.repeat(64);
  const made = statementOf(
    {
      id: '018f2f10-0000-4000-8000-00000000000a',
      at: '2026-11-22T18:00:00.000Z',
      session: '018f2f10-0000-4000-8000-00000000000b',
      moduleId,
      revision: hash,
      event: {
        verb: 'answered',
        blockId: questionId,
        answer: {
          kind: 'match',
          pairs: [
            ['a', 'a'],
            ['b', 'a'],
          ],
        },
        correct: true,
        attempt: 1,
      },
    },
    {
      hub: 'https://hub.example',
      person: { id: 'p1', name: 'Lea' },
      content: {
        title: 'Blades',
        objective: '',
        language: 'en',
        body: {
          type: 'doc',
          content: [
            {
              type: 'video',
              attrs: {
                id: videoId,
                media: hash,
                poster: null,
                title: '',
                duration: 12,
                width: 640,
                height: 360,
                questions: [{ id: questionId, at: 4, quiz: match }],
              },
            },
          ],
        },
      },
    },
  );
  expect(made?.object.id).toBe(`https://hub.example/modules/${moduleId}#${questionId}`);
  expect(made?.object.definition).toMatchObject({ interactionType: 'matching', description: { en: 'Which?' } });
  expect(made?.result).toEqual({ success: false, score: { scaled: 0.5 }, response: 'a[.]a[,]b[.]a' });
});
