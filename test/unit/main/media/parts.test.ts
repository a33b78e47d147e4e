import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partsOf } from '../../../../src/main/media/plan/parts.ts';
import type { Source } from '../../../../src/main/media/plan/sources.ts';
import { frameRate, timeline } from '../../../../src/main/media/plan/timeline.ts';
import { type Clip, type EditList, wholeSource } from '../../../../src/shared/model/edit/list.ts';
import { clipsDuration, toSource } from '../../../../src/shared/model/edit/time.ts';

const take = (duration: number): Source => ({
  duration,
  picture: { path: '/a.mp4', stream: 0, codec: 'h264', offset: 0, duration, width: 1920, height: 1080, frameRate: 30 },
  camera: null,
  sounds: [],
});
const sources = { one: take(600), two: take(600) };
const edit = (clips: Clip[]): EditList => ({ ...wholeSource('one', 600, 'a'), clips });

/** Source and moment of each frame that is seen, as the plan takes them. */
const frames = (list: EditList): [string, number][] =>
  timeline(list.clips, sources).runs.flatMap((run) =>
    run.pieces.flatMap(({ first, frames: count }) =>
      Array.from({ length: count }, (_, index): [string, number] => [run.source, run.from + (first + index) / frameRate]),
    ),
  );

const clips = fc
  .array(
    fc.record({
      source: fc.constantFrom('one', 'two'),
      // Anywhere, or near the end of the clip before, where it is decided whether both are read in one go.
      after: fc.option(fc.double({ min: -0.03, max: 3.1, noNaN: true }), { nil: undefined }),
      from: fc.double({ min: 0, max: 500, noNaN: true }),
      length: fc.double({ min: 0.05, max: 40, noNaN: true }),
      dissolve: fc.option(fc.double({ min: 0.1, max: 3, noNaN: true }), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((all) => {
    let end = 100;
    return all.map(({ source, after, from: anywhere, length, dissolve }, index): Clip => {
      const from = after === undefined ? anywhere : Math.min(500, end + after);
      end = from + length;
      return { id: `${index}`, source, from, to: end, ...(dissolve !== undefined && { dissolve }) };
    });
  });

test('the plan shows each moment that is kept, in its order and for as long, and nothing else', () => {
  fc.assert(
    fc.property(clips, (list) => {
      const planned = frames(edit(list));
      expect(planned.length).toBe(Math.round(clipsDuration(edit(list)) * frameRate));
      planned.forEach(([source, time], index) => {
        // Cuts lie between frames, so that a frame beside one may belong to the clip on either side.
        const kept = [-1, 0, 1].map((beside) => toSource(edit(list), (index + beside) / frameRate));
        const near = kept.some((seen) => seen?.clip.source === source && Math.abs(seen.time - time) <= 2 / frameRate + 1e-6);
        expect(near, `frame ${index} shows ${source} at ${time}`).toBe(true);
      });
    }),
  );
});

test('parts one after the other show the very frames of the whole', () => {
  fc.assert(
    fc.property(clips, fc.integer({ min: 2, max: 4 }), (list, count) => {
      const whole = frames(edit(list));
      const parts = partsOf(edit(list), sources, count, 30);
      const together = parts.flatMap(frames);
      expect(together.length).toBe(whole.length);
      together.forEach(([source, time], index) => {
        expect(source).toBe(whole[index]?.[0]);
        expect(Math.abs(time - (whole[index]?.[1] ?? 0))).toBeLessThan(1e-9);
      });
      for (const part of parts.slice(0, -1)) expect(frames(part).length % 30).toBe(0);
      // The picture before a dissolve is in the same part.
      for (const part of parts.slice(1)) expect(part.clips[0]?.dissolve).toBeUndefined();
    }),
  );
});

test('no part begins within a zoom or a callout, which would come anew', () => {
  const mark = { id: 'z', source: 'one', from: 8.5, to: 11.2 };
  const whole: EditList = {
    ...edit([{ id: 'a', source: 'one', from: 0, to: 20 }]),
    zooms: [{ ...mark, area: { x: 0, y: 0, width: 0.5, height: 0.5 }, ease: 0.6 }],
    callouts: [{ ...mark, id: 'c', from: 11, to: 12.5, kind: 'box', area: { x: 0, y: 0, width: 0.5, height: 0.5 } }],
  };
  expect(partsOf(whole, sources, 2, 30).map(({ clips }) => clips.map(({ from, to }) => [from, to]))).toEqual([[[0, 8]], [[8, 20]]]);
  const everywhere = { ...whole, zooms: whole.zooms.map((zoom) => ({ ...zoom, from: 0, to: 20 })) };
  expect(partsOf(everywhere, sources, 2, 30)).toEqual([everywhere]);
});

test('cards stay at the ends, and a long opening is not cut through', () => {
  const card = { seconds: 4, title: '', line: '', name: '', role: '', photo: null, logo: null, colour: null };
  const whole = { ...edit([{ id: 'a', source: 'one', from: 0, to: 20 }]), opening: card, closing: card };
  const [first, last, ...more] = partsOf(whole, sources, 2, 30);
  expect(more).toEqual([]);
  expect([first?.opening, first?.closing, last?.opening, last?.closing]).toEqual([card, null, null, card]);
  expect(first?.clips.map(({ from, to }) => [from, to])).toEqual([[0, 10]]);
  const long = { ...whole, opening: { ...card, seconds: 15 }, clips: [{ id: 'a', source: 'one', from: 0, to: 3 }] };
  const parts = partsOf(long, sources, 2, 30);
  expect(parts.map(({ opening, clips }) => [opening?.seconds, ...clips.map(({ to }) => to)])).toEqual([
    [15, 1],
    [undefined, 3],
  ]);
});
