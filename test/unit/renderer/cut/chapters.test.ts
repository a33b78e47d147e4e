import { expect, test } from 'vitest';
import {
  addChapter,
  chapterMarkers,
  stepMarkers,
  unnamedChapters,
  unnamedSentence,
  withoutChapter,
} from '../../../../src/renderer/features/cut/chapters.ts';
import { clipName } from '../../../../src/renderer/features/cut/clip-name.ts';
import { cutOut } from '../../../../src/shared/model/edit/clips.ts';
import { wholeSource } from '../../../../src/shared/model/edit/list.ts';
import type { Take } from '../../../../src/shared/model/take.ts';

const whole = wholeSource('walk', 60, 'a');
const cut = cutOut(whole, 'walk', 10, 20);
const walk = { id: 'walk', title: 'Walkthrough', marks: [5, 15, 30] } as Pick<Take, 'id' | 'title' | 'marks'> as Take;

test('steps keep their numbers when one before them is cut out', () => {
  expect(stepMarkers(cut, new Map([['walk', walk]])).map(({ title, at }) => [title, at])).toEqual([
    ['Step 2', 5],
    ['Step 4', 20],
  ]);
});

test('a chapter is added once at a place, moves with what it names, and can be taken away', () => {
  const added = addChapter(cut, 'walk', 30, 'one');
  expect(added?.title).toBe('Chapter 1');
  const list = added?.list ?? cut;
  expect(addChapter(list, 'walk', 30.2, 'two')).toBeNull();
  expect(chapterMarkers(list)).toEqual([{ id: 'one', at: 20, title: 'Chapter 1' }]);
  expect(chapterMarkers(cutOut(list, 'walk', 25, 35))).toEqual([]);
  expect(withoutChapter(list, 'one')).toEqual(cut);
});

test('chapters that nobody named are counted, whatever their number came from', () => {
  const chapter = (title: string, index: number) => ({ id: `${index}`, source: 'walk', at: index, title });
  const named = (...titles: string[]) => unnamedChapters({ ...cut, chapters: titles.map(chapter) });
  expect(named('Step 1', 'Chapter 12', ' ', 'Count it', 'Step 2: count', 'Chapter one')).toBe(3);
  expect(unnamedSentence(named('Count it'))).toBeNull();
  expect(unnamedSentence(1)).toMatch(/^One has no name yet\./);
  expect(unnamedSentence(3)).toMatch(/^Three have no name yet\./);
});

test('a clip says which it is, of what, from when to when and how long', () => {
  const clip = { id: 'b', source: 'walk', from: 12, to: 48 };
  expect(clipName(clip, 1, 5, 'Walkthrough')).toBe('Clip 2 of 5, Walkthrough, 0:12 to 0:48, 36 seconds');
  expect(clipName({ ...clip, to: 75.46 }, 0, 1, undefined)).toBe(
    'Clip 1 of 1, a take that is not here any more, 0:12 to 1:15.5, 1 minute 3.5 seconds',
  );
});
