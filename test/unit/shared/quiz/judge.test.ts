import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Answer } from '../../../../src/shared/model/quiz/answer.ts';
import { blankAnswer, isAnswered, isAnswerTo, isComplete, judge, rightAnswer } from '../../../../src/shared/model/quiz/index.ts';
import { regionAt } from '../../../../src/shared/model/quiz/kinds/hotspot.ts';
import { type FillQuiz, type HotspotQuiz, type Ignores, type MatchQuiz, Quiz } from '../../../../src/shared/model/quiz/model.ts';
import { anyAnswer, completeQuiz, quizAndAnswer } from './arbitraries.ts';

describe('every kind of question', () => {
  test('is finished where all its parts are there, and is what the model says it is', () => {
    fc.assert(
      fc.property(completeQuiz, (quiz) => {
        expect(isComplete(quiz)).toBe(true);
        expect(isComplete({ ...quiz, question: ' ' })).toBe(false);
        expect(Quiz.safeParse(quiz).success).toBe(true);
      }),
    );
  });

  test('gives the right answer 1 and the blank one 0', () => {
    fc.assert(
      fc.property(completeQuiz, (quiz) => {
        const right = rightAnswer(quiz);
        expect(Answer.safeParse(right).success).toBe(true);
        expect(isAnswered(quiz, right)).toBe(true);
        expect(isAnswerTo(quiz, right)).toBe(true);
        expect(judge(quiz, right)).toMatchObject({ correct: true, scaled: 1 });
        const blank = judge(quiz, blankAnswer(quiz));
        expect(blank).toMatchObject({ correct: false, scaled: 0 });
        expect(isAnswered(quiz, blankAnswer(quiz))).toBe(false);
      }),
    );
  });

  test('gives 1 to what is right in every part and to nothing else, and never leaves 0…1', () => {
    fc.assert(
      fc.property(quizAndAnswer, ([quiz, answer]) => {
        const { correct, scaled, parts } = judge(quiz, answer);
        expect(scaled).toBeGreaterThanOrEqual(0);
        expect(scaled).toBeLessThanOrEqual(1);
        expect(scaled === 1).toBe(correct);
        const missed = answer.kind === 'hotspot' && answer.misses.length > 0;
        if (answer.kind !== 'single') expect(correct).toBe(parts.every((part) => part.right) && !missed);
      }),
    );
  });

  test('is worth no less when one part more is right', () => {
    fc.assert(
      fc.property(quizAndAnswer, ([quiz, answer]) => {
        const before = judge(quiz, answer);
        for (const [place, { id, right }] of before.parts.entries()) {
          if (right) continue;
          const after = judge(quiz, mended(quiz, answer, id, place));
          expect(after.parts.filter((part) => part.right).length).toBeGreaterThanOrEqual(before.parts.filter((part) => part.right).length);
          expect(after.scaled).toBeGreaterThanOrEqual(before.scaled);
        }
      }),
    );
  });

  test('throws at no answer, whatever it is', () => {
    fc.assert(
      fc.property(completeQuiz, fc.anything({ withNullPrototype: true, withBigInt: true }), (quiz, given) => {
        expect(judge(quiz, given).scaled).toBeLessThanOrEqual(1);
        const hostile = Object.fromEntries(['chosen', 'order', 'pairs', 'texts', 'misses'].map((name) => [name, given]));
        expect(judge(quiz, { kind: quiz.kind, ...hostile }).parts.length).toBeGreaterThan(0);
      }),
    );
  });

  test('takes an answer of another kind for none', () => {
    fc.assert(
      fc.property(completeQuiz, completeQuiz, (quiz, other) => {
        fc.pre(quiz.kind !== other.kind);
        expect(judge(quiz, rightAnswer(other)).correct).toBe(false);
        expect(isAnswerTo(quiz, rightAnswer(other))).toBe(false);
      }),
    );
  });
});

/** The same answer with one part more made right. */
function mended(quiz: Quiz, answer: Answer, id: string, place: number): Answer {
  if (answer.kind === 'order') {
    const order = quiz.kind === 'order' ? quiz.items.map((item, at) => (at === place ? item.id : (answer.order[at] ?? ''))) : [];
    return { ...answer, order };
  }
  if (answer.kind === 'match') return { ...answer, pairs: [...answer.pairs.filter(([left]) => left !== id), [id, id]] };
  if (answer.kind === 'fill') {
    const right = rightAnswer(quiz);
    const texts = right.kind === 'fill' ? right.texts.map((text, at) => (at === place ? text : (answer.texts[at] ?? ''))) : [];
    return { ...answer, texts };
  }
  const chosen = answer.chosen.includes(id) ? answer.chosen.filter((one) => one !== id) : [...answer.chosen, id];
  return { ...answer, chosen };
}

const fill = (accepts: string[], ignores: Ignores): FillQuiz => ({
  kind: 'fill',
  question: 'Fill in',
  explanation: '',
  ignores,
  parts: [
    { type: 'text', text: 'Press ' },
    { type: 'gap', id: 'g', accepts, feedback: '' },
  ],
});
const strict: Ignores = { case: false, spaces: false, diacritics: false };
const scoreOf = (quiz: Quiz, text: string) => judge(quiz, { kind: 'fill', texts: [text] }).scaled;

describe('a gap', () => {
  test.each([
    ['stop', 'Stop', 'case'],
    ['10 mm', '10mm', 'spaces'],
    ['Müller', 'Muller', 'diacritics'],
  ] as const)('takes %s for %s only where %s does not matter', (accepted, written, what) => {
    expect(scoreOf(fill([accepted], strict), written)).toBe(0);
    expect(scoreOf(fill([accepted], { ...strict, [what]: true }), written)).toBe(1);
  });

  test('takes any of what is accepted, however its letters are composed and with a blank at either end', () => {
    const quiz = fill(['halt', 'é'], strict);
    expect(scoreOf(quiz, ' halt ')).toBe(1);
    expect(scoreOf(quiz, 'e\u0301')).toBe(1);
    expect(scoreOf(quiz, '')).toBe(0);
  });

  test('is not finished while what it accepts is empty once it is compared', () => {
    expect(isComplete(fill(['\u0301'], { ...strict, diacritics: true }))).toBe(false);
    expect(isComplete(fill([], strict))).toBe(false);
  });
});

describe('pairs and order', () => {
  const pairs: MatchQuiz = {
    kind: 'match',
    question: 'Which?',
    explanation: '',
    pairs: ['a', 'b'].map((id) => ({ id, left: `left ${id}`, right: `right ${id}`, feedback: '' })),
  };
  test('a side that was given two partners has none', () => {
    const both = judge(pairs, {
      kind: 'match',
      pairs: [
        ['a', 'a'],
        ['a', 'b'],
        ['b', 'b'],
      ],
    });
    expect(both).toMatchObject({ correct: false, scaled: 0.5 });
  });
  test('two sides that read the same are not finished: nobody could tell them apart', () => {
    expect(isComplete({ ...pairs, pairs: pairs.pairs.map((pair) => ({ ...pair, right: 'the same ' })) })).toBe(false);
  });
});

describe('a place in a picture', () => {
  const region = { feedback: '', width: 0.4, height: 0.4 };
  const quiz: HotspotQuiz = {
    kind: 'hotspot',
    question: 'Where?',
    explanation: '',
    picture: { media: 'a'.repeat(64), alt: 'A panel', width: 640, height: 360 },
    regions: [
      { ...region, id: 'wrong', label: 'Lamp', x: 0.2, y: 0.2, correct: false },
      { ...region, id: 'right', label: 'Stop', x: 0.4, y: 0.4, correct: true },
    ],
  };
  test('is hit within its edges, and a right one before a wrong one that lies over it', () => {
    expect(regionAt(quiz.regions, { x: 0.2, y: 0.2 })?.id).toBe('wrong');
    expect(regionAt(quiz.regions, { x: 0.5, y: 0.5 })?.id).toBe('right');
    expect(regionAt(quiz.regions, { x: 0.1, y: 0.9 })).toBeNull();
  });
  test('counts less with a point beside it', () => {
    expect(judge(quiz, { kind: 'hotspot', chosen: ['right'], misses: [{ x: 0.9, y: 0.1 }] })).toMatchObject({ correct: false, scaled: 0 });
  });
  test('needs a description of its picture, and a wrong place for who chooses from the list', () => {
    expect(isComplete(quiz)).toBe(true);
    expect(isComplete({ ...quiz, picture: null })).toBe(false);
    expect(isComplete({ ...quiz, regions: quiz.regions.filter(({ correct }) => correct) })).toBe(false);
  });
});

test('an answer that names what is not in the question is none to it', () => {
  fc.assert(
    fc.property(
      completeQuiz.chain((quiz) => fc.tuple(fc.constant(quiz), anyAnswer(quiz))),
      ([quiz, answer]) => {
        if (answer.kind === 'fill') return;
        const known = judge(quiz, answer).parts.map(({ id }) => id);
        const named = answer.kind === 'order' ? answer.order : answer.kind === 'match' ? answer.pairs.flat() : answer.chosen;
        if (!named.every((id) => known.includes(id))) expect(isAnswerTo(quiz, answer)).toBe(false);
      },
    ),
  );
});
