import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gap, shapeOf, stepOf } from '../../../../src/renderer/features/library/grid-shape.ts';

const at = (current: number) => ({ current, total: 10, columns: 4, page: 2 });

test.each([
  ['ArrowRight', 0, 1],
  ['ArrowRight', 9, null],
  ['ArrowLeft', 0, null],
  ['ArrowDown', 1, 5],
  ['ArrowDown', 7, 9],
  ['ArrowDown', 9, null],
  ['ArrowUp', 5, 1],
  ['ArrowUp', 3, null],
  ['PageDown', 1, 9],
  ['PageUp', 5, 0],
  ['Home', 5, 0],
  ['End', 5, 9],
  ['End', 9, null],
  ['a', 5, null],
])('%s leads from card %i to %s', (key, from, to) => {
  expect(stepOf(key, at(from))).toBe(to);
});

test('as many cards as have room stand in a row, and never none', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), (width) => {
      const { columns, rowHeight } = shapeOf('grid', width);
      expect(columns).toBeGreaterThanOrEqual(1);
      if (columns > 1) expect((width - (columns - 1) * gap) / columns).toBeGreaterThanOrEqual(250);
      expect(rowHeight).toBeGreaterThan(gap);
      expect(shapeOf('list', width).columns).toBe(1);
    }),
  );
});
