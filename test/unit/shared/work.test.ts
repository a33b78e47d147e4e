import { expect, test } from 'vitest';
import { grid, workIn } from '../../../src/shared/model/health/work.ts';

const { columns, rows } = grid;

/** A picture with a bright square of four cells at a place. */
function picture(...squares: readonly (readonly [column: number, row: number])[]): Uint8Array {
  const cells = new Uint8Array(columns * rows).fill(40);
  for (const [column, row] of squares)
    for (const [x, y] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const)
      cells[(row + y) * columns + column + x] = 200;
  return cells;
}

/** So many seconds in which a square goes to and fro between columns. */
const typing = (seconds: number, column: number, row: number): Uint8Array[] =>
  Array.from({ length: seconds }, (_, second) => picture([column + (second % 4), row]));

test('a stretch in which only one corner changes is found with its place, and none where nothing changes', () => {
  const still = Array.from({ length: 10 }, () => picture());
  const [found, ...others] = workIn([...still, ...typing(12, 4, 3), ...still]);
  expect(others).toEqual([]);
  expect(found?.from).toBe(9);
  expect(found?.to).toBeGreaterThanOrEqual(22);
  expect(found?.to).toBeLessThanOrEqual(24);
  const { x, y, width, height } = found?.area ?? { x: 1, y: 1, width: 1, height: 1 };
  expect(x).toBeLessThanOrEqual(4 / columns);
  expect(x + width).toBeGreaterThanOrEqual(9 / columns);
  expect(y).toBeLessThanOrEqual(3 / rows);
  expect(y + height).toBeGreaterThanOrEqual(5 / rows);
  expect(Math.max(width, height)).toBeLessThanOrEqual(0.5);
  expect(workIn(still)).toEqual([]);
});

test('work that goes on elsewhere is a stretch of its own, and a whole new page ends one', () => {
  const found = workIn([...typing(10, 2, 2), ...typing(10, 40, 22)]);
  expect(found).toHaveLength(2);
  expect(found[0]?.to).toBeLessThanOrEqual(found[1]?.from ?? 0);
  const page = picture().map((value) => 255 - value);
  expect(workIn([...typing(8, 2, 2), page, ...typing(8, 2, 2)])).toHaveLength(2);
});

test('changes all over the picture, a moment too short, and a clock in the corner are nothing to go close to', () => {
  const everywhere = Array.from({ length: 20 }, (_, second) => picture([second % 2 ? 1 : 44, second % 2 ? 1 : 24]));
  expect(workIn(everywhere)).toEqual([]);
  expect(workIn([...typing(3, 4, 3), ...Array.from({ length: 12 }, () => picture([7, 3]))])).toEqual([]);
  const clock = Array.from({ length: 40 }, (_, second) => picture(...(second % 2 ? [[46, 25] as const] : [])));
  expect(workIn(clock)).toEqual([]);
  const typingUnderAClock = typing(40, 4, 3).map((cells, second) => {
    const withClock = Uint8Array.from(cells);
    withClock[columns * rows - 1] = second % 2 ? 250 : 0;
    return withClock;
  });
  expect(workIn(typingUnderAClock).map(({ area }) => area.x < 0.3 && area.y < 0.3)).toEqual([true]);
});
