import { Stay } from '../ui/stay.tsx';
import type { SaveState } from './autosave.ts';

/** Keeps whoever leaves a page from losing what could not be written. What is only waiting is written on the way out. */
export function UnsavedStay({ state }: { state: SaveState }) {
  return (
    <Stay
      when={state.is === 'failed' || state.is === 'stale'}
      title="Your last changes are not saved"
      stay="Stay here"
      leave="Leave without them"
    >
      The page you leave says what stands in the way. Stay, and nothing is lost.
    </Stay>
  );
}
