import { stat } from 'node:fs/promises';

/** Whether a file is there. */
export const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );
