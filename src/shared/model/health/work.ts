import { z } from 'zod';
import { Area } from '../edit/list.ts';
import { Seconds } from '../ids.ts';

/** The small grey pictures of a screen in which changes are looked for: so many cells, one byte each, one picture a second. */
export const grid = { columns: 48, rows: 27 } as const;
const cells = grid.columns * grid.rows;

/** A stretch of a screen in which all that changes lies in one region. In the take's time and in shares of the picture. */
export const WorkStretch = z.object({ from: Seconds, to: Seconds, area: Area });
export type WorkStretch = z.infer<typeof WorkStretch>;

/** A cell has changed where its grey differs by more than this: less is what encoding leaves. */
const difference = 10;
/** A region with more than this share of a side is the whole picture: going close would show nothing more. */
const largest = 0.5;
/** Less is not gone close to, so that one still sees where one is. */
const smallest = 0.3;
/** Around what changes, as a share of the picture, so that it does not stick to the edge. */
const margin = 0.04;
/** A stretch is worth going close to from so many seconds on, with changes in at least so many of them. */
const shortest = 5;
const leastChanges = 3;
/** After so many seconds without a change the view goes back, and so much stays of them. */
const patience = 6;
const rest = 1.5;
/** What changes in more than this share of all seconds is an ornament or a clock, as long as it is small. */
const restless = 0.6;
const ornament = 0.03;

interface Bounds {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const joined = (one: Bounds, other: Bounds): Bounds => ({
  left: Math.min(one.left, other.left),
  top: Math.min(one.top, other.top),
  right: Math.max(one.right, other.right),
  bottom: Math.max(one.bottom, other.bottom),
});

const isSmall = ({ left, top, right, bottom }: Bounds): boolean =>
  right - left <= largest * grid.columns && bottom - top <= largest * grid.rows;

/** One axis of a region: with its margin, at least as long as what is gone close to, within the picture. */
function side(from: number, to: number, whole: number): { at: number; length: number } {
  const length = Math.max(smallest, (to - from) / whole + 2 * margin);
  const middle = (from + to) / 2 / whole;
  return { at: Math.min(Math.max(0, middle - length / 2), 1 - length), length };
}

function areaOf({ left, top, right, bottom }: Bounds): Area {
  const [x, y] = [side(left, right, grid.columns), side(top, bottom, grid.rows)];
  return { x: x.at, y: y.at, width: x.length, height: y.length };
}

/** Cells that never rest: a clock, a spinning wheel. A large part that always moves is what is shown, and counts. */
function ornaments(changes: readonly Set<number>[]): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const change of changes) for (const cell of change) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  const always = [...counts].filter(([, count]) => count > restless * changes.length).map(([cell]) => cell);
  return new Set(changes.length >= 20 && always.length <= ornament * cells ? always : []);
}

function boundsOf(change: ReadonlySet<number>, without: ReadonlySet<number>): Bounds | null {
  let bounds: Bounds | null = null;
  for (const cell of change) {
    if (without.has(cell)) continue;
    const [column, row] = [cell % grid.columns, Math.floor(cell / grid.columns)];
    const own = { left: column, top: row, right: column + 1, bottom: row + 1 };
    bounds = bounds ? joined(bounds, own) : own;
  }
  return bounds;
}

function changed(before: Uint8Array, after: Uint8Array): Set<number> {
  const found = new Set<number>();
  for (let cell = 0; cell < cells; cell += 1) if (Math.abs((before[cell] ?? 0) - (after[cell] ?? 0)) > difference) found.add(cell);
  return found;
}

interface Run {
  from: number;
  to: number;
  bounds: Bounds;
  changes: number;
}

/** Where the work happens in a part of the picture only, and for how long: pure, from one small picture a second. */
export function workIn(pictures: readonly Uint8Array[]): WorkStretch[] {
  const changes = pictures.slice(1).map((picture, index) => changed(pictures[index] ?? picture, picture));
  const without = ornaments(changes);
  const runs: Run[] = [];
  let open: Run | null = null;
  for (const [index, change] of changes.entries()) {
    const bounds = boundsOf(change, without);
    // A change between picture n and n + 1 happened in second n.
    if (!bounds) continue;
    const grown: Bounds = open ? joined(open.bounds, bounds) : bounds;
    if (open && index - open.to <= patience && isSmall(grown)) {
      open.bounds = grown;
      open.to = index + 1;
      open.changes += 1;
      continue;
    }
    if (open) runs.push(open);
    open = isSmall(bounds) ? { from: index, to: index + 1, bounds, changes: 1 } : null;
  }
  if (open) runs.push(open);
  return runs.flatMap((run, index) => {
    const to = Math.min(run.to + rest, runs[index + 1]?.from ?? pictures.length, pictures.length);
    return to - run.from >= shortest && run.changes >= leastChanges ? [{ from: run.from, to, area: areaOf(run.bounds) }] : [];
  });
}
