import { z } from 'zod';
import { Id, Instant, MediaHash, Seconds } from '../model/ids.ts';
import { Finding } from '../model/privacy/finding.ts';
import { procedure } from './base.ts';
import { Job } from './jobs.ts';

/** A finding with the address of a picture of it. */
export const ShownFinding = Finding.extend({ id: z.string(), picture: z.string() });
export type ShownFinding = z.infer<typeof ShownFinding>;

/** What is known of what an edit shows. */
export const Sweep = z.object({
  findings: z.array(ShownFinding),
  /** Seconds of takes that the edit shows and that can be searched, and how many of them were not searched yet. */
  searchable: Seconds,
  unsearched: Seconds,
  /** When the oldest of it was searched; null where nothing was. */
  searchedAt: Instant.nullable(),
  /** A search that goes on. */
  job: Job.nullable(),
});
export type Sweep = z.infer<typeof Sweep>;

/** What is searched for beside what everyone keeps private. */
export const PrivacySettings = z.object({
  /** The author's own words, such as customers' names. */
  words: z.array(z.string().trim().min(2).max(80)).max(500),
  /** Language of the pictures, three letters (ISO 639-2). */
  language: z.string().regex(/^[a-z]{3}(_[a-z]+)?$/),
  /** Country whose telephone numbers stand without their code, two letters (ISO 3166). */
  country: z.string().regex(/^[A-Z]{2}$/),
});
export type PrivacySettings = z.infer<typeof PrivacySettings>;

const ofEdit = z.object({ edit: Id });

export const privacy = {
  of: procedure.input(ofEdit).output(Sweep),
  /** Searches what was not searched yet of the edit as it is, and of a `video` that was finished from it before; refuses with READER_MISSING where pictures cannot be read. */
  search: procedure.input(ofEdit.extend({ video: MediaHash.optional() })).output(Job),
  settings: procedure.output(PrivacySettings.extend({ languages: z.array(z.string()) })),
  saveSettings: procedure.input(PrivacySettings).output(PrivacySettings),
};
