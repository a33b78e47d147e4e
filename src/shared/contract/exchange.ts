import { z } from 'zod';
import { Dropped } from '../model/dropped.ts';
import { Id, RevisionHash } from '../model/ids.ts';
import { Profile } from '../model/profile.ts';
import { LanguageTag } from '../model/translation/translations.ts';
import { procedure } from './base.ts';

/** What a lesson came in from. */
export const DocumentKind = z.enum(['markdown', 'word', 'slides', 'h5p', 'showhow', 'xliff']);
export type DocumentKind = z.infer<typeof DocumentKind>;

/** A document that became a module, or a translation that a module took, and what of it did not come along. */
export const Imported = z.object({
  module: Id,
  title: z.string(),
  from: DocumentKind,
  dropped: z.array(Dropped),
  /** Of a `.showhow` file: whose it is, and what its content is called. */
  author: Profile.nullable(),
  revision: RevisionHash.nullable(),
});
export type Imported = z.infer<typeof Imported>;

/** A `.showhow` file whose module is here already: it waits for the person to say what is to become of it. */
export const Waiting = z.object({ waiting: Id, name: z.string(), title: z.string(), author: Profile, same: z.boolean() });
export type Waiting = z.infer<typeof Waiting>;

const Count = z.int().nonnegative();

/**
 * A `.showhow` file for a review. opened: a colleague's module is here to be looked at · back: what was said about a module of this
 * studio came back. `fresh` is what was not known before, so nothing the second time.
 */
export const ReviewArrived = z.object({
  review: z.object({
    module: Id,
    title: z.string(),
    is: z.enum(['opened', 'back']),
    author: Profile.nullable(),
    /** Who spoke, as the file says. */
    by: z.array(z.string()),
    fresh: z.object({ comments: Count, replies: Count, turns: Count, advice: Count }),
    /** A newer version was here already, and stays on screen. */
    older: z.boolean(),
  }),
});
export type ReviewArrived = z.infer<typeof ReviewArrived>;

/** The answer to `POST /imports/documents?name=…`, whose body is the file. */
export const ImportAnswer = z.union([Imported, Waiting, ReviewArrived]);
export type ImportAnswer = z.infer<typeof ImportAnswer>;

export const ImportAs = z.enum(['copy', 'replace']);
export type ImportAs = z.infer<typeof ImportAs>;

/** `review`: a `.showhow` file that is opened in another studio to be reviewed. */
export const ExportFormat = z.enum(['showhow', 'markdown', 'xliff', 'review']);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** A file that a module can be written to; its bytes come from `GET /exports/<module>/<format>`, for XLIFF with `?language=`. */
export const ExportPlan = z.object({
  fileName: z.string(),
  bytes: z.int().nonnegative(),
  dropped: z.array(Dropped),
  revision: RevisionHash,
});
export type ExportPlan = z.infer<typeof ExportPlan>;

export const exchange = {
  /** What would be written, and what of it would not come along. `language` is the one a translator is to write, for XLIFF. */
  plan: procedure.input(z.object({ module: Id, format: ExportFormat, language: LanguageTag.optional() })).output(ExportPlan),
  /** Brings in what waits: as a module of its own, or in place of the one that is here, which keeps its former state as a revision. */
  settle: procedure.input(z.object({ waiting: Id, as: ImportAs })).output(Imported),
  /** Lets go of what waits. */
  leave: procedure.input(z.object({ waiting: Id })).output(z.object({})),
};
