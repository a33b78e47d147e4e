import { expect, test } from 'vitest';
import { cutOut, replaceStep } from '../../../../src/shared/model/edit/clips.ts';
import { wholeSource } from '../../../../src/shared/model/edit/list.ts';
import { stepPlace } from '../../../../src/shared/model/edit/step-again.ts';

const step = { take: 'walk', from: 10, to: 20 };
const again = { id: 'again', duration: 7, redoes: { ...step, from: 10.0004 } };
const whole = wholeSource('walk', 60, 'c');
const piece = { id: 'new', source: 'again', from: 0, to: 7 };

test('a step has its place where any of it is seen, and none once it is cut out', () => {
  expect(stepPlace(whole, step, [])).toEqual(step);
  expect(stepPlace(cutOut(whole, 'walk', 12, 30), step, [])).toEqual(step);
  expect(stepPlace(cutOut(whole, 'walk', 10, 20), step, [again])).toBeNull();
  expect(stepPlace(wholeSource('other', 60, 'c'), step, [again])).toBeNull();
});

test('where another recording of a step took its place, that is the place of a third one', () => {
  const replaced = replaceStep(whole, 'walk', step.from, step.to, piece);
  expect(stepPlace(replaced, step, [again])).toEqual({ take: 'again', from: 0, to: 7 });
  expect(stepPlace(replaced, { ...step, to: 25 }, [again])).toEqual({ ...step, to: 25 });
  expect(stepPlace(replaced, { ...step, from: 11, to: 19 }, [again])).toBeNull();
});
