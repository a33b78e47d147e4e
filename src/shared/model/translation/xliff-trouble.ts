import { z } from 'zod';

/** Why a translator's file is not taken. `source`: it was made from another language than the lesson has. */
export const XliffTrouble = z.enum(['not-xliff', 'version', 'language', 'source', 'module']);
export type XliffTrouble = z.infer<typeof XliffTrouble>;
