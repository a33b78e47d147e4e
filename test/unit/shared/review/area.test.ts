import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inFile, inSight } from '../../../../src/shared/model/review/area.ts';

describe('a part of a cropped picture', () => {
  const crop = { x: 0.5, y: 0.2, width: 0.4, height: 0.5 };

  it('is the same part of its file', () => {
    expect(inFile({ x: 0.5, y: 0, width: 0.5, height: 1 }, crop)).toEqual({ x: 0.7, y: 0.2, width: 0.2, height: 0.5 });
    expect(inFile({ x: 0, y: 0, width: 1, height: 1 }, { x: 0, y: 0, width: 1, height: 1 })).toEqual({ x: 0, y: 0, width: 1, height: 1 });
  });

  it('is seen as far as the crop goes', () => {
    expect(inSight({ x: 0.3, y: 0.2, width: 0.4, height: 0.25 }, crop)).toEqual({
      x: 0,
      y: 0,
      width: expect.closeTo(0.5),
      height: expect.closeTo(0.5),
    });
    expect(inSight({ x: 0, y: 0, width: 0.4, height: 1 }, crop)).toBeNull();
  });

  it('comes back from its file as it was marked', () => {
    const share = fc.double({ min: 0.02, max: 0.5, noNaN: true });
    const area = fc.record({ x: share, y: share, width: share, height: share });
    fc.assert(
      fc.property(area, area, (marked, of) => {
        const seen = inSight(inFile(marked, of), of);
        for (const side of ['x', 'y', 'width', 'height'] as const) expect(seen?.[side]).toBeCloseTo(marked[side], 6);
      }),
    );
  });
});
