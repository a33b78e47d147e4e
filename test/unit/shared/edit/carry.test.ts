import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carried } from '../../../../src/shared/model/edit/carry.ts';
import { editDuration, type Timed, toSource } from '../../../../src/shared/model/edit/time.ts';

const cut = (clips: [from: number, to: number, source?: string][], opening = 0, closing = 0): Timed => ({
  clips: clips.map(([from, to, source = 'take'], index) => ({ id: String(index), source, from, to })),
  opening: opening > 0 ? { seconds: opening } : null,
  closing: closing > 0 ? { seconds: closing } : null,
});
const whole = cut([[0, 60]]);

test('a moment goes along with what is seen at it', () => {
  expect(carried(whole, cut([[10, 60]]), 30)).toEqual({ at: 20, seen: true });
  expect(carried(cut([[10, 60]]), whole, 20)).toEqual({ at: 30, seen: true });
  const swapped = cut([
    [30, 60],
    [0, 30],
  ]);
  expect(carried(whole, swapped, 10)).toEqual({ at: 40, seen: true });
});

test('one that was cut out goes to the place of the cut, and says that it is not seen any more', () => {
  const without = cut([
    [0, 10],
    [20, 50],
  ]);
  expect(carried(whole, without, 15)).toEqual({ at: 10, seen: false });
  expect(carried(whole, without, 55)).toEqual({ at: 40, seen: false });
  expect(carried(whole, cut([[0, 20, 'other']]), 55)).toEqual({ at: 20, seen: false });
});

test('one on a card stays on it, and the end stays the end', () => {
  const carded = cut([[0, 60]], 4, 5);
  expect(carried(carded, cut([[10, 60]], 3, 5), 2)).toEqual({ at: 2, seen: true });
  expect(carried(carded, cut([[10, 60]], 3, 5), 66)).toEqual({ at: 55, seen: true });
  expect(carried(carded, cut([[10, 60]]), 2)).toEqual({ at: 0, seen: false });
  expect(carried(whole, cut([[10, 60]]), 60)).toEqual({ at: 50, seen: true });
});

const clip = fc
  .tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 30 }), fc.constantFrom('a', 'b'))
  .map(([from, length, source]): [number, number, string] => [from, from + length, source]);
const anyCut = fc
  .tuple(fc.array(clip, { minLength: 1, maxLength: 5 }), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }))
  .map(([clips, opening, closing]) => cut(clips, opening, closing));

test('whatever both cuts are, a moment lies in the new one, and where it is seen the same is seen', () => {
  fc.assert(
    fc.property(anyCut, anyCut, fc.nat(1000), (was, is, second) => {
      // Clips begin and end at whole seconds: between them nothing is rounded over an edge.
      const at = (second % editDuration(was)) + 0.5;
      const { at: there, seen } = carried(was, is, at);
      expect(there).toBeGreaterThanOrEqual(0);
      expect(there).toBeLessThanOrEqual(editDuration(is));
      const [begins, ends] = [was.opening?.seconds ?? 0, editDuration(was) - (was.closing?.seconds ?? 0)];
      if (!seen || at < begins || at >= ends) return;
      const [one, other] = [toSource(was, at), toSource(is, there)];
      expect(other?.clip.source).toBe(one?.clip.source);
      expect(other?.time).toBe(one?.time);
    }),
  );
});
