import type { Box } from '../../shared/model/privacy/finding.ts';
import { around, common, type Grey, grown, touches, wholeOf } from './grey.ts';

/** Pictures are compared in cells of so many pixels each way. */
const cell = 16;
/** Smaller steps of brightness come from encoding, not from the screen. */
const step = 36;
/** Pixels of a cell that must differ. */
const fewest = 5;

/** Which cells of two pictures of one size differ, row by row. */
function changedCells(before: Grey, now: Grey): boolean[][] {
  const { width, height } = now;
  const rows: boolean[][] = [];
  for (let top = 0; top < height; top += cell) {
    const counts = new Uint16Array(Math.ceil(width / cell));
    for (let y = top; y < Math.min(height, top + cell); y++) {
      const from = y * width;
      // Most rows of a screen are the same to the bit.
      if (Buffer.compare(before.data.subarray(from, from + width), now.data.subarray(from, from + width)) === 0) continue;
      for (let x = 0; x < width; x++) {
        if (Math.abs((before.data[from + x] ?? 0) - (now.data[from + x] ?? 0)) <= step) continue;
        const at = (x / cell) | 0;
        counts[at] = (counts[at] ?? 0) + 1;
      }
    }
    rows.push(Array.from(counts, (count) => count >= fewest));
  }
  return rows;
}

/** Changes with more cells between them than this are looked at apart. */
const apart = 12;

/** Runs of changed cells of a row; small gaps are passed over. */
function runsOf(row: readonly boolean[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const [at, changed] of row.entries()) {
    if (!changed) continue;
    const last = runs.at(-1);
    if (last && at - last.to <= apart) last.to = at + 1;
    else runs.push({ from: at, to: at + 1 });
  }
  return runs;
}

/** Boxes that touch become one, until none touch. */
export function joined(boxes: readonly Box[]): Box[] {
  const apartFromAll: Box[] = [];
  for (let box of boxes) {
    for (let at = 0; at < apartFromAll.length; at++) {
      const other = apartFromAll[at];
      if (!other || !touches(other, box)) continue;
      box = around(other, box);
      apartFromAll.splice(at, 1);
      // The larger one may touch what the smaller did not.
      at = -1;
    }
    apartFromAll.push(box);
  }
  return apartFromAll;
}

/** Pure: where two pictures of one size differ, as few boxes in pixels. */
export function changedBoxes(before: Grey, now: Grey): Box[] {
  const whole = wholeOf(now);
  const boxes = changedCells(before, now).flatMap((row, y) =>
    runsOf(row).map(({ from, to }) => common({ x0: from * cell, y0: y * cell - 1, x1: to * cell, y1: (y + 1) * cell + 1 }, whole)),
  );
  return joined(boxes).map((box) => common(box, whole));
}

/** Brightness within an empty strip differs by no more than this. */
const emptySpan = 24;
/** A gap between columns of text that no word crosses, in pixels. */
const gap = 24;
/** Above and below a change at least this much is read along: letters reach beyond the pixels that changed. */
const margin = 16;

function isEmptyColumn({ width, data }: Grey, x: number, y0: number, y1: number): boolean {
  let low = 255;
  let high = 0;
  for (let y = y0; y < y1; y++) {
    const value = data[y * width + x] ?? 0;
    if (value < low) low = value;
    if (value > high) high = value;
    if (high - low > emptySpan) return false;
  }
  return true;
}

/** The next column from `x` on, in steps of `by`, behind a gap that no word crosses; the picture's edge where there is none. */
function beyondText(picture: Grey, x: number, by: 1 | -1, y0: number, y1: number): number {
  let empty = 0;
  let at = x;
  while (at > 0 && at < picture.width && empty < gap) {
    at += by;
    empty = isEmptyColumn(picture, Math.min(at, picture.width - 1), y0, y1) ? empty + 1 : 0;
  }
  return Math.min(Math.max(at, 0), picture.width);
}

/** Pure: what has to be read so that every line of text which a change touched is read whole. */
export function readingBoxes(picture: Grey, changes: readonly Box[], extra = 0): Box[] {
  const whole = wholeOf(picture);
  const wide = changes.map((change) => {
    const { x0, y0, x1, y1 } = common(grown(change, 2, margin + extra), whole);
    return { x0: beyondText(picture, x0, -1, y0, y1), y0, x1: beyondText(picture, x1, 1, y0, y1), y1 };
  });
  return joined(wide);
}
