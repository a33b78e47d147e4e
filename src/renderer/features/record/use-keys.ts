import { useEffect, useRef } from 'react';
import { isLetter, useLetterKeys } from '../../ui/letter-keys.ts';
import type { Recorder } from './use-recording.ts';

/** What a key does where the recording stands: P pauses and goes on, N marks the next step, S stops, Escape leaves the countdown. */
function actionOf({ state, cancel, pause, resume, mark, end }: Recorder, key: string): (() => unknown) | undefined {
  if (state.name === 'counting') return { escape: cancel }[key];
  if (state.name === 'recording') return { p: pause, n: mark, s: () => end('stopped') }[key];
  if (state.name === 'paused') return { p: resume, s: () => end('stopped') }[key];
  return undefined;
}

/** Whether a key is meant for what stands under the focus: letters for a text, arrows for a slider. */
const isTaken = (target: EventTarget | null): boolean =>
  target !== null && 'closest' in target && (target as Element).closest('input, textarea, select, [contenteditable]') !== null;

/** Follows the keys of a window: the page's own, or that of the small control. */
export function useKeys(recorder: Recorder, target: Window = window): void {
  const [letters] = useLetterKeys();
  const latest = useRef(recorder);
  latest.current = recorder;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTaken(event.target)) return;
      if (!letters && isLetter(event)) return;
      actionOf(latest.current, event.key.toLowerCase())?.();
    };
    target.addEventListener('keydown', press);
    return () => target.removeEventListener('keydown', press);
  }, [target, letters]);
}
