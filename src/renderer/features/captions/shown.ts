import { useSyncExternalStore } from 'react';

const key = 'showhow:captions-over-preview';
const listeners = new Set<() => void>();

/** Whether captions stand over the preview. Kept for the next time, where the browser lets it be kept. */
const read = (): boolean => {
  try {
    return localStorage.getItem(key) !== 'off';
  } catch {
    return true;
  }
};

let shown = read();

function show(next: boolean): void {
  shown = next;
  try {
    localStorage.setItem(key, next ? 'on' : 'off');
  } catch (error) {
    // A browser that keeps nothing still shows or hides them now.
    if (!(error instanceof DOMException)) throw error;
  }
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useShown = (): [boolean, (next: boolean) => void] => [useSyncExternalStore(subscribe, () => shown), show];
