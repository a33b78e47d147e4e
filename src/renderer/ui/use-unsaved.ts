import { useEffect } from 'react';

/** Tells the page around a form whether something in it would be lost by leaving. */
export function useUnsaved(unsaved: boolean, tell: (unsaved: boolean) => void): void {
  useEffect(() => {
    tell(unsaved);
    return () => tell(false);
  }, [unsaved, tell]);
}
