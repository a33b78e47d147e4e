import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  cutOut,
  insertClip,
  moveClip,
  removeClip,
  replaceStep,
  resizeClip,
  shortestClip,
  splitAt,
} from '../../../../src/shared/model/edit/clips.ts';
import { Card, EditList, wholeSource } from '../../../../src/shared/model/edit/list.ts';
import { allRemoved, bringBack } from '../../../../src/shared/model/edit/removed.ts';
import { append, cutRange, insertAt } from '../../../../src/shared/model/edit/ripple.ts';
import { cardAt, clipsDuration, editDuration, placed, toOutput, toSource } from '../../../../src/shared/model/edit/time.ts';

const durations: Record<string, number> = { walk: 60, redo: 12 };
const source = fc.constantFrom('walk', 'redo');
const moment = fc.double({ min: 0, max: 60, noNaN: true });
const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

let made = 0;
const newId = () => {
  made += 1;
  return `new-${made}`;
};
const nth = (edit: EditList, at: number) => Math.floor(at * edit.clips.length);
const idAt = (edit: EditList, at: number) => edit.clips[nth(edit, at)]?.id ?? '';

/** Whatever a person can do to the clips, with figures from anywhere. */
const operation: fc.Arbitrary<(edit: EditList) => EditList> = fc.oneof(
  fc.tuple(source, moment, moment).map(([name, a, b]) => (edit: EditList) => {
    const rest = cutOut(edit, name, Math.min(a, b), Math.max(a, b));
    return rest.clips.length > 0 ? rest : edit;
  }),
  share.map((at) => (edit: EditList) => splitAt(edit, at * editDuration(edit), newId)),
  fc.tuple(share, share).map(
    ([from, to]) =>
      (edit: EditList) =>
        moveClip(edit, idAt(edit, from), nth(edit, to)),
  ),
  share.map((at) => (edit: EditList) => removeClip(edit, idAt(edit, at))),
  fc.tuple(share, moment, moment).map(([at, from, to]) => (edit: EditList) => {
    const clip = edit.clips[nth(edit, at)];
    return clip ? resizeClip(edit, clip.id, { from, to }, durations[clip.source] ?? 0) : edit;
  }),
  share.map((at) => (edit: EditList) => insertClip(edit, nth(edit, at), { id: newId(), source: 'redo', from: 1, to: 5, dissolve: 0.4 })),
  fc.tuple(moment, moment).map(
    ([a, b]) =>
      (edit: EditList) =>
        replaceStep(edit, 'walk', Math.min(a, b), Math.max(a, b), { id: newId(), source: 'redo', from: 0, to: 3 }),
  ),
  fc.tuple(share, share).map(([a, b]) => (edit: EditList) => {
    const whole = editDuration(edit);
    return cutRange(edit, Math.min(a, b) * whole, Math.max(a, b) * whole) ?? edit;
  }),
  share.map((at) => (edit: EditList) => insertAt(edit, at * editDuration(edit), { id: newId(), source: 'redo', from: 2, to: 9 })),
  share.map((at) => (edit: EditList) => {
    const removed = allRemoved(edit, (name) => durations[name] ?? null);
    const one = removed[Math.floor(at * removed.length)];
    return one ? bringBack(edit, one, newId) : edit;
  }),
);

const start = wholeSource('walk', 60, 'whole');

test('any sequence of operations leaves a list that reads, whose clips have names of their own, lie in their sources and can be seen', () => {
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 30 }), (operations) => {
      const edit = operations.reduce((list, next) => next(list), start);
      expect(EditList.parse(edit)).toEqual(edit);
      expect(new Set(edit.clips.map(({ id }) => id)).size).toBe(edit.clips.length);
      for (const clip of edit.clips) {
        expect(clip.from).toBeGreaterThanOrEqual(0);
        expect(clip.to).toBeLessThanOrEqual((durations[clip.source] ?? 0) + 1e-9);
        expect(clip.to - clip.from).toBeGreaterThan(shortestClip - 1e-6);
      }
    }),
  );
});

test('any moment of the output leads to a clip and back to itself, cards or none', () => {
  const card = { seconds: 3, title: '', line: '', name: '', role: '', photo: null, logo: null, colour: null };
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 12 }), fc.boolean(), share, (operations, hasCards, at) => {
      const cards = hasCards ? { opening: card, closing: card } : {};
      const edit = { ...operations.reduce((list, next) => next(list), start), ...cards };
      const time = at * editDuration(edit);
      if (cardAt(edit, time)) return;
      const found = toSource(edit, time);
      const place = placed(edit).find(({ clip }) => clip === found?.clip);
      expect((place?.start ?? Number.NaN) + (found?.time ?? 0) - (found?.clip.from ?? 0)).toBeCloseTo(time, 6);
    }),
  );
});

test('dividing and moving clips changes nothing of how long it is', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(share, share), { maxLength: 20 }), (places) => {
      const edit = places.reduce(
        (list, [at, to]) => moveClip(splitAt(list, at * editDuration(list), newId), idAt(list, at), nth(list, to)),
        start,
      );
      expect(clipsDuration(edit)).toBeCloseTo(60, 6);
    }),
  );
});

test('a step recorded once more is seen where the old one began, and the rest stays', () => {
  const edit = replaceStep(start, 'walk', 20, 30, { id: 'again', source: 'redo', from: 1, to: 5 });
  expect(edit.clips.map(({ source, from, to }) => [source, from, to])).toEqual([
    ['walk', 0, 20],
    ['redo', 1, 5],
    ['walk', 30, 60],
  ]);
});

test('a step at the very beginning is replaced there', () => {
  const edit = replaceStep(start, 'walk', 0, 30, { id: 'again', source: 'redo', from: 1, to: 5 });
  expect(edit.clips.map(({ source }) => source)).toEqual(['redo', 'walk']);
});

test('an opening card moves all that follows it', () => {
  const edit = { ...start, opening: { seconds: 3, title: 'Hello', line: '', name: '', role: '', photo: null, logo: null, colour: null } };
  expect(editDuration(edit)).toBe(63);
  expect(toOutput(edit, 'walk', 10)).toBe(13);
  expect(cardAt(edit, 2.9)).toBe('opening');
  expect(toSource(edit, 2)?.time).toBe(0);
});

test('a list of an older program reads with nothing added', () => {
  const old = { version: 1, clips: [{ id: 'a', source: 'walk', from: 0, to: 5 }], camera: start.camera };
  expect(EditList.parse(old)).toMatchObject({ zooms: [], covers: [], aspect: 'source', opening: null, sound: { denoise: false } });
});

test('a stretch of the output is cut out of all clips it runs over, and exactly so much is gone', () => {
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 12 }), share, share, (operations, a, b) => {
      const edit = operations.reduce((list, next) => next(list), start);
      const whole = clipsDuration(edit);
      const [from, to] = [Math.min(a, b) * whole, Math.max(a, b) * whole];
      const rest = cutRange(edit, from, to);
      const lost = whole - (rest ? clipsDuration(rest) : 0);
      expect(lost).toBeGreaterThan(to - from - 1e-6);
      // What would be left too short to be seen goes along, at most one such piece at each end.
      expect(lost).toBeLessThan(to - from + 2 * shortestClip + 1e-6);
    }),
  );
});

test('a stretch that holds nothing but a card changes nothing', () => {
  const edit = {
    ...start,
    opening: Card.parse({ title: 'Till', line: '', seconds: 3, name: '', role: '', photo: null, logo: null, colour: null }),
  };
  expect(cutRange(edit, 0.5, 2.5)).toBe(edit);
  const rest = cutRange(edit, 2, 4);
  expect(rest && clipsDuration(rest)).toBeCloseTo(clipsDuration(edit) - 1, 6);
});

test('a clip put in at any moment is seen whole, and nothing else is lost', () => {
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 12 }), share, (operations, at) => {
      const edit = operations.reduce((list, next) => next(list), start);
      const more = insertAt(edit, at * editDuration(edit), { id: 'more', source: 'redo', from: 0, to: 3 });
      expect(clipsDuration(more)).toBeCloseTo(clipsDuration(edit) + 3, 6);
      expect(more.clips.find(({ id }) => id === 'more')).toEqual({ id: 'more', source: 'redo', from: 0, to: 3 });
    }),
  );
  expect(append(start, { id: 'last', source: 'redo', from: 0, to: 3 }).clips.at(-1)?.id).toBe('last');
});

test('whatever was taken out can be brought back until all of each take is seen', () => {
  const durationOf = (name: string) => durations[name] ?? null;
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 12 }), (operations) => {
      let edit = operations.reduce((list, next) => next(list), start);
      for (let left = allRemoved(edit, durationOf); left[0]; left = allRemoved(edit, durationOf)) {
        const before = clipsDuration(edit);
        edit = bringBack(edit, left[0], newId);
        expect(clipsDuration(edit)).toBeCloseTo(before + left[0].to - left[0].from, 6);
      }
      expect(EditList.parse(edit)).toEqual(edit);
    }),
  );
});
