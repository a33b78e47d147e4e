import { expect, test } from 'vitest';
import { follow, shuttle, startAt } from '../../../../src/renderer/features/cut/playback.ts';
import { cutOut } from '../../../../src/shared/model/edit/clips.ts';
import { wholeSource } from '../../../../src/shared/model/edit/list.ts';
import { toOutput, toSource } from '../../../../src/shared/model/edit/time.ts';

const edit = cutOut(cutOut(wholeSource('take', 60, 'a'), 'take', 10, 15), 'take', 50, 60);
const next = (before: number, now: number) => follow(edit.clips, 'take', before, now);

test('inside a clip it plays on', () => {
  expect(next(5, 5.016)).toEqual({ do: 'play' });
});

test('at a cut it goes to what comes after', () => {
  expect(next(9.98, 9.995)).toEqual({ do: 'jump', to: 15 });
});

test('at the last end it stops there', () => {
  expect(next(49.98, 50.01)).toEqual({ do: 'stop', at: 50 });
});

test('from a removed stretch it goes to what is seen next', () => {
  expect(next(12, 12)).toEqual({ do: 'jump', to: 15 });
});

test('play at the end begins from the first clip', () => {
  expect(startAt(edit.clips, 'take', 55)).toBe(0);
  expect(startAt(edit.clips, 'take', 12)).toBe(15);
  expect(startAt(edit.clips, 'take', 20)).toBe(20);
});

test('clips follow each other in the order of the list, not of the source', () => {
  const turned = { ...edit, clips: edit.clips.toReversed() };
  expect(follow(turned.clips, 'take', 49.99, 49.999)).toEqual({ do: 'jump', to: 0 });
  expect(follow(turned.clips, 'take', 9.99, 9.999)).toEqual({ do: 'stop', at: 10 });
});

test('two clips that touch are played through', () => {
  const clips = [
    { id: 'a', source: 'take', from: 0, to: 5 },
    { id: 'b', source: 'take', from: 5, to: 9 },
  ];
  expect(follow(clips, 'take', 4.98, 4.995)).toEqual({ do: 'play' });
});

test('played from start to end it shows exactly what the edit list says', () => {
  const frame = 1 / 60;
  const seen: number[] = [];
  let time = startAt(edit.clips, 'take', 0);
  let before = time;
  for (;;) {
    const step = follow(edit.clips, 'take', before, time);
    if (step.do === 'stop') break;
    if (step.do === 'jump') time = step.to;
    else seen.push(time);
    before = time;
    time += frame;
  }
  expect(seen.every((moment) => toOutput(edit, 'take', moment) !== null)).toBe(true);
  expect(seen.length * frame).toBeCloseTo(45, 0);
  expect(toSource(edit, 44.99)?.time).toBeCloseTo(seen.at(-1) ?? 0, 1);
});

test('L goes faster with each press, J turns round', () => {
  expect([shuttle(0, 'on'), shuttle(1, 'on'), shuttle(4, 'on'), shuttle(2, 'back'), shuttle(-1, 'back')]).toEqual([1, 2, 4, -1, -2]);
});
