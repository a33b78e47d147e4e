/**
 * Stopping in four steps: the encoders end their tracks · what waits goes to the disk · the journal is closed · the take
 * is made ready. None is waited for longer than this, in milliseconds: what comes after it goes on with what is there.
 */
export const stopStepBound = 8000;

export type StopStep = 'finish' | 'write' | 'close' | 'prepare';

/** What is being done, while it is. */
export const stopStepWords: Record<StopStep, string> = {
  finish: 'Ending the tracks',
  write: 'Writing the last pieces to the disk',
  close: 'Closing the recording',
  prepare: 'Making the recording ready to cut',
};

/** What is said of a step that did not end within its bound. */
export const lateStepSentences: Record<StopStep, string> = {
  finish: 'The encoder did not end in time, so the last second may be missing. Everything before it is saved.',
  write: 'The last pieces did not reach the disk in time and may be missing. Everything before them is saved.',
  close: 'Showhow does not answer. What was recorded is saved; start it again, and it offers the recording.',
  prepare: 'Making it ready takes longer than usual. It goes on by itself; you may leave this page and find the take on the start page.',
};
