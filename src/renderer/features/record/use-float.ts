import { useCallback, useEffect, useState } from 'react';
import { canFloat, openFloat } from './float-window.ts';

export interface Float {
  possible: boolean;
  window: Window | null;
  open(): Promise<void>;
  close(): void;
}

/** The small control that stays on top of what is shown while a take runs. It goes away with what shows it. */
export function useFloat(): Float {
  const [float, setFloat] = useState<Window | null>(null);
  const close = useCallback(() => setFloat(null), []);
  useEffect(() => {
    if (!float) return;
    float.addEventListener('pagehide', close);
    return () => {
      float.removeEventListener('pagehide', close);
      float.close();
    };
  }, [float, close]);
  return {
    possible: canFloat(),
    window: float,
    open: async () => setFloat(await openFloat()),
    close,
  };
}
