import { z } from 'zod';

/** A UUID that names a take, an edit, a module, a block or a job for its whole life. */
export const Id = z.uuid();
export type Id = z.infer<typeof Id>;

const sha256 = /^[0-9a-f]{64}$/;

/** SHA-256 of a file's bytes, 64 lower-case hex digits: the name under which media is kept and asked for. */
export const MediaHash = z.string().regex(sha256);
export type MediaHash = z.infer<typeof MediaHash>;

/** SHA-256 of a module's canonical JSON: the name of a revision, and what an approval binds to. */
export const RevisionHash = z.string().regex(sha256);
export type RevisionHash = z.infer<typeof RevisionHash>;

/** A moment as ISO 8601 in UTC, e.g. `2026-11-22T17:28:00.000Z`. */
export const Instant = z.iso.datetime();
export type Instant = z.infer<typeof Instant>;

/** A length or a moment of media, in seconds of source time. */
export const Seconds = z.number().nonnegative();
export type Seconds = z.infer<typeof Seconds>;

/** One line of text as people type it into a field. */
export const line = (max: number) => z.string().trim().max(max);
