import type { Box } from '../../shared/model/privacy/finding.ts';

/** A picture in shades of grey, row by row, one byte a pixel. */
export interface Grey {
  width: number;
  height: number;
  data: Uint8Array;
}

/** A picture of a take and the moment it is seen, in take time. */
export interface Frame extends Grey {
  at: number;
}

export const wholeOf = ({ width, height }: Pick<Grey, 'width' | 'height'>): Box => ({ x0: 0, y0: 0, x1: width, y1: height });
export const areaOf = ({ x0, y0, x1, y1 }: Box): number => Math.max(0, x1 - x0) * Math.max(0, y1 - y0);

export const common = (a: Box, b: Box): Box => ({
  x0: Math.max(a.x0, b.x0),
  y0: Math.max(a.y0, b.y0),
  x1: Math.min(a.x1, b.x1),
  y1: Math.min(a.y1, b.y1),
});
export const around = (a: Box, b: Box): Box => ({
  x0: Math.min(a.x0, b.x0),
  y0: Math.min(a.y0, b.y0),
  x1: Math.max(a.x1, b.x1),
  y1: Math.max(a.y1, b.y1),
});
export const touches = (a: Box, b: Box): boolean => areaOf(common(a, b)) > 0;
export const holds = (outer: Box, inner: Box): boolean =>
  inner.x0 >= outer.x0 && inner.y0 >= outer.y0 && inner.x1 <= outer.x1 && inner.y1 <= outer.y1;
export const grown = ({ x0, y0, x1, y1 }: Box, x: number, y: number): Box => ({ x0: x0 - x, y0: y0 - y, x1: x1 + x, y1: y1 + y });
export const moved = ({ x0, y0, x1, y1 }: Box, dx: number, dy: number): Box => ({ x0: x0 + dx, y0: y0 + dy, x1: x1 + dx, y1: y1 + dy });

/** How much of two boxes is the same, 0 to 1. */
export const alike = (a: Box, b: Box): number => {
  const both = areaOf(common(a, b));
  return both / Math.max(1, areaOf(a) + areaOf(b) - both);
};

/** A part of a picture as a picture of its own. */
export function cropped({ width, data }: Grey, { x0, y0, x1, y1 }: Box): Grey {
  const part = { width: x1 - x0, height: y1 - y0, data: new Uint8Array((x1 - x0) * (y1 - y0)) };
  for (let y = 0; y < part.height; y++) {
    const from = (y0 + y) * width + x0;
    part.data.set(data.subarray(from, from + part.width), y * part.width);
  }
  return part;
}

/** Copies a part of one picture over the same part of another. */
export function copyPart(from: Grey, to: Grey, { x0, y0, x1, y1 }: Box): void {
  for (let y = y0; y < y1; y++) to.data.set(from.data.subarray(y * from.width + x0, y * from.width + x1), y * to.width + x0);
}

/** How much a sample `distance` away counts (cubic convolution, Keys 1981, with the sharpness that ffmpeg uses). */
function weight(distance: number): number {
  const sharpness = -0.6;
  const d = Math.abs(distance);
  if (d < 1) return (sharpness + 2) * d ** 3 - (sharpness + 3) * d ** 2 + 1;
  return d < 2 ? sharpness * (d ** 3 - 5 * d ** 2 + 8 * d - 4) : 0;
}

/** New samples lie a quarter beside the old ones: four old ones make one, from the farther side to the nearer. In 1/256. */
const taps = [1.75, 0.75, 0.25, 1.25].map((distance) => Math.round(weight(distance) * 256)) as [number, number, number, number];

/** Doubles lines of samples that lie `step` apart; a line's neighbour lies `across` further. */
function doubleLines(
  from: Uint8Array,
  length: number,
  step: number,
  lines: number,
  across: number,
  to: Uint8ClampedArray,
  toStep: number,
  toAcross: number,
): void {
  const [far, side, near, behind] = taps;
  const last = length - 1;
  for (let line = 0; line < lines; line++) {
    const start = line * across;
    for (let at = 0; at < length; at++) {
      const a = from[start + (at > 1 ? at - 2 : 0) * step] ?? 0;
      const b = from[start + (at > 0 ? at - 1 : 0) * step] ?? 0;
      const c = from[start + at * step] ?? 0;
      const d = from[start + (at < last ? at + 1 : last) * step] ?? 0;
      const e = from[start + (at < last - 1 ? at + 2 : last) * step] ?? 0;
      const place = line * toAcross + at * 2 * toStep;
      to[place] = (far * a + side * b + near * c + behind * d + 128) >> 8;
      to[place + toStep] = (far * e + side * d + near * c + behind * b + 128) >> 8;
    }
  }
}

/** Twice as wide and high. Small letters are read far better so, and better from cubic than from straight lines between samples. */
export function doubled({ width, height, data }: Grey): Grey {
  const wide = new Uint8ClampedArray(width * 2 * height);
  doubleLines(data, width, 1, height, width, wide, 1, width * 2);
  const out = new Uint8ClampedArray(wide.length * 2);
  doubleLines(new Uint8Array(wide.buffer), height, width * 2, width * 2, 1, out, width * 2, 1);
  return { width: width * 2, height: height * 2, data: new Uint8Array(out.buffer) };
}
