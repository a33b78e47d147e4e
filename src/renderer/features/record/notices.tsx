import { recordingSpace } from '../../../shared/model/recording.ts';
import { FaultNotice, Notice } from '../../ui/notice.tsx';
import { EngineStopped } from './engine/engine.ts';
import type { EngineFault } from './engine/protocol.ts';
import { LossNotices } from './losses.tsx';
import { type RedoneStep, redoSentence } from './redo.ts';
import type { Running } from './state.ts';
import type { Recorder } from './use-recording.ts';
import type { Sources } from './use-sources.ts';
import { WaitingNotice } from './waiting-notice.tsx';
import { notBegunSentence, type SourceName, sleptSentence } from './words.ts';

interface SetupNoticesProps {
  /** Why the last recording did not begin, or null. */
  fault: unknown;
  check: EngineFault | null;
  enough: boolean;
  /** The step that is recorded again; null for a take of its own. */
  step: RedoneStep | null;
  /** What a recording that was asked for still waits for. */
  waiting: SourceName[];
  /** Turns a source off. */
  onClose(name: SourceName): void;
}

/** Before the take: what is in its way, and what it is for. */
export function SetupNotices({ fault, check, enough, step, waiting, onClose }: SetupNoticesProps) {
  // A picker for the screen stands before the page and speaks for itself.
  const devices = waiting.filter((name) => name !== 'screen');
  return (
    <>
      {devices.length > 0 && <WaitingNotice waiting={devices} onWithout={() => devices.forEach(onClose)} />}
      {fault instanceof EngineStopped ? <Notice tone="fault">{notBegunSentence(fault.fault)}</Notice> : <FaultNotice error={fault} />}
      {step && <Notice>{redoSentence(step)}</Notice>}
      {check && <Notice tone="fault">{notBegunSentence(check)}</Notice>}
      {!enough && <Notice tone="fault">Less than {recordingSpace.start / 1e6} MB are free on this disk. Make room, then record.</Notice>}
    </>
  );
}

/** During the take: what happened to it by itself. */
export function RunningNotices({ state, recorder, sources }: { state: Running; recorder: Recorder; sources: Sources }) {
  return (
    <>
      <LossNotices losses={state.losses} recorder={recorder} sources={sources} />
      {state.slept && <Notice tone="attention">{sleptSentence(state.slept)}</Notice>}
    </>
  );
}
