import { type RefObject, useEffect } from 'react';
import { recordingPulse } from '../../../shared/model/recording.ts';
import type { TakeEvent } from '../../../shared/model/take-event.ts';
import { client } from '../../api/client.ts';
import type { RunningTake } from './end-take.ts';
import type { Recording } from './state.ts';

const dropped = (state: Recording): number =>
  'status' in state ? Object.values(state.status.frames).reduce((sum, counts) => sum + (counts?.dropped ?? 0), 0) : 0;

/**
 * While a take runs: a sign of life to the studio every few seconds, which answers with the room on the disk and takes
 * the lines that did not reach it before, and a line in the journal whenever pictures were left out.
 */
export function usePulse(
  take: RunningTake | null,
  state: RefObject<Recording>,
  onFree: (freeBytes: number) => void,
  tell: (event: TakeEvent, at: number) => Promise<void>,
): void {
  useEffect(() => {
    if (take === null) return;
    let told = 0;
    const pulse = async () => {
      const { freeBytes } = await client.takes.pulse({ id: take.id });
      onFree(freeBytes);
      await take.lines.sendAgain();
      const { current } = state;
      if (!('status' in current) || dropped(current) === told) return;
      told = dropped(current);
      await tell({ type: 'frames', counts: current.status.frames }, current.status.at);
    };
    // A pulse that fails says nothing new: the pieces that wait do.
    const beat = () => pulse().catch(() => undefined);
    beat();
    const timer = setInterval(beat, recordingPulse.everySeconds * 1000);
    return () => clearInterval(timer);
  }, [take, state, onFree, tell]);
}
