import { z } from 'zod';
import { Id, Instant } from '../model/ids.ts';

/** A question a colleague asked the author. */
export const Ask = z.object({
  id: Id,
  moduleId: Id.nullable(),
  moduleTitle: z.string().nullable(),
  from: z.object({ name: z.string(), photo: z.url().nullable() }),
  text: z.string(),
  createdAt: Instant,
  answer: z
    .object({
      text: z.string(),
      createdAt: Instant,
      /** A module that answers it, as long as colleagues can see it. */
      module: z.object({ id: Id, title: z.string() }).nullable().default(null),
    })
    .nullable(),
});
export type Ask = z.infer<typeof Ask>;

export const Answer = z.object({ askId: Id, text: z.string().trim().min(1).max(2000), moduleId: Id.optional() });

export const Thank = z.object({
  id: Id,
  moduleId: Id,
  moduleTitle: z.string(),
  from: z.object({ name: z.string(), photo: z.url().nullable() }),
  note: z.string(),
  createdAt: Instant,
});
export type Thank = z.infer<typeof Thank>;

/** Counts of people. A figure that breaks down a whole is null where fewer than five are behind the whole, the part or the rest of it. */
export const ModuleReach = z.object({
  moduleId: Id,
  title: z.string(),
  publishedAt: Instant,
  /** Distinct colleagues who opened it, told from one on; the author and whoever had to do with its review are left out. */
  opened: z.int(),
  watchedToEnd: z.int().nullable(),
  answeredRight: z.int().nullable(),
  thanks: z.int(),
  asks: z.int(),
});
export type ModuleReach = z.infer<typeof ModuleReach>;
