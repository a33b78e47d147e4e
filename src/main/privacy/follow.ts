import type { Box } from '../../shared/model/privacy/finding.ts';
import { areaOf, common, type Grey, wholeOf } from './grey.ts';

/** What a piece of a picture looks like, by the pixels that tell most about it. */
export interface Look {
  /** Offsets from the box's corner, in pairs, and the brightness there. */
  points: Int16Array;
  values: Uint8Array;
}

const mostPoints = 220;

/** Pure: remembers a piece of a picture by its sharpest edges. */
export function lookOf(picture: Grey, box: Box): Look {
  const { width, height, data } = picture;
  const { x0, y0, x1, y1 } = common(box, { x0: 1, y0: 1, x1: width - 1, y1: height - 1 });
  const stride = Math.max(1, Math.floor(Math.sqrt(areaOf(box) / 6000)));
  const edges: { x: number; y: number; edge: number }[] = [];
  for (let y = y0; y < y1; y += stride) {
    for (let x = x0; x < x1; x += stride) {
      const at = y * width + x;
      const edge = Math.abs((data[at + 1] ?? 0) - (data[at - 1] ?? 0)) + Math.abs((data[at + width] ?? 0) - (data[at - width] ?? 0));
      edges.push({ x, y, edge });
    }
  }
  const kept = edges.sort((a, b) => b.edge - a.edge).slice(0, mostPoints);
  const points = new Int16Array(kept.length * 2);
  const values = new Uint8Array(kept.length);
  for (const [at, { x, y }] of kept.entries()) {
    points[at * 2] = x - box.x0;
    points[at * 2 + 1] = y - box.y0;
    values[at] = data[y * width + x] ?? 0;
  }
  return { points, values };
}

/** Mean difference up to which two pieces are the same text, moved and encoded anew. */
const sameUpTo = 30;
/** A pointer may stand before a part of it. */
const leastSame = 0.62;
/** A pixel that differs by less is the same one. */
const samePixel = 40;
/** So much of it must be within the picture to be known again. */
const leastWithin = 0.75;

/** Mean difference of a look from what stands at a place; gives up above `limit`. */
function difference({ width, height, data }: Grey, { points, values }: Look, x: number, y: number, limit: number): number {
  let sum = 0;
  let within = 0;
  const most = limit * values.length;
  for (let at = 0; at < values.length; at++) {
    const px = x + (points[at * 2] ?? 0);
    const py = y + (points[at * 2 + 1] ?? 0);
    if (px < 0 || py < 0 || px >= width || py >= height) continue;
    within++;
    sum += Math.abs((data[py * width + px] ?? 0) - (values[at] ?? 0));
    if (sum > most) return Number.POSITIVE_INFINITY;
  }
  return within < leastWithin * values.length ? Number.POSITIVE_INFINITY : sum / within;
}

/** Whether most of it still stands where it stood. */
function stands({ width, height, data }: Grey, { points, values }: Look, { x0, y0 }: Box): boolean {
  let same = 0;
  for (let at = 0; at < values.length; at++) {
    const x = x0 + (points[at * 2] ?? 0);
    const y = y0 + (points[at * 2 + 1] ?? 0);
    if (x < 0 || y < 0 || x >= width || y >= height) continue;
    if (Math.abs((data[y * width + x] ?? 0) - (values[at] ?? 0)) < samePixel) same++;
  }
  return same >= leastSame * values.length;
}

export interface Shift {
  dx: number;
  dy: number;
}

/** Sideways while scrolling, or up and down while panning, it may wander by so many pixels. */
const wander = 2;

/**
 * Pure: where a piece of the picture before went, or null where it is not to be seen. Pages scroll up and down or sideways;
 * `hints` are shifts that were found for others in the same picture, and are tried first.
 */
export function follow(picture: Grey, look: Look, box: Box, hints: readonly Shift[]): Shift | null {
  if (look.values.length === 0) return null;
  if (stands(picture, look, box)) return { dx: 0, dy: 0 };
  const best: { shift: Shift | null; difference: number } = { shift: null, difference: sameUpTo };
  const attempt = (dx: number, dy: number) => {
    const found = difference(picture, look, box.x0 + dx, box.y0 + dy, best.difference);
    if (found >= best.difference) return;
    best.difference = found;
    best.shift = { dx, dy };
  };
  for (const { dx, dy } of hints) attempt(dx, dy);
  if (best.shift) return best.shift;
  const high = box.y1 - box.y0;
  for (let dy = -box.y0 - (high >> 1); dy < picture.height - box.y0 - (high >> 1); dy++)
    for (let dx = -wander; dx <= wander; dx++) attempt(dx, dy);
  if (best.shift) return best.shift;
  const wide = box.x1 - box.x0;
  for (let dx = -box.x0 - (wide >> 1); dx < picture.width - box.x0 - (wide >> 1); dx++)
    for (let dy = -wander; dy <= wander; dy++) attempt(dx, dy);
  return best.shift;
}

/** The part of a box that is within the picture. */
export const seenPart = (picture: Pick<Grey, 'width' | 'height'>, box: Box): Box => common(box, wholeOf(picture));
