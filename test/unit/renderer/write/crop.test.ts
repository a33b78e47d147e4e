import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asKept, corners, draggedTo, inShares, resizedBy, shaped, whole } from '../../../../src/renderer/features/write/blocks/crop.ts';
import { Area } from '../../../../src/shared/model/edit/list.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const point = fc.record({ x: fc.double({ min: -1, max: 2, noNaN: true }), y: fc.double({ min: -1, max: 2, noNaN: true }) });
const area = fc
  .record({ x: fc.double({ min: 0, max: 0.9, noNaN: true }), y: fc.double({ min: 0, max: 0.9, noNaN: true }), w: share, h: share })
  .map(({ x, y, w, h }) => ({ x, y, width: 0.06 + w * (1 - x - 0.06), height: 0.06 + h * (1 - y - 0.06) }));
const ratio = fc.option(fc.double({ min: 0.4, max: 2.5, noNaN: true }), { nil: null });

describe('what is shown of a picture', () => {
  test('takes a shape around its middle, in pixels and not in shares', () => {
    const square = shaped(whole, inShares(1, { width: 640, height: 400 }));
    expect([square.width * 640, square.height * 400]).toEqual([400, 400]);
    expect(square.x * 640).toBeCloseTo(120);
    expect(shaped(whole, inShares('own', { width: 640, height: 400 }))).toEqual(whole);
  });

  test('keeps the corner across where it is while one is dragged', () => {
    const before = { x: 0.2, y: 0.2, width: 0.4, height: 0.4 };
    const after = draggedTo(before, 'top-left', { x: 0.1, y: 0.3 }, null);
    expect(after.x).toBeCloseTo(0.1);
    expect(after.y).toBeCloseTo(0.3);
    expect(after.x + after.width).toBeCloseTo(0.6);
    expect(after.y + after.height).toBeCloseTo(0.6);
  });

  test('keeps its shape by key in either direction', () => {
    const before = { x: 0, y: 0, width: 0.5, height: 0.25 };
    for (const [dx, dy] of [
      [0.1, 0],
      [0, 0.1],
      [-0.1, 0],
    ] as const) {
      const { width, height } = resizedBy(before, dx, dy, 2);
      expect(width / height).toBeCloseTo(2);
      expect(Math.sign(width - before.width)).toBe(Math.sign(dx + dy));
    }
  });

  test('never leaves the picture, whatever is dragged where', () => {
    fc.assert(
      fc.property(area, fc.constantFrom(...corners), point, ratio, (before, corner, to, shape) => {
        const after = draggedTo(before, corner, to, shape);
        expect(Area.safeParse(asKept(after) ?? whole).error?.issues ?? []).toEqual([]);
        expect(Math.min(after.x, after.y)).toBeGreaterThanOrEqual(-1e-9);
      }),
    );
  });

  test('is nothing to keep where it is all of it', () => {
    expect(asKept(whole)).toBeUndefined();
    expect(asKept({ x: 1 / 3, y: 0, width: 2 / 3, height: 1 })).toEqual({ x: 0.3333, y: 0, width: 0.6667, height: 1 });
  });
});
