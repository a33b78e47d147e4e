import canonicalize from 'canonicalize';
import { z } from 'zod';
import { ModuleDocument, mediaIn } from './document.ts';
import { Id, Instant, line, RevisionHash } from './ids.ts';
import { Translations } from './translation/translations.ts';

/** What one is good at after it, in words of the company: one looks for modules, and for people, by them. */
export const Skills = z.array(line(60).min(1)).min(1).max(12);

/** Who looks after a lesson, until when it is known to be right, and what it leans on. */
export const Freshness = z.object({
  /** A name; the author where it is absent. */
  owner: line(120).optional(),
  /** The day by which someone looks at it again. */
  reviewBy: z.iso.date().optional(),
  sources: z.array(line(500)).max(50).optional(),
});
export type Freshness = z.infer<typeof Freshness>;

/** What the author says of a warning that she leaves standing. */
export const Kept = z.object({ rule: z.string().min(1).max(60), because: line(300) });
export type Kept = z.infer<typeof Kept>;

/** Everything of a module that a reviewer approves. Its canonical JSON is what a revision's hash is taken of. */
export const ModuleContent = z.object({
  title: line(120),
  objective: line(300),
  /** BCP 47, e.g. `en`. */
  language: z.string().min(2).max(35),
  /** Absent, not empty, where nothing is said of it. */
  skills: Skills.optional(),
  body: ModuleDocument,
  /** Both absent where nothing was said: a module of before keeps the hash of its revision. */
  freshness: Freshness.optional(),
  kept: z.array(Kept).max(100).optional(),
  /** What it says in other languages; absent, not empty, where it has one language only. */
  translations: Translations.optional(),
});
export type ModuleContent = z.infer<typeof ModuleContent>;

/** A module as the author has it on her desk. `version` counts saves and guards against two pages writing at once. */
export const ModuleDraft = z.object({
  id: Id,
  version: z.int().nonnegative(),
  createdAt: Instant,
  updatedAt: Instant,
  content: ModuleContent,
});
export type ModuleDraft = z.infer<typeof ModuleDraft>;

/** An immutable state of a module. */
export const Revision = z.object({ hash: RevisionHash, moduleId: Id, createdAt: Instant, content: ModuleContent });
export type Revision = z.infer<typeof Revision>;

/** RFC 8785 JSON: the same content always gives the same text, on every machine. */
export function canonicalJson(content: ModuleContent): string {
  const text = canonicalize(content);
  if (text === undefined) throw new TypeError('A module is always an object');
  return text;
}

/** The SHA-256 names of all media a module shows, each once. */
export const mediaOf = (content: ModuleContent): string[] => [...new Set(mediaIn(content.body))];
