import { expect, test } from 'vitest';
import { parseJournal } from '../../../src/main/capture/journal.ts';

const take = '0b0e4d5c-7a52-4f0e-9a39-0d5b7e6f1a11';
const line = (type: string, second: number, more: object = {}) =>
  JSON.stringify({ type, time: new Date(Date.UTC(2026, 10, 22, 18, 0, second)).toISOString(), ...more });
const begin = line('begin', 0, {
  version: 1,
  take,
  title: 'Recording',
  tracks: [{ kind: 'screen', mimeType: 'video/mp4', offset: 0.02, segment: 'screen-1.mp4' }],
});

test('a journal tells the tracks, the marks and whether it was stopped', () => {
  const story = parseJournal([begin, line('mark', 4, { at: 4 }), line('stop', 9)].join('\n'));
  expect(story.begin?.tracks[0]).toMatchObject({ kind: 'screen', offset: 0.02 });
  expect(story).toMatchObject({ marks: [4], stopped: true, unread: 0 });
});

test('a pause lasts until recording goes on', () => {
  const story = parseJournal(
    [begin, line('pause', 10, { at: 10 }), line('resume', 25, { at: 10 }), line('mark', 30, { at: 15 })].join('\n'),
  );
  expect(story.pauses).toEqual([{ at: 10, seconds: 15 }]);
  expect(story.marks).toEqual([15]);
});

test('a line torn by a crash is counted, and what stands before it is kept', () => {
  const story = parseJournal(`${begin}\n${line('mark', 3, { at: 3 })}\n{"type":"mark","ti`);
  expect(story).toMatchObject({ marks: [3], stopped: false, unread: 1 });
});

test('what is said twice happened once', () => {
  const slept = line('event', 8, { at: 6, event: { type: 'slept', seconds: 40 } });
  const mark = line('mark', 3, { at: 3 });
  expect(parseJournal([begin, mark, mark, slept, slept].join('\n'))).toMatchObject({ marks: [3], sleeps: [{ at: 6, seconds: 40 }] });
});

test('a journal of which nothing can be read tells an empty story', () => {
  expect(parseJournal('\0\0\0\0')).toMatchObject({ begin: null, marks: [], pauses: [], stopped: false, unread: 1 });
});

test('what happened to the sources stands in the story, with where it ended', () => {
  const event = (at: number, told: object) => line('event', at, { at, event: told });
  const story = parseJournal(
    [
      begin,
      event(3, { type: 'lost', kind: 'microphone', how: 'ended' }),
      event(4, { type: 'lost', kind: 'microphone', how: 'ended' }),
      event(5, { type: 'lost', kind: 'camera', how: 'muted' }),
      event(9, { type: 'found', kind: 'microphone' }),
      event(10, { type: 'slept', seconds: 40 }),
      event(12, { type: 'frames', counts: { screen: { arrived: 300, dropped: 2 } } }),
      event(13, { type: 'of-a-newer-program' }),
    ].join('\n'),
  );
  expect(story.losses).toEqual([
    { kind: 'microphone', how: 'ended', at: 3, until: 9 },
    { kind: 'camera', how: 'muted', at: 5, until: null },
  ]);
  expect(story.sleeps).toEqual([{ at: 10, seconds: 40 }]);
  expect(story.frames).toEqual([{ at: 12, counts: { screen: { arrived: 300, dropped: 2 } } }]);
  expect(story.unread).toBe(1);
});
