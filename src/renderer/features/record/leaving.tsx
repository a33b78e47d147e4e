import type { ComponentProps } from 'react';
import type { SaveState } from '../../saving/autosave.ts';
import { unsaved } from '../../saving/unsaved-stay.tsx';
import { Stay } from '../../ui/stay.tsx';
import { isRunning, type Recording } from './state.ts';
import type { Recorder } from './use-recording.ts';

type Question = Omit<ComponentProps<typeof Stay>, 'onLeave'>;

const stop = { stay: 'Stay here', leave: 'Stop and leave' };

/** What would be lost by leaving the page now. */
function questionOf(state: Recording, notes: SaveState): Question {
  if (isRunning(state) || state.name === 'starting')
    return {
      ...stop,
      when: true,
      title: isRunning(state) ? 'The recording is still running' : 'The recording begins',
      children: 'Stop it first, so that all of it is saved. It then waits on the start page.',
    };
  if (state.name === 'stopping')
    return {
      when: true,
      title: 'The last pieces are being written',
      stay: 'Stay here',
      children: 'It takes a moment, and the page you asked for comes by itself.',
    };
  return unsaved(notes);
}

/** Asks before the page is left while it records, or while its notes could not be written. A router asks one such question at a time. */
export function Leaving({ recorder: { state, end }, notes }: { recorder: Recorder; notes: SaveState }) {
  const records = isRunning(state) || state.name === 'starting';
  return <Stay {...questionOf(state, notes)} onLeave={records ? () => void end('stopped') : undefined} />;
}
