import { expect, test } from 'vitest';
import {
  choosing,
  nothingYet,
  type Recording,
  type RecordingEvent,
  recordingReducer,
} from '../../../src/renderer/features/record/state.ts';

const after = (...events: RecordingEvent[]): Recording => events.reduce(recordingReducer, choosing);
const second: RecordingEvent = { type: 'second' };
const began: RecordingEvent[] = [{ type: 'count', from: 3 }, { type: 'skip' }, { type: 'began', take: 'a' }];
const status = { ...nothingYet, at: 12, saved: 11 };

test('the countdown counts to the beginning', () => {
  expect(after({ type: 'count', from: 3 })).toEqual({ name: 'counting', left: 3 });
  expect(after({ type: 'count', from: 3 }, second, second)).toEqual({ name: 'counting', left: 1 });
  expect(after({ type: 'count', from: 3 }, second, second, second)).toEqual({ name: 'starting' });
});

test('the countdown can be skipped and left', () => {
  expect(after({ type: 'count', from: 3 }, { type: 'skip' })).toEqual({ name: 'starting' });
  expect(after({ type: 'count', from: 3 }, { type: 'cancel' })).toEqual(choosing);
});

test('a refused start goes back to choosing with its reason', () => {
  expect(after({ type: 'count', from: 3 }, { type: 'skip' }, { type: 'refused', fault: 'full' })).toEqual({
    name: 'choosing',
    fault: 'full',
  });
});

test('a take is paused, goes on and keeps its marks', () => {
  expect(after(...began, { type: 'marked' }, { type: 'paused' })).toMatchObject({ name: 'paused', marks: 1 });
  expect(after(...began, { type: 'marked' }, { type: 'paused' }, { type: 'resumed' })).toMatchObject({ name: 'recording', marks: 1 });
});

test('a take that is stopped is prepared', () => {
  const stopped = after(...began, { type: 'status', status }, { type: 'ending', reason: 'stopped' });
  expect(stopped).toMatchObject({ name: 'stopping', take: 'a', status });
  expect(recordingReducer(stopped, { type: 'ended', job: 'j', status })).toMatchObject({ name: 'preparing', job: 'j', take: 'a' });
});

test('a take that is prepared is ready, or says that it failed', () => {
  const prepared = after(...began, { type: 'ending', reason: 'stopped' }, { type: 'ended', job: 'j', status });
  expect(prepared).toMatchObject({ outcome: 'open' });
  expect(recordingReducer(prepared, { type: 'prepared', outcome: 'ready' })).toMatchObject({ name: 'preparing', outcome: 'ready' });
  expect(recordingReducer(prepared, { type: 'prepared', outcome: 'failed' })).toMatchObject({ name: 'preparing', outcome: 'failed' });
});

test('a take whose studio is gone ends as lost and says how much is saved', () => {
  const lost = after(...began, { type: 'ending', reason: 'studio-gone' }, { type: 'lost', status });
  expect(lost).toEqual({ name: 'lost', reason: 'studio-gone', status, late: [] });
  expect(recordingReducer(lost, { type: 'again' })).toEqual(choosing);
});

test('events that come too late change nothing', () => {
  const stopping = after(...began, { type: 'ending', reason: 'stopped' });
  for (const event of [second, { type: 'paused' }, { type: 'ending', reason: 'disk-full' }] satisfies RecordingEvent[])
    expect(recordingReducer(stopping, event)).toBe(stopping);
  expect(after({ type: 'began', take: 'a' })).toBe(choosing);
});

test('a source that goes away stands in the state until it is back', () => {
  const gone = after(...began, { type: 'gone', source: 'microphone', at: 4, how: 'ended' }, { type: 'paused' });
  expect(gone).toMatchObject({ name: 'paused', losses: { microphone: { at: 4, how: 'ended' } } });
  expect(recordingReducer(gone, { type: 'back', source: 'microphone' })).toMatchObject({ losses: {} });
});

test('stopping goes from step to step, and keeps which of them were late', () => {
  const stopping = after(
    ...began,
    { type: 'ending', reason: 'stopped' },
    { type: 'late', step: 'finish' },
    { type: 'step', step: 'write' },
  );
  expect(stopping).toMatchObject({ name: 'stopping', step: 'write', late: ['finish'] });
  expect(recordingReducer(stopping, { type: 'ended', job: 'j', status })).toMatchObject({ name: 'preparing', late: ['finish'] });
});
