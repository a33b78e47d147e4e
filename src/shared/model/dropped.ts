import { z } from 'zod';

/** Something that did not come along when a lesson was brought in or written out, in plain words: what, where it stood, why. */
export const Dropped = z.object({ what: z.string(), where: z.string(), why: z.string() });
export type Dropped = z.infer<typeof Dropped>;
