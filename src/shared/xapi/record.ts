import { z } from 'zod';
import { Id, Instant, RevisionHash } from '../model/ids.ts';
import { LearningEvent } from '../model/record.ts';
import { LanguageTag } from '../model/translation/translations.ts';

/**
 * What a learner's page reports. It says nothing of who she is: the hub knows that from the sign-in.
 * `id` names the statement it becomes, so that a report sent twice is kept once.
 */
export const LearningRecord = z.object({
  id: z.uuid(),
  at: Instant,
  /** One visit of the page. */
  session: z.uuid(),
  moduleId: Id,
  revision: RevisionHash,
  /** In which of its languages the module was on the page; its own where this is absent. */
  language: LanguageTag.optional(),
  event: z.union([z.object({ verb: z.literal('initialized') }), LearningEvent]),
});
export type LearningRecord = z.infer<typeof LearningRecord>;

/**
 * What a page reports at once. `reader` is the account that opened the page: whoever is signed in by now, its reports are hers or
 * nobody's. Each record is checked by itself, so that a broken one takes no other along.
 */
export const Reports = z.object({ reader: z.string().min(1).max(100), records: z.array(z.unknown()).min(1).max(50) });
