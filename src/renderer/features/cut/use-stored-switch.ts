import { useState } from 'react';

/** A switch that this browser remembers; on until it is switched off. */
export function useStoredSwitch(name: string): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => localStorage.getItem(name) !== 'off');
  return [
    on,
    (next) => {
      localStorage.setItem(name, next ? 'on' : 'off');
      setOn(next);
    },
  ];
}
