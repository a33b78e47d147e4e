import { expect, test } from 'vitest';
import { bringBack, moveEnd, moveStart, outerRange, removedRanges, without } from '../../../../src/renderer/features/cut/ranges.ts';
import { cutOut } from '../../../../src/shared/model/edit/clips.ts';
import { type EditList, wholeSource } from '../../../../src/shared/model/edit/list.ts';

const whole = wholeSource('take', 60, 'a');
const newId = () => 'new';
const kept = (edit: EditList | null) => edit?.clips.map(({ from, to }) => [from, to]);
const two = cutOut(cutOut(whole, 'take', 10, 15), 'take', 40, 45);

test('what is removed lies before, between and after the clips', () => {
  expect(removedRanges(moveStart(two, 'take', 3, newId), 'take', 60)).toEqual([
    { from: 0, to: 3 },
    { from: 10, to: 15 },
    { from: 40, to: 45 },
  ]);
  expect(removedRanges(whole, 'take', 60)).toEqual([]);
});

test('a removed stretch brought back joins the clips around it', () => {
  expect(kept(bringBack(two, 'take', { from: 10, to: 15 }, newId))).toEqual([
    [0, 40],
    [45, 60],
  ]);
});

test('everything brought back is the whole take again', () => {
  const back = removedRanges(two, 'take', 60).reduce((edit, range) => bringBack(edit, 'take', range, newId), two);
  expect(kept(back)).toEqual([[0, 60]]);
  expect(back.clips[0]?.id).toBe('a');
});

test('the middle of a removed stretch comes back as a clip of its own, in its place', () => {
  expect(kept(bringBack(two, 'take', { from: 12, to: 13 }, newId))).toEqual([
    [0, 10],
    [12, 13],
    [15, 40],
    [45, 60],
  ]);
});

test('clips of other takes stay as they are', () => {
  const mixed: EditList = { ...two, clips: [...two.clips, { id: 'b', source: 'other', from: 10, to: 20 }] };
  expect(bringBack(mixed, 'take', { from: 10, to: 15 }, newId).clips.at(-1)).toEqual({ id: 'b', source: 'other', from: 10, to: 20 });
});

test('the start moves in and back out, and cuts further on stay', () => {
  const shorter = moveStart(two, 'take', 20, newId);
  expect(kept(shorter)).toEqual([
    [20, 40],
    [45, 60],
  ]);
  expect(kept(moveStart(shorter, 'take', 5, newId))).toEqual([
    [5, 40],
    [45, 60],
  ]);
});

test('the end moves in and back out, never past the take', () => {
  const shorter = moveEnd(two, 'take', 50, 60, newId);
  expect(kept(shorter)?.at(-1)).toEqual([45, 50]);
  expect(kept(moveEnd(shorter, 'take', 99, 60, newId))?.at(-1)).toEqual([45, 60]);
});

test('the ends never meet', () => {
  expect(outerRange(moveStart(whole, 'take', 99, newId), 'take')).toEqual({ from: 59.8, to: 60 });
  expect(outerRange(moveEnd(whole, 'take', -1, 60, newId), 'take')).toEqual({ from: 0, to: 0.2 });
});

test('an edit is never left empty', () => {
  expect(without(whole, 'take', { from: 0, to: 60 })).toBeNull();
  expect(kept(without(whole, 'take', { from: 0, to: 59 }))).toEqual([[59, 60]]);
});
