import type { EngineFault, RecordingStatus } from './engine/protocol.ts';

/** Why a recording ended, if not by the stop button. */
export type EndReason = 'stopped' | 'source-ended' | EngineFault;

/**
 * choosing: sources are set up · counting: 3-2-1 · starting: the take is opened on disk · recording, paused ·
 * stopping: the last pieces go to the disk · preparing: its job makes it ready to cut · lost: the studio is gone,
 * and the next start offers what is saved.
 */
export type Recording =
  | { name: 'choosing'; fault: unknown }
  | { name: 'counting'; left: number }
  | { name: 'starting' }
  | { name: 'recording' | 'paused'; take: string; status: RecordingStatus; marks: number; freeBytes: number | null }
  | { name: 'stopping'; take: string; reason: EndReason; status: RecordingStatus }
  | { name: 'preparing'; take: string; job: string; reason: EndReason; status: RecordingStatus; failed: boolean }
  | { name: 'lost'; reason: EndReason; status: RecordingStatus };

export type RecordingEvent =
  | { type: 'count'; from: number }
  | { type: 'second' }
  | { type: 'skip' }
  | { type: 'cancel' }
  | { type: 'refused'; fault: unknown }
  | { type: 'began'; take: string }
  | { type: 'status'; status: RecordingStatus }
  | { type: 'disk'; freeBytes: number }
  | { type: 'marked' }
  | { type: 'paused' }
  | { type: 'resumed' }
  | { type: 'ending'; reason: EndReason }
  | { type: 'ended'; job: string; status: RecordingStatus }
  | { type: 'lost'; status: RecordingStatus }
  | { type: 'unprepared' }
  | { type: 'again' };

export const nothingYet: RecordingStatus = { at: 0, saved: 0, waitingBytes: 0, dropped: 0 };
export const choosing: Recording = { name: 'choosing', fault: null };

type Running = Extract<Recording, { name: 'recording' | 'paused' }>;

/** Pure: an event that does not belong to a state leaves it as it is. */
export function recordingReducer(state: Recording, event: RecordingEvent): Recording {
  switch (state.name) {
    case 'choosing':
      return event.type === 'count'
        ? event.from > 0
          ? { name: 'counting', left: event.from }
          : { name: 'starting' }
        : refused(state, event);
    case 'counting':
      return whileCounting(state, event);
    case 'starting':
      if (event.type === 'began') return { name: 'recording', take: event.take, status: nothingYet, marks: 0, freeBytes: null };
      return refused(state, event);
    case 'recording':
    case 'paused':
      return whileRunning(state, event);
    case 'stopping':
      if (event.type === 'ended') {
        const { take, reason } = state;
        return { name: 'preparing', take, reason, job: event.job, status: event.status, failed: false };
      }
      if (event.type === 'status') return { ...state, status: event.status };
      return event.type === 'lost' ? { name: 'lost', reason: state.reason, status: event.status } : state;
    case 'preparing':
      if (event.type === 'unprepared') return { ...state, failed: true };
      return event.type === 'again' ? choosing : state;
    case 'lost':
      return event.type === 'again' ? choosing : state;
  }
}

function refused(state: Recording, event: RecordingEvent): Recording {
  if (event.type === 'refused') return { name: 'choosing', fault: event.fault };
  return event.type === 'cancel' ? choosing : state;
}

function whileCounting(state: Extract<Recording, { name: 'counting' }>, event: RecordingEvent): Recording {
  if (event.type === 'skip') return { name: 'starting' };
  if (event.type !== 'second') return refused(state, event);
  return state.left > 1 ? { ...state, left: state.left - 1 } : { name: 'starting' };
}

function whileRunning(state: Running, event: RecordingEvent): Recording {
  switch (event.type) {
    case 'status':
      return { ...state, status: event.status };
    case 'disk':
      return { ...state, freeBytes: event.freeBytes };
    case 'marked':
      return { ...state, marks: state.marks + 1 };
    case 'paused':
      return { ...state, name: 'paused' };
    case 'resumed':
      return { ...state, name: 'recording' };
    case 'ending':
      return { name: 'stopping', take: state.take, reason: event.reason, status: state.status };
    default:
      return state;
  }
}
