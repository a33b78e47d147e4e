import { z } from 'zod';

/** A place within a block's JSON: `['attrs', 'alt']`, `['content', 2, 'text']`. */
const Path = z.array(z.union([z.string(), z.int().nonnegative()])).min(1);
export type Path = z.infer<typeof Path>;

/** What a button does about a finding. It changes one block, or one of the lines above the body, and can be undone like typing. */
export const Mend = z.discriminatedUnion('do', [
  z.object({ do: z.literal('remove') }),
  /** A heading gets this level, a paragraph becomes a heading of it. */
  z.object({ do: z.literal('heading'), level: z.union([z.literal(2), z.literal(3)]) }),
  z.object({ do: z.literal('set'), path: Path, value: z.union([z.string(), z.boolean()]) }),
  /** Moves one of a list to another place in it. */
  z.object({ do: z.literal('move'), path: Path, from: z.int().nonnegative(), to: z.int().nonnegative() }),
  /** The first row of a table becomes its headings. */
  z.object({ do: z.literal('head') }),
  z.object({ do: z.literal('line'), line: z.enum(['title', 'objective']), value: z.string() }),
]);
export type Mend = z.infer<typeof Mend>;

/** Where something stands that is in no block. */
const Place = z.enum(['title', 'objective', 'body', 'profile', 'freshness', 'languages']);
export type Place = z.infer<typeof Place>;

/** Something in a lesson that could be better. */
export const Finding = z.object({
  rule: z.string(),
  /** An error keeps the module from being handed in; a warning asks for a word. */
  severity: z.enum(['error', 'warning']),
  block: z.string().nullable(),
  where: Place.optional(),
  /** A page of the studio on which it is mended. */
  href: z.string().optional(),
  /** What is so, in a short sentence. */
  message: z.string(),
  /** Why it matters to a learner. */
  why: z.string(),
  mend: z.object({ says: z.string(), change: Mend }).optional(),
});
export type Finding = z.infer<typeof Finding>;

export const isError = ({ severity }: Finding): boolean => severity === 'error';
