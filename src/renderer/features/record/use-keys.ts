import { useEffect, useRef } from 'react';
import type { Recorder } from './use-recording.ts';

/** What a key does where the recording stands: P pauses and goes on, N marks the next step, S stops, Escape leaves the countdown. */
function actionOf({ state, cancel, pause, resume, mark, end }: Recorder, key: string): (() => unknown) | undefined {
  if (state.name === 'counting') return { escape: cancel }[key];
  if (state.name === 'recording') return { p: pause, n: mark, s: () => end('stopped') }[key];
  if (state.name === 'paused') return { p: resume, s: () => end('stopped') }[key];
  return undefined;
}

export function useKeys(recorder: Recorder): void {
  const latest = useRef(recorder);
  latest.current = recorder;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      actionOf(latest.current, event.key.toLowerCase())?.();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
