import { z } from 'zod';
import { Id } from '../ids.ts';

/**
 * Where a block that was put in from another module comes from, and how its original was then: `hash` is the SHA-256 of
 * the original's canonical JSON. Absent, not null, in a block that was written where it stands.
 */
export const TakenFrom = z.object({ module: Id, block: Id, hash: z.string().regex(/^[0-9a-f]{64}$/) });
export type TakenFrom = z.infer<typeof TakenFrom>;
