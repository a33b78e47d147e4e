import { expect, test } from 'vitest';
import { cutOut, resizeClip, splitAt, trim, trimAt } from '../../../../src/shared/model/edit/clips.ts';
import { type EditList, wholeSource } from '../../../../src/shared/model/edit/list.ts';
import { editDuration, toOutput, toSource } from '../../../../src/shared/model/edit/time.ts';

const ranges = (edit: EditList) => edit.clips.map(({ from, to }) => [from, to]);
const whole = wholeSource('take', 60, 'a');

test('cutting a stretch out leaves what stands before and after it', () => {
  const edit = cutOut(whole, 'take', 10, 15);
  expect(ranges(edit)).toEqual([
    [0, 10],
    [15, 60],
  ]);
  expect(editDuration(edit)).toBe(55);
});

test('every clip has a name of its own after a cut', () => {
  const edit = cutOut(cutOut(cutOut(whole, 'take', 10, 15), 'take', 20, 25), 'take', 30, 31);
  expect(new Set(edit.clips.map((clip) => clip.id)).size).toBe(edit.clips.length);
});

test('a cut of another source touches nothing', () => {
  expect(cutOut(whole, 'other', 10, 15)).toEqual(whole);
});

test('a rest too short to be seen is dropped', () => {
  expect(ranges(cutOut(whole, 'take', 0.02, 15))).toEqual([[15, 60]]);
});

test('trimming keeps only the stretch', () => {
  expect(ranges(trim(whole, 'take', 5, 50))).toEqual([[5, 50]]);
});

test('a moment is found in the output and back in its source', () => {
  const edit = cutOut(whole, 'take', 10, 15);
  expect(toOutput(edit, 'take', 20)).toBe(15);
  expect(toOutput(edit, 'take', 12)).toBeNull();
  expect(toSource(edit, 15)).toMatchObject({ time: 20 });
  expect(toSource(edit, 999)).toMatchObject({ time: 60 });
});

test('a clip begins or ends at a moment; where one ends and the next begins, each keeps its own end', () => {
  const edit = splitAt(whole, 20, () => 'b');
  expect(trimAt(edit, 15, 'to')?.edit.clips[0]).toMatchObject({ id: 'a', from: 0, to: 15 });
  expect(trimAt(edit, 25, 'from')?.edit.clips[1]).toMatchObject({ id: 'b', from: 25, to: 60 });
  expect(trimAt(edit, 20, 'to')).toEqual({ edit, place: { clip: edit.clips[0], start: 0 } });
  expect(trimAt(edit, 20, 'from')).toEqual({ edit, place: { clip: edit.clips[1], start: 20 } });
  expect(trimAt(edit, 60, 'to')?.edit).toBe(edit);
  expect(trimAt(edit, 0, 'to')).toBeNull();
  expect(trimAt(edit, 60, 'from')).toBeNull();
});

test('an end that is moved to where it is changes nothing', () => {
  expect(resizeClip(whole, 'a', { from: -1 }, 60)).toBe(whole);
  expect(resizeClip(whole, 'a', { to: 61 }, 60)).toBe(whole);
  expect(resizeClip(whole, 'a', { to: 59 }, 60)).not.toBe(whole);
});
