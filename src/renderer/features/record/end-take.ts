import { readFault } from '../../../shared/contract/faults.ts';
import { client } from '../../api/client.ts';
import { type Engine, EngineStopped } from './engine/engine.ts';
import type { RecordingStatus } from './engine/protocol.ts';
import { within } from './engine/within.ts';
import type { JournalLines } from './journal-lines.ts';
import type { RecordingEvent } from './state.ts';
import { stopStepBound } from './stop-steps.ts';

/** The take that is being recorded. */
export interface RunningTake {
  id: string;
  lines: JournalLines;
}

/** Stops the take at the studio; one that the studio already let go of is salvaged instead. */
async function closeTake(id: string): Promise<string> {
  try {
    return (await client.takes.stop({ id })).job.id;
  } catch (error) {
    if (readFault(error)?.code !== 'TAKE_NOT_RECORDING') throw error;
    return (await client.takes.salvage({ id })).job.id;
  }
}

const isLate = (error: unknown): boolean => {
  if (!(error instanceof EngineStopped)) throw error;
  return true;
};

/** Ends a take in its four steps, each bounded; a step that is late is told, and the next one goes on with what is there. */
export async function endTake(
  engine: Engine,
  { id, lines }: RunningTake,
  status: RecordingStatus,
  dispatch: (event: RecordingEvent) => void,
): Promise<void> {
  let last = status;
  engine.onStatus = (next) => {
    last = next;
  };
  try {
    last = await engine.finish();
  } catch (error) {
    if (isLate(error)) dispatch({ type: 'late', step: 'finish' });
  }
  dispatch({ type: 'step', step: 'write' });
  try {
    last = (await engine.drain()).status;
  } catch (error) {
    if (isLate(error)) dispatch({ type: 'late', step: 'write' });
  }
  engine.release();
  dispatch({ type: 'status', status: last });
  dispatch({ type: 'step', step: 'close' });
  try {
    const close = async () => {
      const { at, frames } = last;
      const told = lines.add(() => client.takes.tell({ id, at, event: { type: 'frames', counts: frames } }));
      // The journal tells more of a take; closing it has half of the time for itself, also where nobody answers to a line.
      await within(told, stopStepBound / 2, 'studio-gone').catch(isLate);
      return closeTake(id);
    };
    const job = await within(close(), stopStepBound, 'studio-gone');
    dispatch({ type: 'ended', job, status: last });
  } catch (error) {
    // Whatever it was: the studio cannot be reached, what is on disk waits for its next start.
    if (error instanceof EngineStopped) dispatch({ type: 'late', step: 'close' });
    dispatch({ type: 'lost', status: last });
  }
}
