import type { SaveState } from './autosave.ts';

/** Whether all is safe, in a word or two. */
export const saveWords: Record<SaveState['is'], string> = {
  saved: 'Saved',
  waiting: 'Saving…',
  saving: 'Saving…',
  failed: 'Not saved yet',
  stale: 'Not saved',
};
