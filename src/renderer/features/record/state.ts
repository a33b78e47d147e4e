import type { LossKind } from '../../../shared/model/take-event.ts';
import type { EngineFault, RecordingStatus } from './engine/protocol.ts';
import type { StopStep } from './stop-steps.ts';
import type { SourceName } from './words.ts';

/** Why a recording ended, if not by the stop button. */
export type EndReason = 'stopped' | EngineFault;

/** Since when, in take time, a source gives nothing. */
export interface Loss {
  at: number;
  how: LossKind;
}
export type Losses = Partial<Record<SourceName, Loss>>;

/** How it went to make a take ready to cut: `open` until the job is over. */
export type Outcome = 'open' | 'ready' | 'failed';

/**
 * choosing: sources are set up · counting: 3-2-1 · starting: the take is opened on disk · recording, paused ·
 * stopping: the last pieces go to the disk · preparing: its job makes it ready to cut · lost: the studio is gone,
 * and the next start offers what is saved.
 */
export type Recording =
  | { name: 'choosing'; fault: unknown }
  | { name: 'counting'; left: number }
  | { name: 'starting' }
  | {
      name: 'recording' | 'paused';
      take: string;
      status: RecordingStatus;
      marks: number;
      freeBytes: number | null;
      losses: Losses;
      slept: { at: number; seconds: number } | null;
    }
  | { name: 'stopping'; take: string; reason: EndReason; status: RecordingStatus; step: StopStep; late: StopStep[] }
  | { name: 'preparing'; take: string; reason: EndReason; status: RecordingStatus; late: StopStep[]; job: string; outcome: Outcome }
  | { name: 'lost'; reason: EndReason; status: RecordingStatus; late: StopStep[] };

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
  | { type: 'gone'; source: SourceName; at: number; how: LossKind }
  | { type: 'back'; source: SourceName }
  | { type: 'slept'; at: number; seconds: number }
  | { type: 'step'; step: StopStep }
  | { type: 'late'; step: StopStep }
  | { type: 'paused' }
  | { type: 'resumed' }
  | { type: 'ending'; reason: EndReason }
  | { type: 'ended'; job: string; status: RecordingStatus }
  | { type: 'lost'; status: RecordingStatus }
  | { type: 'prepared'; outcome: Outcome }
  | { type: 'again' };

export const nothingYet: RecordingStatus = { at: 0, saved: 0, waitingBytes: 0, frames: {} };
export const choosing: Recording = { name: 'choosing', fault: null };

export type Running = Extract<Recording, { name: 'recording' | 'paused' }>;
export type Over = Extract<Recording, { name: 'stopping' | 'preparing' | 'lost' }>;

export const isRunning = (state: Recording): state is Running => state.name === 'recording' || state.name === 'paused';
export const isOver = (state: Recording): state is Over => state.name === 'stopping' || state.name === 'preparing' || state.name === 'lost';

export type Phase = 'running' | 'over' | Exclude<Recording, Running | Over>['name'];

/** Each phase has controls of its own. */
export function phaseOf(state: Recording): Phase {
  if (isRunning(state)) return 'running';
  return isOver(state) ? 'over' : state.name;
}

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
      if (event.type === 'began')
        return { name: 'recording', take: event.take, status: nothingYet, marks: 0, freeBytes: null, losses: {}, slept: null };
      return refused(state, event);
    case 'recording':
    case 'paused':
      return whileRunning(state, event);
    case 'stopping':
      return whileStopping(state, event);
    case 'preparing':
      if (event.type === 'prepared') return { ...state, outcome: event.outcome };
      if (event.type === 'late') return { ...state, late: [...state.late, event.step] };
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

function whileStopping(state: Extract<Recording, { name: 'stopping' }>, event: RecordingEvent): Recording {
  switch (event.type) {
    case 'step':
      return { ...state, step: event.step };
    case 'late':
      return { ...state, late: [...state.late, event.step] };
    case 'status':
      return { ...state, status: event.status };
    case 'ended': {
      const { take, reason, late } = state;
      return { name: 'preparing', take, reason, late, job: event.job, status: event.status, outcome: 'open' };
    }
    case 'lost':
      return { name: 'lost', reason: state.reason, late: state.late, status: event.status };
    default:
      return state;
  }
}

function without(losses: Losses, source: SourceName): Losses {
  const { [source]: _, ...rest } = losses;
  return rest;
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
    case 'gone':
      return { ...state, losses: { ...state.losses, [event.source]: { at: event.at, how: event.how } } };
    case 'back':
      return { ...state, losses: without(state.losses, event.source) };
    case 'slept':
      return { ...state, slept: { at: event.at, seconds: event.seconds } };
    case 'ending':
      return { name: 'stopping', take: state.take, reason: event.reason, status: state.status, step: 'finish', late: [] };
    default:
      return state;
  }
}
