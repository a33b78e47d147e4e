import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultCamera, EditList, wholeSource } from '../../../src/shared/model/edit/list.ts';
import { judge, type Measured } from '../../../src/shared/model/health/judge.ts';
import { noStory } from '../../../src/shared/model/health/judge-events.ts';
import type { SoundMeasure } from '../../../src/shared/model/health/judge-sound.ts';
import { isMended, mended } from '../../../src/shared/model/health/mend.ts';
import { Mend } from '../../../src/shared/model/health/report.ts';
import { common, stepAround, stretchesOf } from '../../../src/shared/model/health/stretches.ts';
import { findingPlace, findingSentence } from '../../../src/shared/model/health/words.ts';
import type { Track, TrackKind } from '../../../src/shared/model/take.ts';

const track = (kind: TrackKind, duration = 60): Track => ({ kind, file: `${kind}.mp4`, stream: 0, codec: 'h264', duration, offset: 0 });

/** A minute of sound: a level for each tenth of a second. */
const sound = (level: (second: number) => number, change: Partial<SoundMeasure> = {}): SoundMeasure => ({
  kind: 'microphone',
  loudness: -20,
  peak: -3,
  seconds: 0.1,
  levels: Array.from({ length: 600 }, (_, index) => level(index / 10)),
  clips: new Array(600).fill(0),
  ...change,
});
const talking = (second: number): number => (second % 5 < 4 ? -20 : -62);

const take = (change: Partial<Measured> = {}): Measured => ({
  duration: 60,
  marks: [20, 40],
  tracks: [track('screen'), track('camera'), track('microphone')],
  sounds: [sound(talking)],
  pictures: [],
  story: noStory,
  ...change,
});
const kinds = (measured: Measured) => judge(measured).findings.map(({ kind }) => kind);

test('a take that is well has nothing to be said', () => {
  expect(judge(take()).findings).toEqual([]);
});

test('a microphone that recorded nothing, or only the room, is a fault', () => {
  expect(judge(take({ sounds: [sound(() => Number.NEGATIVE_INFINITY, { loudness: null })] })).findings).toMatchObject([
    { kind: 'silent', track: 'microphone', weight: 'fault', mend: null },
  ]);
  expect(judge(take({ sounds: [sound(() => -58, { loudness: -57 })] })).findings).toMatchObject([
    { kind: 'silent', mend: { do: 'mute', kind: 'microphone' } },
  ]);
});

test('a screen without sound is no fault', () => {
  const silent = sound(() => Number.NEGATIVE_INFINITY, { kind: 'system', loudness: null });
  expect(judge(take({ sounds: [sound(talking), silent] })).findings).toEqual([]);
});

test('noise behind a voice is mended by taking it away', () => {
  const noisy = judge(take({ sounds: [sound((second) => (second % 5 < 4 ? -20 : -40))] })).findings;
  expect(noisy).toMatchObject([{ kind: 'noise', weight: 'attention', mend: { do: 'denoise' } }]);
});

test('distortion is told at its place, and its step can be recorded again', () => {
  const clips = Array.from({ length: 600 }, (_, index) => (index >= 250 && index < 258 ? 5 : 0));
  const [finding] = judge(take({ sounds: [sound(talking, { clips })] })).findings;
  expect(finding).toMatchObject({ kind: 'clipping', from: 25, mend: { do: 'redo', from: 20, to: 40 } });
  expect(finding?.to).toBeCloseTo(25.8);
});

test('a screen may stand still while someone speaks; with nothing heard it is waiting', () => {
  const pictures = [{ kind: 'screen' as const, black: [], frozen: [{ from: 10, to: 50 }] }];
  expect(kinds(take({ pictures }))).toEqual([]);
  const waiting = sound((second) => (second > 20 && second < 35 ? -70 : -20));
  const [finding] = judge(take({ pictures, sounds: [waiting] })).findings;
  expect(finding).toMatchObject({ kind: 'idle', mend: { do: 'cut' } });
  expect(finding?.from).toBeCloseTo(20.1);
  expect(finding?.to).toBeCloseTo(35);
});

test('a screen that never changed may have been the wrong window', () => {
  expect(kinds(take({ pictures: [{ kind: 'screen', black: [], frozen: [{ from: 0, to: 60 }] }] }))).toEqual(['still']);
});

test('a black screen can be cut out, a black or frozen camera gives way to the screen', () => {
  const black = [{ from: 5, to: 9 }];
  expect(judge(take({ pictures: [{ kind: 'screen', black, frozen: [] }] })).findings).toMatchObject([
    { kind: 'black', mend: { do: 'cut' } },
  ]);
  const camera = judge(take({ pictures: [{ kind: 'camera', black, frozen: [{ from: 30, to: 36 }] }] })).findings;
  expect(camera).toMatchObject([
    { kind: 'black', from: 5, to: 9, mend: { do: 'screen-only', from: 5 - 1 / 30, to: 9 + 1 / 30 } },
    { kind: 'frozen', mend: { do: 'screen-only', from: 30, to: 36 } },
  ]);
});

test('a camera that was away is told once, as gone and not as frozen too', () => {
  const story = { ...noStory, losses: [{ kind: 'camera' as const, at: 30, until: null }] };
  const findings = judge(take({ story, pictures: [{ kind: 'camera', black: [], frozen: [{ from: 30.2, to: 60 }] }] })).findings;
  expect(findings).toMatchObject([{ kind: 'gone', track: 'camera', from: 30, to: 60, mend: { do: 'screen-only' } }]);
  const voice = judge(take({ story: { ...noStory, losses: [{ kind: 'microphone', at: 42, until: 45 }] } })).findings;
  expect(voice).toMatchObject([{ kind: 'gone', mend: { do: 'redo', from: 40, to: 60 } }]);
});

test('a track that was begun and is not there is a fault of the whole take', () => {
  const { findings } = judge(take({ story: { ...noStory, missing: ['system'] } }));
  expect(findings).toMatchObject([{ kind: 'missing', track: 'system', weight: 'fault', from: 0, to: 60, mend: null }]);
  expect(findings.map(findingSentence)).toEqual(['The sound of the screen is missing: nothing could be read of what was recorded of it.']);
});

test('missing pictures are told where most of them went missing', () => {
  const counts = (dropped: number) => ({ screen: { arrived: 1000, dropped } });
  const frames = [
    { at: 10, counts: counts(1) },
    { at: 20, counts: counts(30) },
    { at: 60, counts: counts(31) },
  ];
  expect(judge(take({ story: { ...noStory, frames } })).findings).toMatchObject([
    { kind: 'dropped', weight: 'fault', from: 10, to: 20, figure: 31 },
  ]);
  expect(kinds(take({ story: { ...noStory, frames: [{ at: 60, counts: counts(1) }] } }))).toEqual([]);
});

test('a track that ends long before the others is told with its place', () => {
  const tracks = [track('screen'), track('microphone', 57)];
  expect(judge(take({ tracks })).findings).toMatchObject([{ kind: 'drift', track: 'microphone', from: 57, to: 60, figure: -3 }]);
});

test('every finding has a sentence, and a place unless it is the whole take', () => {
  const story = { ...noStory, losses: [{ kind: 'camera' as const, at: 3, until: 8 }], sleeps: [{ at: 50, seconds: 120 }], frames: [] };
  for (const finding of judge(take({ story })).findings) {
    expect(findingSentence(finding)).toMatch(/^[A-Z].*\.$/);
    expect(findingPlace(finding, 60)).toMatch(/^\d+:\d\d/);
  }
});

const stretch = fc
  .tuple(fc.double({ min: 0, max: 59, noNaN: true }), fc.double({ min: 0.1, max: 20, noNaN: true }))
  .map(([from, length]) => ({
    from,
    to: Math.min(60, from + length),
  }));
const anyMend = fc.oneof(
  stretch.map((at) => ({ do: 'cut' as const, ...at })),
  stretch.map((at) => ({ do: 'screen-only' as const, ...at })),
  fc.constant({ do: 'denoise' as const }),
  fc.constant({ do: 'mute' as const, kind: 'microphone' as const }),
);

test('mends keep an edit list valid whatever is mended, and each is in it afterwards', () => {
  const newId = () => crypto.randomUUID();
  fc.assert(
    fc.property(fc.array(anyMend, { maxLength: 12 }), (mends) => {
      let edit = wholeSource('a', 60, 'whole');
      for (const mend of mends) {
        Mend.parse(mend);
        const next = mended(edit, 'a', mend, newId);
        EditList.parse(next);
        if (next !== edit) expect(isMended(next, 'a', mend)).toBe(true);
        edit = next;
      }
    }),
  );
});

test('mending twice changes nothing more', () => {
  const edit = { ...wholeSource('a', 60, 'whole'), camera: defaultCamera };
  const once = mended(edit, 'a', { do: 'mute', kind: 'microphone' }, () => 'x');
  expect(mended(once, 'a', { do: 'mute', kind: 'microphone' }, () => 'y')).toBe(once);
});

test('windows become stretches, near ones become one, and two lists meet where both are', () => {
  const on = [false, true, true, false, true, false, false, false, true];
  expect(stretchesOf(on.length, 1, (index) => on[index] ?? false)).toEqual([
    { from: 1, to: 3 },
    { from: 4, to: 5 },
    { from: 8, to: 9 },
  ]);
  expect(stretchesOf(on.length, 1, (index) => on[index] ?? false, 1)).toEqual([
    { from: 1, to: 5 },
    { from: 8, to: 9 },
  ]);
  expect(common([{ from: 0, to: 5 }], [{ from: 3, to: 8 }])).toEqual([{ from: 3, to: 5 }]);
  expect(stepAround([20, 40], 60, 45)).toEqual({ from: 40, to: 60 });
});
