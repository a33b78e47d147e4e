import { expect, test } from 'vitest';
import { isFaint, letterSize, neededContrast } from '../../../../src/shared/model/contrast/letters.ts';
import { drawWord } from './drawn.ts';

test.each(['Reports', 'sun', 'Page', 'gummy', 'SAVE', '2026'])('the size of “%s” is known from the height of its letters', (text) => {
  for (const size of [14, 24, 40]) {
    const { box } = drawWord({ text, size, ink: [0, 0, 0], ground: () => [255, 255, 255] });
    expect(letterSize(text, box.y1 - box.y0) / size).toBeGreaterThan(0.85);
    expect(letterSize(text, box.y1 - box.y0) / size).toBeLessThan(1.2);
  }
});

test('large letters need less contrast, at the size in which they are shown', () => {
  expect(neededContrast({ size: 23, stroke: 2 }, 1)).toBe(4.5);
  expect(neededContrast({ size: 24, stroke: 2 }, 1)).toBe(3);
  expect(neededContrast({ size: 24, stroke: 2 }, 0.5)).toBe(4.5);
  expect(neededContrast({ size: 19, stroke: 3 }, 1)).toBe(3);
  expect(neededContrast({ size: 18, stroke: 3 }, 1)).toBe(4.5);
});

test('small letters may have been measured too low, large ones hardly', () => {
  expect([10, 13, 20].map((size) => isFaint({ size, stroke: 1, ratio: 3.9 }, 1))).toEqual([false, true, true]);
  expect([10, 13, 20].map((size) => isFaint({ size, stroke: 1, ratio: 4.1 }, 1))).toEqual([false, false, true]);
  expect([10, 13, 20].map((size) => isFaint({ size, stroke: 1, ratio: 3.2 }, 1))).toEqual([true, true, true]);
});
