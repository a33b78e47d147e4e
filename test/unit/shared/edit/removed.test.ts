import { expect, test } from 'vitest';
import { cutOut, moveClip } from '../../../../src/shared/model/edit/clips.ts';
import { type EditList, wholeSource } from '../../../../src/shared/model/edit/list.ts';
import { allRemoved, bringBack, removedOf } from '../../../../src/shared/model/edit/removed.ts';

const whole = wholeSource('take', 60, 'a');
const newId = () => 'new';
const kept = (edit: EditList) => edit.clips.map(({ from, to }) => [from, to]);
const two = cutOut(cutOut(whole, 'take', 10, 15), 'take', 40, 45);

test('what is removed lies before, between and after the clips, each with its place in the output', () => {
  expect(removedOf(cutOut(two, 'take', 0, 3), 'take', 62)).toEqual([
    { source: 'take', from: 0, to: 3, at: 0 },
    { source: 'take', from: 10, to: 15, at: 7 },
    { source: 'take', from: 40, to: 45, at: 32 },
    { source: 'take', from: 60, to: 62, at: 47 },
  ]);
  expect(removedOf(whole, 'take', 60)).toEqual([]);
});

test('a removed stretch brought back joins the clips around it', () => {
  expect(kept(bringBack(two, { source: 'take', from: 10, to: 15 }, newId))).toEqual([
    [0, 40],
    [45, 60],
  ]);
});

test('everything brought back is the whole take again, under its old name', () => {
  const back = removedOf(two, 'take', 60).reduce((edit, stretch) => bringBack(edit, stretch, newId), two);
  expect(kept(back)).toEqual([[0, 60]]);
  expect(back.clips[0]?.id).toBe('a');
});

test('after a clip was moved away, the stretch comes back where it was cut and moves nothing else', () => {
  const moved = moveClip(two, two.clips[1]?.id ?? '', 0);
  expect(kept(bringBack(moved, { source: 'take', from: 10, to: 15 }, newId))).toEqual([
    [15, 40],
    [0, 15],
    [45, 60],
  ]);
});

test('the middle of a removed stretch comes back as a clip of its own, in its place', () => {
  expect(kept(bringBack(two, { source: 'take', from: 12, to: 13 }, newId))).toEqual([
    [0, 10],
    [12, 13],
    [15, 40],
    [45, 60],
  ]);
});

test('clips of other takes stay as they are, and a take that is gone offers nothing', () => {
  const mixed: EditList = { ...two, clips: [...two.clips, { id: 'b', source: 'other', from: 10, to: 20 }] };
  expect(bringBack(mixed, { source: 'take', from: 10, to: 15 }, newId).clips.at(-1)?.source).toBe('other');
  expect(allRemoved(mixed, (source) => (source === 'take' ? 60 : null)).map(({ from }) => from)).toEqual([10, 40]);
});
