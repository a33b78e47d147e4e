import { useCallback, useSyncExternalStore } from 'react';

const here = new Set<() => void>();

/** Hears of a switch that is turned on this page, and in another window of this browser. */
function subscribe(tell: () => void): () => void {
  here.add(tell);
  addEventListener('storage', tell);
  return () => {
    here.delete(tell);
    removeEventListener('storage', tell);
  };
}

/** A switch that this browser remembers; on until it is switched off. All that asks for it by the same name follows at once. */
export function useStoredSwitch(name: string): [on: boolean, set: (on: boolean) => void] {
  const on = useSyncExternalStore(subscribe, () => localStorage.getItem(name) !== 'off');
  const set = useCallback(
    (next: boolean) => {
      localStorage.setItem(name, next ? 'on' : 'off');
      for (const tell of here) tell();
    },
    [name],
  );
  return [on, set];
}
