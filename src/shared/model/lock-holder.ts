import { z } from 'zod';
import { Instant } from './ids.ts';

/** Which program holds a folder: the number of its process, the name of its computer, and since when. */
export const LockHolder = z.object({ process: z.int().positive(), computer: z.string(), since: Instant });
export type LockHolder = z.infer<typeof LockHolder>;
