import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expressionOf } from '../../../../src/main/media/plan/expression.ts';
import { cutOut } from '../../../../src/shared/model/edit/clips.ts';
import { EditList } from '../../../../src/shared/model/edit/list.ts';
import { editDuration } from '../../../../src/shared/model/edit/time.ts';
import { canvasOf } from '../../../../src/shared/model/scene/canvas.ts';
import { type Course, stands, valueAt } from '../../../../src/shared/model/scene/course.ts';
import type { SourceFacts } from '../../../../src/shared/model/scene/layout.ts';
import { type Scene, sceneOf } from '../../../../src/shared/model/scene/scene.ts';
import { onCanvas, sceneAt } from '../../../../src/shared/model/scene/scene-at.ts';
import { viewOf } from '../../../../src/shared/model/scene/view.ts';

const facts: SourceFacts = { duration: 60, picture: { width: 1920, height: 1080 }, camera: { width: 1280, height: 720, from: 0, to: 60 } };
const place = { corner: 'bottom-right', size: 0.2, shape: 'round' };
const edit = (change: object = {}): EditList =>
  EditList.parse({ version: 1, clips: [{ id: 'a', source: 'take', from: 0, to: 60 }], camera: { shown: true, ...place }, ...change });
const mark = (from: number, to: number, change: object) => ({ id: `${from}`, source: 'take', from, to, ...change });
const scene = (list: EditList): Scene => sceneOf(list, { take: facts });
const card = { seconds: 2, title: 'Hello', line: '', name: '', role: '', photo: null, logo: null, colour: null };

/** What ffmpeg would compute: its functions and its two registers, in JavaScript. */
function evaluated(expression: string, n: number): number {
  const registers: number[] = [];
  const st = (index: number, value: number) => {
    registers[index] = value;
    return value;
  };
  const ld = (index: number) => registers[index] ?? 0;
  const clip = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
  const gte = (one: number, other: number) => Number(one >= other);
  return new Function('n', 'st', 'ld', 'clip', 'gte', `return ${expression}`)(n, st, ld, clip, gte);
}

const keys = fc
  .array(fc.record({ step: fc.double({ min: 0, max: 200, noNaN: true }), value: fc.double({ min: -2000, max: 4000, noNaN: true }) }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((steps) => {
    let at = -50;
    return steps.map(({ step, value }) => {
      at += step;
      return { at, value };
    });
  });
const course = fc.record({ pace: fc.constantFrom('line' as const, 'smooth' as const), keys });

test('a course is the same number for the page and for ffmpeg', () => {
  fc.assert(
    fc.property(course, fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 300 }), (made: Course, frame, first) => {
      // Figures are written with four decimals: a step of a thousandth of a frame may be made a frame earlier or later.
      fc.pre(
        stands(made) ||
          made.keys.every(({ at }, index) => index === 0 || at - (made.keys[index - 1]?.at ?? 0) > 0.5 || at === made.keys[index - 1]?.at),
      );
      const steps = stands(made) ? [] : made.keys.map(({ at }) => at);
      fc.pre(steps.every((at) => Math.abs(at - frame - first) > 0.001));
      expect(evaluated(expressionOf(made, 'n', first), frame)).toBeCloseTo(valueAt(made, frame + first), 0);
    }),
  );
});

test('a scene covers every frame of the output once, whatever was cut and marked', () => {
  const moment = fc.double({ min: 0, max: 60, noNaN: true });
  const range = fc.tuple(moment, moment).map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const);
  const area = { x: 0.2, y: 0.2, width: 0.3, height: 0.3 };
  fc.assert(
    fc.property(
      fc.array(range, { maxLength: 6 }),
      fc.array(range, { maxLength: 4 }),
      fc.array(range, { maxLength: 4 }),
      fc.boolean(),
      (cuts, zooms, layouts, cards) => {
        const whole = edit({
          zooms: zooms.map(([from, to]) => mark(from, to, { area })),
          layouts: layouts.map(([from, to], index) =>
            mark(from, to, { show: (['screen', 'camera', 'both', 'beside'] as const)[index % 4], ...place }),
          ),
          opening: cards ? card : null,
          closing: cards ? card : null,
        });
        const list = cuts.reduce((result, [from, to]) => cutOut(result, 'take', from, to), whole);
        fc.pre(list.clips.length > 0);
        const { stretches, frames } = scene(list);
        expect(Math.abs(frames / 30 - editDuration(list))).toBeLessThan(0.05);
        let next = 0;
        for (const { from, to } of stretches) {
          expect(from).toBe(next);
          expect(to).toBeGreaterThan(from);
          next = to;
        }
        expect(next).toBe(frames);
      },
    ),
    { numRuns: 60 },
  );
});

test('a zoom goes close gently, stands, and comes back; adjacent ones go from one region to the next', () => {
  const zoom = (from: number, to: number, x: number) => mark(from, to, { area: { x, y: 0.25, width: 0.25, height: 0.25 }, ease: 0.5 });
  const made = scene(edit({ zooms: [zoom(2, 6, 0.1), zoom(6, 9, 0.6)] }));
  const width = (seconds: number) => sceneAt(made, seconds * 30)?.layers[0]?.view.width ?? 0;
  expect([width(1.9), width(2.5), width(4), width(6.2), width(8), width(9)]).toEqual([1920, 480, 480, 480, 480, 1920]);
  expect(width(2.25)).toBeCloseTo((1920 + 480) / 2, 5);
  const steps = Array.from({ length: 16 }, (_, frame) => width(2 + frame / 30));
  expect(steps).toEqual(steps.toSorted((one, other) => other - one));
});

test('a view has the form of its picture, holds the region, and stands on even pixels within the picture', () => {
  const share = fc.double({ min: 0.01, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      share,
      share,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (width, height, x, y) => {
        const area = { x: x * (1 - width), y: y * (1 - height), width, height };
        const view = viewOf(area, facts.picture);
        expect(view.width / view.height).toBeCloseTo(16 / 9, 1);
        expect(Object.values(view).every((value) => Number.isInteger(value) && value % 2 === 0 && value >= 0)).toBe(true);
        expect(view.x + view.width).toBeLessThanOrEqual(1920);
        expect(view.y + view.height).toBeLessThanOrEqual(1080);
        expect(view.x).toBeLessThanOrEqual(area.x * 1920 + 3);
        expect(view.x + view.width).toBeGreaterThanOrEqual((area.x + area.width) * 1920 - 3);
      },
    ),
  );
});

test('the form of the picture is large enough for the source, and full HD at most', () => {
  expect(canvasOf({ width: 1920, height: 1080 }, '9:16')).toEqual({ width: 1080, height: 1920 });
  expect(canvasOf({ width: 640, height: 360 }, '1:1')).toEqual({ width: 640, height: 640 });
  expect(canvasOf({ width: 1080, height: 1920 }, '16:9')).toEqual({ width: 1920, height: 1080 });
});

test('an upright picture stacks the whole screen over the face, and nothing lies over the screen', () => {
  const made = scene(edit({ aspect: '9:16' }));
  const [screen, face] = sceneAt(made, 10)?.layers ?? [];
  expect(screen?.box).toEqual({ x: 0, y: 0, width: 1080, height: 608 });
  expect(face?.box).toEqual({ x: 0, y: 608, width: 1080, height: 1312 });
});

test('side by side the layers stay apart and on the canvas, on whichever side the face is', () => {
  for (const corner of ['top-left', 'bottom-right']) {
    const made = scene(edit({ layouts: [mark(0, 60, { show: 'beside', ...place, corner })] }));
    const [screen, face] = (sceneAt(made, 0)?.layers ?? []).map(({ box }) => box).toSorted((one, other) => one.x - other.x);
    expect(screen && face && screen.x + screen.width <= face.x && face.x + face.width <= 1920).toBe(true);
  }
});

test('a camera that ended goes away, and the screen stays', () => {
  const made = sceneOf(edit(), { take: { ...facts, camera: { width: 640, height: 480, from: 0, to: 20 } } });
  expect(sceneAt(made, 20 * 30)?.layers.length).toBe(2);
  expect(sceneAt(made, 25 * 30)?.layers.map(({ track }) => track)).toEqual(['picture']);
});

test('a cover follows its path in a straight line and hides whole even pixels', () => {
  const area = (x: number) => ({ x, y: 0.1, width: 0.1, height: 0.1 });
  const made = scene(
    edit({
      covers: [
        mark(2, 8, {
          how: 'blur',
          path: [
            { at: 2, area: area(0.1) },
            { at: 4, area: area(0.3) },
          ],
        }),
      ],
    }),
  );
  const x = (seconds: number) => sceneAt(made, seconds * 30)?.covers[0]?.box.x;
  expect([x(1), x(2), x(3), x(7), x(8.1)]).toEqual([undefined, 192, 384, 576, undefined]);
});

test('a cover is there two frames before and after its stretch, because takes of an uneven rate are read in frames of the output', () => {
  const cover = mark(2, 8, { how: 'cover', path: [{ at: 2, area: { x: 0, y: 0, width: 1, height: 1 } }] });
  const hidden = (list: EditList) => scene(list).covers.map(({ from, to }) => [from, to]);
  expect(hidden(edit({ covers: [cover] }))).toEqual([[58, 242]]);
  const cut = (from: number, to: number) => edit({ covers: [cover], clips: [{ id: 'a', source: 'take', from, to }] });
  expect(hidden(cut(3, 7))).toEqual([[0, 120]]);
  expect(hidden(cut(0, 2))).toEqual([[58, 60]]);
  expect(hidden(cut(8, 10))).toEqual([[0, 2]]);
  expect(hidden(cut(0, 1.9))).toEqual([]);
});

test('what is marked in a part that was cut away is not seen, and comes at once where a clip begins in its midst', () => {
  const callout = mark(5, 10, { kind: 'box', area: { x: 0.1, y: 0.1, width: 0.2, height: 0.2 } });
  const cut = scene(cutOut(edit({ callouts: [callout] }), 'take', 0, 7));
  expect(cut.callouts.map(({ from, to }) => [from, to])).toEqual([[0, 90]]);
  expect(sceneAt(cut, 0)?.callouts[0]?.opacity).toBe(1);
  expect(scene(cutOut(edit({ callouts: [callout] }), 'take', 4, 11)).callouts).toEqual([]);
  const whole = scene(edit({ callouts: [callout] }));
  expect(sceneAt(whole, 150)?.callouts[0]?.opacity).toBeCloseTo(1 / 6, 5);
});

test('a callout moves along with the zoom', () => {
  const callout = mark(0, 10, { kind: 'number', at: { x: 0.5, y: 0.5 }, number: 1 });
  const made = scene(
    edit({ callouts: [callout], zooms: [mark(2, 8, { area: { x: 0.25, y: 0.25, width: 0.25, height: 0.25 }, ease: 0.5 })] }),
  );
  const at = (seconds: number) => {
    const [now] = sceneAt(made, seconds * 30)?.callouts ?? [];
    return now && onCanvas({ x: 0.5, y: 0.5 }, now);
  };
  expect(at(1)).toEqual({ x: 960, y: 540 });
  expect(at(5)).toEqual({ x: 1920, y: 1080 });
});

test('a dissolve shows the frame before it, less and less; the opening card counts as one', () => {
  const clips = [
    { id: 'a', source: 'take', from: 0, to: 2, dissolve: 1 },
    { id: 'b', source: 'take', from: 4, to: 6, dissolve: 0.5 },
  ];
  const without = scene(edit({ clips }));
  expect(without.dissolves).toEqual([{ at: 60, frames: 15 }]);
  expect(sceneAt(without, 60)?.dissolve).toEqual({ frame: 59, opacity: 1 });
  expect(scene(edit({ clips, opening: card })).dissolves.map(({ at }) => at)).toEqual([60, 120]);
});
