import { useEffect } from 'react';

/** Before the window closes or another address is loaded: writes what waits, and asks whether to stay while it is not on disk. */
export function useLeaving(unsaved: boolean, flush: () => Promise<unknown>): void {
  useEffect(() => {
    const leaving = (event: BeforeUnloadEvent) => {
      if (unsaved) event.preventDefault();
      void flush();
    };
    addEventListener('beforeunload', leaving);
    return () => removeEventListener('beforeunload', leaving);
  }, [unsaved, flush]);
}
