import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edgesWorthALook, stretchesIn, type View } from '../../../../src/shared/model/health/found.ts';
import { glancedAt } from '../../../../src/shared/model/health/glanced.ts';
import { chosenEdges, chosenHoles, costOf, holesIn, type Stored } from '../../../../src/shared/model/health/look.ts';
import { type Seen, withLook } from '../../../../src/shared/model/health/seen.ts';
import { glancedSentence, trackWords } from '../../../../src/shared/model/health/words.ts';
import { united } from '../../../../src/shared/model/ranges.ts';

const lit = (time: number, still = false): Seen => ({ time, black: false, still });
const dark = (time: number, still = false): Seen => ({ time, black: true, still });
const fullHd = 1920 * 1080;

/** So many seconds at ten pictures a second, each of so many bytes. */
const stored = (seconds: number, bytes: (time: number) => number): Stored[] =>
  Array.from({ length: seconds * 10 }, (_, index) => ({ time: index / 10, bytes: bytes(index / 10) }));

const view = (seen: readonly Seen[], change: Partial<View> = {}): View => ({
  seen,
  holes: [],
  end: 20,
  frame: 0.1,
  isSharp: () => true,
  ...change,
});
const least = { black: 1, still: 4 };

test('where key frames are near to each other there is no hole', () => {
  expect(holesIn([lit(0), lit(1), lit(2)], null, 3)).toEqual([]);
});

test('between key frames that are far apart, and after the last one, there are holes, with what lies in them', () => {
  const holes = holesIn(
    [lit(0), dark(8)],
    stored(10, (time) => (time >= 3 && time < 5 ? 1 : 100)),
    10,
  );
  expect(holes).toMatchObject([
    { from: 0, to: 8, pictures: 79, least: 10, dark: true },
    { from: 8, to: 10, pictures: 19, dark: true },
  ]);
});

test('a picture that stands because none follows it is no hole', () => {
  expect(
    holesIn(
      [lit(0), lit(8)],
      [
        { time: 0, bytes: 9 },
        { time: 8, bytes: 9 },
      ],
      8,
    ),
  ).toEqual([]);
});

test('those with a dark end are looked into first, then those in which something hardly moves, as far as the budget goes', () => {
  const seen = [lit(0), lit(8), lit(16), dark(24)];
  const file = stored(32, (time) => (time > 10 && time < 12 ? 10 : 1000));
  const holes = holesIn(seen, file, 32);
  const price = costOf(holes[0] ?? { pictures: 0, bytes: 0 }, fullHd, 'most');
  expect(chosenHoles(holes, fullHd, { left: 10 * price })).toEqual([{ from: 0, to: 32 }]);
  expect(chosenHoles(holes, fullHd, { left: 2.01 * price })).toEqual([{ from: 16, to: 32 }]);
  expect(chosenHoles(holes, fullHd, { left: 3.01 * price })).toEqual([{ from: 8, to: 32 }]);
  const budget = { left: 0 };
  expect(chosenHoles(holes, fullHd, budget)).toEqual([]);
  expect(budget.left).toBe(0);
});

test('what is looked into never costs more than there is, and is in order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 60 }),
      fc.double({ min: 0, max: 20, noNaN: true }),
      (sizes, left) => {
        const file = stored(sizes.length, (time) => sizes[Math.floor(time)] ?? 1);
        const seen = sizes.flatMap((_, second) => (second % 4 === 0 ? [lit(second)] : []));
        const budget = { left };
        const chosen = chosenHoles(holesIn(seen, file, sizes.length), fullHd, budget);
        expect(budget.left).toBeGreaterThanOrEqual(0);
        for (const [index, { from, to }] of chosen.entries()) {
          expect(to).toBeGreaterThan(from);
          if (index > 0) expect(from).toBeGreaterThan(chosen[index - 1]?.to ?? 0);
        }
      },
    ),
  );
});

test('edges in one group of pictures are looked at once', () => {
  const edges = [
    { from: 2, to: 2.1 },
    { from: 1, to: 1.1 },
    { from: 9, to: 9.1 },
  ];
  const budget = { left: 10 };
  expect(
    chosenEdges(
      edges,
      ({ from }) => (from < 8 ? 0 : 8),
      () => 4,
      budget,
    ),
  ).toEqual([
    { from: 0, to: 2.1 },
    { from: 8, to: 9.1 },
  ]);
  expect(budget.left).toBe(2);
  expect(
    chosenEdges(
      edges,
      ({ from }) => from,
      () => 11,
      { left: 10 },
    ),
  ).toEqual([]);
});

test('stretches that touch are one', () => {
  expect(
    united([
      { from: 4, to: 6 },
      { from: 0, to: 2 },
      { from: 2, to: 4 },
      { from: 8, to: 9 },
    ]),
  ).toEqual([
    { from: 0, to: 6 },
    { from: 8, to: 9 },
  ]);
});

test('a closer look takes the place of what was seen there, and what is around it stays', () => {
  const seen = [lit(0), dark(1, true), lit(2), lit(3, true)];
  const look = [lit(1), lit(1.5), dark(2, true)];
  expect(withLook(seen, look)).toEqual([lit(0), lit(1, true), lit(1.5), dark(2, true), lit(3, true)]);
  expect(withLook(seen, [])).toEqual(seen);
});

test('black and still stretches go from their first picture to the one after their last', () => {
  const seen = [lit(0), dark(1), dark(2, true), lit(3), lit(4, true), lit(5, true), lit(6, true), lit(7, true), lit(8)];
  expect(stretchesIn(view(seen, { end: 9 }), least)).toEqual({ black: [{ from: 1, to: 3 }], still: [{ from: 3, to: 8 }] });
});

test('what is so at the beginning or the end of a file is so from there, and to there', () => {
  expect(stretchesIn(view([dark(0.03), lit(2), dark(18)]), least).black).toEqual([
    { from: 0, to: 2 },
    { from: 18, to: 20 },
  ]);
  expect(stretchesIn(view([lit(13), lit(14), lit(15, true), lit(16, true)]), least).still).toEqual([{ from: 14, to: 20 }]);
});

test('a picture that stands for long because none follows it stands still', () => {
  expect(stretchesIn(view([lit(0), lit(1), lit(9), lit(9.1)]), least).still).toEqual([
    { from: 1, to: 9 },
    { from: 9.1, to: 20 },
  ]);
  const seen = [lit(0), lit(1), lit(9), lit(19)];
  const holes = [
    { from: 1, to: 9 },
    { from: 9, to: 19 },
  ];
  expect(stretchesIn(view(seen, { holes }), least).still).toEqual([]);
});

test('nothing is said of what was not seen: two black pictures with a hole between them are two', () => {
  const seen = [lit(0), lit(1.2), dark(2), dark(10), dark(11), lit(12)];
  const holes = [{ from: 2, to: 10 }];
  expect(stretchesIn(view(seen, { holes, isSharp: () => false }), least).black).toEqual([{ from: 10, to: 12 }]);
});

test('edges that are not sharp make what is black longer and what stands still shorter', () => {
  const seen = [
    lit(0),
    lit(1),
    dark(2),
    dark(3),
    lit(4),
    lit(5),
    lit(6, true),
    lit(7, true),
    lit(8, true),
    lit(9, true),
    lit(10, true),
    lit(11),
  ];
  const { black, still } = stretchesIn(view(seen, { end: 12, isSharp: () => false }), least);
  expect(black).toEqual([{ from: 1.1, to: 4 }]);
  expect(still).toEqual([{ from: 5, to: 10.1 }]);
});

test('only edges of what may be worth a word are looked at, black ones first', () => {
  const seen = [
    lit(0),
    dark(0.4),
    lit(0.8),
    lit(1.8),
    lit(2.8, true),
    lit(3.8, true),
    lit(4.8, true),
    lit(5.8, true),
    lit(6.8),
    dark(7.8),
    lit(8.8),
  ];
  expect(edgesWorthALook(view(seen, { end: 9 }), least)).toEqual([
    { from: 6.8, to: 7.8 },
    { from: 7.8, to: 8.8 },
    { from: 0.8, to: 1.8 },
    { from: 5.8, to: 6.8 },
  ]);
});

test('what was only glanced at is said with how far its pictures are apart', () => {
  expect(glancedAt('screen', [])).toEqual([]);
  const [glanced] = glancedAt('screen', [
    { from: 0, to: 8 },
    { from: 10, to: 16 },
  ]);
  expect(glanced).toEqual({ track: 'screen', seconds: 14, every: 8 });
  if (glanced) expect(glancedSentence(glanced)).toMatch(/^The screen was looked at only every 8 s for 14 s of the take\. .*\.$/);
});

test('each track says how loud it is, how many pictures it lost, or that it is silent', () => {
  const track = { loudness: null, peak: null, noiseFloor: null, frames: null };
  const frames = { arrived: 90, dropped: 8 };
  expect(trackWords({ ...track, kind: 'microphone' })).toBe('Microphone: silent');
  expect(trackWords({ ...track, kind: 'microphone', loudness: -21.04 })).toBe('Microphone: −21 LUFS');
  expect(trackWords({ ...track, kind: 'screen', frames })).toBe('Screen: 8 pictures missing');
});
