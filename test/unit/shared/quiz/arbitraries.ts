import fc from 'fast-check';
import type { Answer } from '../../../../src/shared/model/quiz/answer.ts';
import { comparable } from '../../../../src/shared/model/quiz/kinds/fill.ts';
import type { ChoiceQuiz, FillQuiz, HotspotQuiz, MatchQuiz, OrderQuiz, Quiz } from '../../../../src/shared/model/quiz/model.ts';

const text = fc.string({ minLength: 1, maxLength: 20 }).filter((one) => one.trim() !== '');
const distinct = (minLength: number, maxLength: number) => fc.uniqueArray(text, { minLength, maxLength, selector: (one) => one.trim() });
const asked = { question: 'What comes first?', explanation: '' };
const ids = <T>(parts: readonly T[]) => parts.map((part, index) => ({ part, id: `p${index}` }));

const choice: fc.Arbitrary<ChoiceQuiz> = fc
  .tuple(fc.constantFrom('single', 'multiple'), fc.array(fc.boolean(), { minLength: 2, maxLength: 8 }), fc.nat())
  .map(([kind, rights, place]) => {
    const sure = place % rights.length;
    const correct = (right: boolean, index: number) => index === sure || (kind === 'multiple' && right);
    return {
      ...asked,
      kind,
      options: rights.map((right, index) => ({ id: `p${index}`, text: `${index}`, correct: correct(right, index), feedback: '' })),
    };
  });
const order: fc.Arbitrary<OrderQuiz> = distinct(2, 10).map((texts) => ({
  ...asked,
  kind: 'order',
  items: ids(texts).map(({ id, part }) => ({ id, text: part, feedback: '' })),
}));
const match: fc.Arbitrary<MatchQuiz> = distinct(2, 10).map((texts) => ({
  ...asked,
  kind: 'match',
  pairs: ids(texts).map(({ id, part }) => ({ id, left: part, right: `${part}!`, feedback: '' })),
}));
const ignores = fc.record({ case: fc.boolean(), spaces: fc.boolean(), diacritics: fc.boolean() });
const fill: fc.Arbitrary<FillQuiz> = fc
  .tuple(fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 }), ignores)
  .filter(([gaps, rules]) => gaps.flat().every((one) => comparable(one, rules) !== ''))
  .map(([gaps, rules]) => ({
    ...asked,
    kind: 'fill',
    ignores: rules,
    parts: ids(gaps).flatMap(({ id, part }) => [
      { type: 'text' as const, text: 'then ' },
      { type: 'gap' as const, id, accepts: part, feedback: '' },
    ]),
  }));
const hotspot: fc.Arbitrary<HotspotQuiz> = fc.array(fc.boolean(), { minLength: 0, maxLength: 8 }).map((rights) => ({
  ...asked,
  kind: 'hotspot',
  picture: { media: 'a'.repeat(64), alt: 'A panel', width: 640, height: 360 },
  regions: [true, false, ...rights].map((correct, index) => ({
    id: `p${index}`,
    label: `Place ${index}`,
    x: index / 10,
    y: 0,
    width: 0.1,
    height: 0.1,
    correct,
    feedback: '',
  })),
}));

/** A question that is finished, of any kind. */
export const completeQuiz: fc.Arbitrary<Quiz> = fc.oneof(choice, order, match, fill, hotspot);

const someId = fc.nat(11).map((index) => `p${index}`);
const share = fc.double({ min: 0, max: 1, noNaN: true });

/** Any answer of a question's kind, sensible or not. */
export function anyAnswer(quiz: Quiz): fc.Arbitrary<Answer> {
  switch (quiz.kind) {
    case 'order':
      return fc.record({ kind: fc.constant('order'), order: fc.array(someId, { maxLength: 10 }) });
    case 'match':
      return fc.record({ kind: fc.constant('match'), pairs: fc.array(fc.tuple(someId, someId), { maxLength: 10 }) });
    case 'fill': {
      const accepted = quiz.parts.flatMap((part) => (part.type === 'gap' ? part.accepts : []));
      return fc.record({
        kind: fc.constant('fill'),
        texts: fc.array(fc.oneof(fc.string(), fc.constantFrom(...accepted)), { maxLength: 8 }),
      });
    }
    case 'hotspot':
      return fc.record({
        kind: fc.constant('hotspot'),
        chosen: fc.uniqueArray(someId, { maxLength: 12 }),
        misses: fc.array(fc.record({ x: share, y: share }), { maxLength: 3 }),
      });
    default:
      return fc.record({ kind: fc.constant(quiz.kind), chosen: fc.uniqueArray(someId, { maxLength: 8 }) });
  }
}
export const quizAndAnswer = completeQuiz.chain((quiz) => fc.tuple(fc.constant(quiz), anyAnswer(quiz)));
