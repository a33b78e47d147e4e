import { describe, expect, test } from 'vitest';
import { boldFrom } from '../../../../src/shared/model/contrast/letters.ts';
import { contrastOf, luminance } from '../../../../src/shared/model/contrast/luminance.ts';
import { measureWord } from '../../../../src/shared/model/contrast/measure.ts';
import { drawWord } from './drawn.ts';

type Colour = readonly [number, number, number];
const white: Colour = [255, 255, 255];
const black: Colour = [0, 0, 0];

const exact = (ink: Colour, ground: Colour): number => contrastOf(luminance(...ink), luminance(...ground));
const measured = (word: Parameters<typeof drawWord>[0]) => {
  const { picture, box } = drawWord(word);
  return measureWord(picture, box);
};
const ratioOf = (word: Parameters<typeof drawWord>[0]): number => measured(word)?.ratio ?? 0;

test('the contrast of colours is that of WCAG', () => {
  expect(exact(black, white)).toBeCloseTo(21, 5);
  expect(exact([118, 118, 118], white)).toBeCloseTo(4.54, 2);
  expect(exact([119, 119, 119], white)).toBeCloseTo(4.48, 2);
  expect(exact([255, 0, 0], white)).toBeCloseTo(4, 1);
});

const pairs: readonly [name: string, ink: Colour, ground: Colour][] = [
  ['black on white', black, white],
  ['just enough grey on white', [118, 118, 118], white],
  ['too pale a grey on white', [170, 170, 170], white],
  ['grey on black', [120, 120, 120], [20, 20, 20]],
  ['white on a blue button', white, [66, 133, 244]],
  ['orange on white', [242, 140, 40], white],
  ['green on a yellow note', [0, 150, 110], [255, 251, 214]],
  ['red on blue', [200, 30, 30], [30, 40, 160]],
  ['pale yellow on dark green', [250, 240, 170], [10, 70, 50]],
];

describe.each(pairs)('%s', (_, ink, ground) => {
  test.each([20, 32, 60])('is measured as it is at %i px', (size) => {
    expect(ratioOf({ size, ink, ground: () => ground }) / exact(ink, ground)).toBeCloseTo(1, 1);
  });
  test.each([12, 13, 14, 16])('is measured nearly as it is in small letters of %i px', (size) => {
    const share = ratioOf({ size, ink, ground: () => ground }) / exact(ink, ground);
    expect(share).toBeGreaterThan(0.88);
    expect(share).toBeLessThan(1.01);
  });
});

/** Even noise that is the same each time: 0 up to 1. */
function noise(x: number, y: number): number {
  const mixed = Math.imul(Math.imul(x + 1, 0x9e3779b1) ^ Math.imul(y + 1, 0x85ebca6b), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
}
/** What a photo has behind its words: patches of light and shade, and grain. */
const photo =
  (from: number, to: number) =>
  (x: number, y: number): Colour => {
    const patch = (Math.sin(x / 17) * Math.cos(y / 11) + 1) / 2;
    const level = from + (to - from) * (0.7 * patch + 0.3 * noise(x, y));
    return [level, level * 0.95, level * 0.85];
  };

test.each([
  ['white on a dark photo', white, photo(10, 80)],
  ['black on a bright photo', black, photo(170, 250)],
])('%s stands out', (_, ink, ground) => {
  for (const size of [14, 20, 40]) expect(ratioOf({ size, ink, ground })).toBeGreaterThan(7);
});

test.each([
  ['white on a photo with light patches', white, photo(90, 230)],
  ['black on a photo with dark patches', black, photo(20, 130)],
  ['grey in the middle of everything', [128, 128, 128] as Colour, photo(60, 190)],
])('%s is as bad as where it is bad', (_, ink, ground) => {
  for (const size of [20, 40]) expect(ratioOf({ size, ink, ground })).toBeLessThan(3);
});

test('a ground that goes from dark to light counts where it is near to the letters', () => {
  const ground = (x: number): Colour => [x * 1.1, x * 1.1, x * 1.1].map((level) => Math.min(255, level)) as unknown as Colour;
  const ratio = ratioOf({ size: 24, ink: white, ground });
  expect(ratio).toBeGreaterThan(1.5);
  expect(ratio).toBeLessThan(7);
});

test('bold letters have thicker lines than usual ones, whatever their size and colour', () => {
  for (const size of [14, 20, 32]) {
    const [usual = 0, bold = 0] = ([400, 700] as const).map(
      (weight) => measured({ size, ink: [90, 90, 90], weight, ground: () => white })?.stroke ?? 0,
    );
    expect(usual / size, `usual at ${size}`).toBeLessThan(boldFrom);
    expect(bold / size, `bold at ${size}`).toBeGreaterThan(boldFrom);
  }
});

test('where there is nothing to tell apart, nothing is said', () => {
  const { picture, box } = drawWord({ size: 20, ink: white, ground: () => white });
  expect(measureWord(picture, { ...box, x0: 10, y0: 10, x1: 60, y1: 30 })).toBeNull();
  expect(measureWord({ width: 2, height: 2, data: new Uint8Array(12) }, { x0: 0, y0: 0, x1: 2, y1: 2 })).toBeNull();
});
