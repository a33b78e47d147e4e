import { expect, test } from 'vitest';
import { evened } from '../../../../src/main/lint/pictures/evened.ts';

/** A field of one grey with bars of another across it, each two pixels wide and ten apart. */
function bars(width: number, height: number, ground: number, ink: number): { width: number; height: number; data: Uint8Array } {
  const data = new Uint8Array(width * height).fill(ground);
  for (let y = 8; y < height - 8; y++) for (let x = 12; x < width - 12; x += 10) data.fill(ink, y * width + x, y * width + x + 2);
  return { width, height, data };
}
const at = ({ width, data }: { width: number; data: Uint8Array }, x: number, y: number): number => data[y * width + x] ?? -1;

test.each([
  ['strong', 255, 0],
  ['pale', 255, 215],
  ['light on dark', 40, 250],
  ['pale on dark', 40, 70],
])('%s lines are black on white', (_, ground, ink) => {
  const out = evened(bars(120, 60, ground, ink));
  expect(at(out, 62, 30)).toBe(0);
  expect(at(out, 58, 30)).toBe(255);
});

test('what is beside another ground has its own, and grain stays white', () => {
  const light = bars(120, 60, 250, 225);
  const dark = bars(120, 60, 30, 90);
  const both = { width: 240, height: 60, data: new Uint8Array(240 * 60) };
  for (let y = 0; y < 60; y++) {
    both.data.set(light.data.subarray(y * 120, y * 120 + 120), y * 240);
    both.data.set(dark.data.subarray(y * 120, y * 120 + 120), y * 240 + 120);
  }
  const out = evened(both);
  for (const x of [32, 62, 182, 212]) expect(at(out, x, 30), `at ${x}`).toBe(0);
  for (const x of [28, 58, 178, 208]) expect(at(out, x, 30), `at ${x}`).toBe(255);
  const grain = evened(bars(120, 60, 200, 203));
  expect(Math.min(...grain.data)).toBeGreaterThan(200);
});
