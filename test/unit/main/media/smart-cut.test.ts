import { expect, test } from 'vitest';
import { parsePackets } from '../../../../src/main/media/copy/packets.ts';
import { smartCut, worthwhile } from '../../../../src/main/media/copy/smart-cut.ts';

/** Ten seconds at 30 frames a second with a key frame each second. */
const packets = Array.from({ length: 300 }, (_, index) => ({ time: index / 30, key: index % 30 === 0 }));
const kinds = (from: number, to: number, reordered = false) =>
  smartCut(packets, from, to, reordered)?.stretches.map(({ kind, frames }) => `${kind} ${frames}`);

test('from key frame to key frame everything is copied', () => {
  expect(kinds(2, 7)).toEqual(['copy 150']);
});

test('what stands before the first key frame and after the last one is encoded', () => {
  expect(kinds(1.5, 7.2)).toEqual(['encode 15', 'copy 150', 'encode 6']);
});

test('the end of the file is as good as a key frame', () => {
  expect(kinds(2, 10)).toEqual(['copy 240']);
  expect(kinds(2, 12)).toEqual(['copy 240']);
});

test('a cut a frame away from a key frame is made where it was asked for, and at the key frame only where nothing can be encoded', () => {
  expect(kinds(1.97, 7.02)).toEqual(['encode 1', 'copy 150', 'encode 1']);
  expect(kinds(2.033, 6.967)).toEqual(['encode 29', 'copy 90', 'encode 29']);
  expect(kinds(1.99, 7.01)).toEqual(['copy 150']);
  expect(kinds(1.97, 7.02, true)).toEqual(['copy 150']);
});

test('nothing is copied where no key frame lies in the stretch, or frames are reordered and an edge is not on one', () => {
  expect(kinds(2.2, 2.8)).toBeUndefined();
  expect(kinds(1.5, 7, true)).toBeUndefined();
  expect(kinds(2, 7, true)).toEqual(['copy 150']);
});

test('copying is chosen where most of the picture can be copied', () => {
  const cut = (from: number, to: number) => smartCut(packets, from, to, false) ?? { stretches: [], from: 0, to: 0, frames: 0 };
  expect(worthwhile([cut(1.5, 7.2)])).toBe(true);
  expect(worthwhile([cut(1.1, 2.5)])).toBe(false);
});

test('a key frame after which earlier frames come is not one to cut at', () => {
  const rows = [
    ['0.0', 'K__'],
    ['0.1', '___'],
    ['0.4', 'K__'],
    ['0.2', '___'],
    ['0.3', '___'],
    ['0.5', 'K__'],
  ];
  expect(parsePackets(rows).map(({ time, key }) => (key ? time : null))).toEqual([0, null, null, null, null, 0.5]);
});
