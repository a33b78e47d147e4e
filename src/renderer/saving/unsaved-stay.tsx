import { Stay } from '../ui/stay.tsx';
import type { SaveState } from './autosave.ts';

/** What is asked of whoever leaves a page while something could not be written. What is only waiting is written on the way out. */
export const unsaved = ({ is }: SaveState) => ({
  when: is === 'failed' || is === 'stale',
  title: 'Your last changes are not saved',
  stay: 'Stay here',
  leave: 'Leave without them',
  children: 'The page you leave says what stands in the way. Stay, and nothing is lost.',
});

/** Keeps whoever leaves a page from losing what could not be written. */
export const UnsavedStay = ({ state }: { state: SaveState }) => <Stay {...unsaved(state)} />;
