import { useEffect } from 'react';
import { shell } from '../../api/shell.ts';

/** While a take runs the studio's own windows stay out of the picture, where the shell and the system can do that. */
export function useKeepOut(running: boolean): void {
  useEffect(() => {
    if (!running || !shell) return;
    shell.keepOutOfPicture(true);
    return () => shell?.keepOutOfPicture(false);
  }, [running]);
}
