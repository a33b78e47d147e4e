import { expect, test } from 'vitest';
import {
  addPlace,
  areaOf,
  coverAt,
  type Kind,
  kinds,
  marksOf,
  movedArea,
  newMark,
  stretchesIn,
  stretchIn,
  titleOf,
  withEnds,
  withMark,
  withoutMark,
  withPlace,
} from '../../../../src/renderer/features/cut/picture/marks.ts';
import { type Cover, EditList, wholeSource } from '../../../../src/shared/model/edit/list.ts';

const empty = wholeSource('take', 60, 'a');
const stretch = { source: 'take', from: 5, to: 9 };
const area = (x: number) => ({ x, y: 0.1, width: 0.2, height: 0.2 });
const cover = (...places: [at: number, x: number][]): Cover => ({
  id: 'c',
  ...stretch,
  how: 'blur',
  path: places.map(([at, x]) => ({ at, area: area(x) })),
});

test('every kind of mark is one that an edit list takes, is listed once, and goes again', () => {
  for (const kind of Object.keys(kinds) as Kind[]) {
    const made = newMark(kind, stretch, 'mark', empty);
    const list = withMark(withMark(empty, made), made);
    expect(EditList.parse(list)).toEqual(list);
    expect(marksOf(list).map(({ mark }) => mark.id)).toEqual(['mark']);
    expect(titleOf(made)).toContain(kinds[kind]);
    expect(withoutMark(list, 'mark')).toEqual(empty);
  }
});

test('a mark on a selection reaches as far as the selection does, over cuts and into other takes', () => {
  const clip = (id: string, from: number, to: number, source = 'take') => ({ id, source, from, to });
  const clips = [clip('a', 0, 10), clip('b', 10, 20), clip('c', 25, 30), clip('d', 4, 8, 'other')];
  // Split, and with a silence cut out, it is one stretch of the take; the other take has its own.
  expect(stretchesIn({ ...empty, clips }, { from: 8, to: 27 })).toEqual([
    { source: 'take', from: 8, to: 30 },
    { source: 'other', from: 4, to: 6 },
  ]);
  // What lies between is seen at another place, and nobody asked to hide it there.
  const moved = [clip('a', 0, 10), clip('c', 20, 30), clip('b', 10, 20)];
  expect(stretchesIn({ ...empty, clips: moved }, { from: 8, to: 12 })).toEqual([
    { source: 'take', from: 8, to: 10 },
    { source: 'take', from: 20, to: 22 },
  ]);
});

test('numbers go on counting', () => {
  const one = withMark(empty, newMark('number', stretch, 'one', empty));
  expect(newMark('number', stretch, 'two', one)).toMatchObject({ mark: { number: 2 } });
});

test('a new mark goes no further than its clip, and does not begin before its take', () => {
  const clip = { id: 'a', source: 'take', from: 0, to: 0.1 };
  expect(stretchIn(clip, 0.05, 4)).toEqual({ source: 'take', from: 0, to: 0.1 });
  expect(EditList.safeParse(withMark(empty, newMark('zoom', stretchIn(clip, 0.05, 4), 'z', empty))).success).toBe(true);
  expect(stretchIn({ ...clip, from: 2, to: 5 }, 3, 4)).toEqual({ source: 'take', from: 3, to: 5 });
  expect(stretchIn({ ...clip, from: 2, to: 5 }, 4.9, 4)).toEqual({ source: 'take', from: 4.8, to: 5 });
});

test('an end that is moved past the other leaves something of the mark', () => {
  const made = newMark('zoom', stretch, 'z', empty);
  expect(withEnds(made, { from: 20 }).mark).toMatchObject({ from: 8.8, to: 9 });
  expect(withEnds(made, { to: 1 }).mark).toMatchObject({ from: 5, to: 5.2 });
});

test('a region stays within the picture, however far it is moved or drawn', () => {
  expect(movedArea(area(0.1), { x: 5, y: -5 })).toEqual({ x: 0.8, y: 0, width: 0.2, height: 0.2 });
  expect(movedArea(area(0.1), { width: 5, height: -5 })).toEqual({ x: 0, y: 0.1, width: 1, height: 0.02 });
});

test('a cover of one place moves as a whole; of more, only the place at that moment', () => {
  expect(withPlace(cover([5, 0.1]), 8, area(0.5)).path).toEqual([{ at: 5, area: area(0.5) }]);
  const moving = addPlace(cover([5, 0.1]), 8);
  expect(moving.path.map(({ at }) => at)).toEqual([5, 8]);
  const moved = withPlace(moving, 8, area(0.5));
  expect(coverAt(moved, 6.5).x).toBeCloseTo(0.3, 6);
  expect(withPlace(moved, 6, area(0.2)).path.map(({ at }) => at)).toEqual([5, 6, 8]);
  expect(areaOf({ of: 'covers', mark: moved }, 20)?.x).toBeCloseTo(0.5, 6);
});
