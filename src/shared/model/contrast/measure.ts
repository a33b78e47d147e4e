import type { Box } from '../privacy/finding.ts';
import { contrastOf, luminance } from './luminance.ts';

/** A picture, row by row, three bytes a pixel: red, green, blue. */
export interface Rgb {
  width: number;
  height: number;
  data: Uint8Array;
}

export interface Measured {
  /** Contrast of letters and ground, 1 to 21. */
  ratio: number;
  /** How thick the letters' lines are, in pixels. */
  stroke: number;
}

/** The pixels of a word and of a rim around it, as what light they give. */
interface Patch {
  width: number;
  height: number;
  light: Float64Array;
  /** Whether a pixel lies in the word's own box. */
  inside(x: number, y: number): boolean;
}

/** Around the letters there is ground for sure: so much of their height is taken along, and never less than this. */
const rim = 0.15;
const narrowestRim = 2;

function patchOf({ width, height, data }: Rgb, box: Box): Patch | null {
  const more = Math.max(narrowestRim, Math.round((box.y1 - box.y0) * rim));
  const [x0, y0] = [Math.max(0, box.x0 - more), Math.max(0, box.y0 - more)];
  const [x1, y1] = [Math.min(width, box.x1 + more), Math.min(height, box.y1 + more)];
  if (x1 - x0 < 3 || y1 - y0 < 3) return null;
  const light = new Float64Array((x1 - x0) * (y1 - y0));
  for (let y = y0, to = 0; y < y1; y++) {
    for (let x = x0, from = (y * width + x0) * 3; x < x1; x++, from += 3, to++)
      light[to] = luminance(data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0);
  }
  const inside = (x: number, y: number): boolean => x + x0 >= box.x0 && x + x0 < box.x1 && y + y0 >= box.y0 && y + y0 < box.y1;
  return { width: x1 - x0, height: y1 - y0, light, inside };
}

/** As the eye takes it, in 256 steps: even steps of light are not even to the eye. */
const steps = 256;
const stepOf = (light: number): number => Math.min(steps - 1, Math.floor(Math.sqrt(light) * steps));

/** The step that parts the pixels best into a dark and a light class (Otsu 1979); null where all are of one step. */
function split(values: readonly number[]): number | null {
  const counts = new Array<number>(steps).fill(0);
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  const sum = values.reduce((total, value) => total + value, 0);
  let [best, at, end, below, sumBelow] = [0, 0, 0, 0, 0];
  for (let step = 0; step < steps; step++) {
    below += counts[step] ?? 0;
    sumBelow += step * (counts[step] ?? 0);
    const above = values.length - below;
    if (below === 0 || above === 0) continue;
    const apart = below * above * (sumBelow / below - (sum - sumBelow) / above) ** 2;
    // Between two colours with nothing in between all steps part equally well: the middle of them is taken.
    if (apart > best * (1 + 1e-9)) [best, at] = [apart, step];
    if (apart >= best * (1 - 1e-9)) end = step;
  }
  return best === 0 ? null : (at + end) / 2;
}

/** The value below which a share of them lies. Sorts what it is given. */
function quantile(values: number[], share: number): number {
  values.sort((a, b) => a - b);
  return values[Math.round(share * (values.length - 1))] ?? 0;
}

/** Smoothed edges make thin lines paler: the few of the letters' pixels that are farthest from the ground speak for them. */
const inkShare = 0.03;
/** A ground that varies is as good as where it is worst; a quarter of it may be no worse. */
const groundShare = 0.25;
/** Fewer pixels say nothing. */
const fewest = 8;

/** Which pixels of a patch are letters, and all that touch them, which edges have made neither the one nor the other. */
function lettersIn({ width, height, light }: Patch, isLetter: (light: number) => boolean): { ink: Uint8Array; near: Uint8Array } {
  const ink = Uint8Array.from(light, (value) => Number(isLetter(value)));
  const near = new Uint8Array(ink.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!ink[y * width + x]) continue;
      for (let dy = Math.max(0, y - 1); dy <= Math.min(height - 1, y + 1); dy++)
        near.fill(1, dy * width + Math.max(0, x - 1), dy * width + Math.min(width, x + 2));
    }
  }
  return { ink, near };
}

/** How thick lines are: twice their area by the length of their edges. */
function strokeOf({ width, height }: Patch, ink: Uint8Array): number {
  let [area, edges] = [0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const here = ink[y * width + x] ?? 0;
      area += here;
      if (x > 0) edges += here ^ (ink[y * width + x - 1] ?? 0);
      if (y > 0) edges += here ^ (ink[(y - 1) * width + x] ?? 0);
    }
  }
  return (2 * area) / Math.max(1, edges);
}

/**
 * Pure: how a word in a picture stands out from what is behind it, by the pixels of its box. The letters' colour is that of
 * their pixels farthest from the ground; the ground's that of what lies close around the letters, where it is nearest to them.
 * Null where there is nothing to tell apart.
 */
export function measureWord(picture: Rgb, box: Box): Measured | null {
  const patch = patchOf(picture, box);
  if (!patch) return null;
  const { width, light, inside } = patch;
  const within: number[] = [];
  const around: number[] = [];
  for (const [at, value] of light.entries()) (inside(at % width, Math.floor(at / width)) ? within : around).push(stepOf(value));
  const threshold = split(within);
  if (threshold === null) return null;

  // Letters fill less of the rim than the ground does.
  const ground = around.length >= fewest ? around : within;
  const isDark = ground.filter((step) => step > threshold).length * 2 >= ground.length;
  const onSide = (value: number): boolean => stepOf(value) > threshold !== isDark;
  const ink = quantile([...light].filter(onSide), isDark ? inkShare : 1 - inkShare);
  const behind = quantile(
    [...light].filter((value) => !onSide(value)),
    0.5,
  );

  const middle = ((Math.sqrt(ink) + Math.sqrt(behind)) / 2) ** 2;
  const letters = lettersIn(patch, (value) => (isDark ? value < middle : value > middle));
  const clear = [...light].filter((_, at) => !letters.near[at]);
  const close = clear.length >= fewest ? clear : [...light].filter((_, at) => !letters.ink[at]);
  if (close.length < fewest) return null;
  const nearest = quantile(close, isDark ? groundShare : 1 - groundShare);
  return { ratio: contrastOf(ink, nearest), stroke: strokeOf(patch, letters.ink) };
}
