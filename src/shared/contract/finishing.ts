import { z } from 'zod';
import { procedure } from './base.ts';

/** auto: the graphics card encodes where it proves that it works · never: the processor does. */
export const Graphics = z.enum(['auto', 'never']);
export type Graphics = z.infer<typeof Graphics>;

/** Room for finished videos, in bytes: from one gigabyte to what no disk of a laptop has. */
export const CacheLimit = z.int().min(1e9).max(10e12);

/** How this studio finishes videos, and what it keeps of them. */
export const Finishing = z.object({
  graphics: Graphics,
  /** The graphics card's encoder that works here, as ffmpeg calls it; null where none does, or no ffmpeg is there. */
  card: z.string().nullable(),
  cache: z.object({
    /** Bytes of all finished videos, with their pictures. */
    bytes: z.number(),
    /** Those of them that no module shows and no task uses, so that they may go: they can be finished again. */
    freeable: z.number(),
    limit: z.number(),
  }),
});
export type Finishing = z.infer<typeof Finishing>;

export const finishing = {
  get: procedure.output(Finishing),
  /** Changes what is given. A smaller limit is kept at once. */
  change: procedure.input(z.object({ graphics: Graphics.optional(), limit: CacheLimit.optional() })).output(Finishing),
  /** Removes every finished video that nothing uses. */
  clear: procedure.output(Finishing),
};
