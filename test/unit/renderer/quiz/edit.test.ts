import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { setKind } from '../../../../src/renderer/features/write/blocks/quiz/convert.ts';
import {
  movePart,
  partsFrom,
  setCorrect,
  setFeedback,
  setHints,
  typedFrom,
} from '../../../../src/renderer/features/write/blocks/quiz/edit.ts';
import { fitted, nudged, spanning } from '../../../../src/renderer/features/write/blocks/quiz/regions.ts';
import { type ChoiceQuiz, Quiz } from '../../../../src/shared/model/quiz/model.ts';
import { completeQuiz } from '../../shared/quiz/arbitraries.ts';

const kinds = ['single', 'multiple', 'order', 'match', 'fill', 'hotspot'] as const;
const choice: ChoiceQuiz = {
  kind: 'multiple',
  question: 'First?',
  explanation: 'Power.',
  options: ['a', 'b', 'c'].map((id) => ({ id, text: `Text ${id}`, correct: id !== 'a', feedback: `Note ${id}` })),
};

describe('another kind of question', () => {
  test('is always one that the model takes, with the same question', () => {
    fc.assert(
      fc.property(completeQuiz, fc.constantFrom(...kinds), (quiz, kind) => {
        const next = setKind({ ...quiz, hints: ['Look'] }, kind);
        expect(Quiz.safeParse(next).success).toBe(true);
        expect(next).toMatchObject({ kind, question: quiz.question, explanation: quiz.explanation, hints: ['Look'] });
      }),
    );
  });

  test('keeps texts, notes and ids, there and back', () => {
    for (const kind of ['order', 'match', 'fill', 'hotspot'] as const) {
      const back = setKind(setKind(choice, kind), 'multiple');
      expect(back.kind === 'multiple' && back.options.map(({ id, text, feedback }) => ({ id, text, feedback }))).toEqual(
        choice.options.map(({ id, text, feedback }) => ({ id, text, feedback })),
      );
    }
  });

  test('from several to one keeps the first mark', () => {
    const one = setKind(choice, 'single');
    expect(one.kind === 'single' && one.options.map(({ correct }) => correct)).toEqual([false, true, false]);
  });
});

test('where one answer is right, marking another takes the mark away', () => {
  const single: ChoiceQuiz = { ...choice, kind: 'single' };
  expect(setCorrect(single, 'a', true).options.map(({ correct }) => correct)).toEqual([true, false, false]);
  expect(setCorrect(choice, 'a', true).options.map(({ correct }) => correct)).toEqual([true, true, true]);
});

test('hints and words around are left out where there are none, so that the question is as it was', () => {
  expect(setHints(setHints(choice, ['Look']), [])).toEqual(choice);
  expect(setFeedback(setFeedback(choice, { right: 'Good' }), { right: '' })).toEqual(choice);
});

test('a part moves by one place and stays at either end', () => {
  const ids = (by: -1 | 1, id: string) => movePart(choice.options, id, by).map((option) => option.id);
  expect(ids(-1, 'b')).toEqual(['b', 'a', 'c']);
  expect(ids(1, 'c')).toEqual(['a', 'b', 'c']);
  expect(ids(-1, 'a')).toEqual(['a', 'b', 'c']);
});

describe('a text with gaps', () => {
  test('reads as it was typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: fc.constantFrom('a', ' ', '[', ']', '\n', 'é') }), (typed) => {
        expect(typedFrom(partsFrom(typed, []))).toBe(typed);
      }),
    );
  });

  test('keeps what is known of a gap while words around it and the word itself change', () => {
    const [first] = partsFrom('Pull the [plug].', []).filter((part) => part.type === 'gap');
    const known = partsFrom('Pull the [plug].', []).map((part) =>
      part.type === 'gap' && first ? { ...part, id: 'known', accepts: ['plug', 'cord'], feedback: 'No.' } : part,
    );
    const gaps = (typed: string) => partsFrom(typed, known).filter((part) => part.type === 'gap');
    expect(gaps('Now pull the [plug], then [wait].')[0]).toMatchObject({ id: 'known', accepts: ['plug', 'cord'] });
    expect(gaps('Pull the [plugs].')[0]).toMatchObject({ id: 'known', accepts: ['plugs', 'cord'], feedback: 'No.' });
    expect(gaps('[Wait], then pull the [plug].').map(({ id }) => id === 'known')).toEqual([false, true]);
  });

  test('has no more gaps than a question may have; further brackets are brackets', () => {
    const parts = partsFrom('[a]'.repeat(25), []);
    expect(parts.filter((part) => part.type === 'gap')).toHaveLength(20);
    expect(typedFrom(parts)).toBe('[a]'.repeat(25));
  });
});

describe('a place in a picture', () => {
  const share = fc.double({ min: -2, max: 3, noNaN: true });
  test('always lies within the picture and can be hit', () => {
    fc.assert(
      fc.property(share, share, share, share, (x, y, width, height) => {
        for (const box of [fitted({ x, y, width, height }), spanning({ x, y }, { x: width, y: height })]) {
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(1.0011);
          expect(box.y + box.height).toBeLessThanOrEqual(1.0011);
          expect(box.width).toBeGreaterThanOrEqual(0.02);
        }
      }),
    );
  });
  test('goes by arrow keys, and grows with shift', () => {
    const box = { x: 0.1, y: 0.1, width: 0.2, height: 0.2 };
    expect(nudged(box, 'ArrowRight', false)).toEqual({ ...box, x: 0.11 });
    expect(nudged(box, 'ArrowDown', true)).toEqual({ ...box, height: 0.21 });
    expect(nudged({ ...box, x: 0 }, 'ArrowLeft', false)).toEqual({ ...box, x: 0 });
    expect(nudged(box, 'Enter', false)).toBeNull();
  });
});
