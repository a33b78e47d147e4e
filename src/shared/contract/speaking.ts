import { z } from 'zod';
import { Id, line, RevisionHash } from '../model/ids.ts';
import { Anchor } from '../model/review/anchor.ts';
import { Severity } from '../model/review/comment.ts';

/** What one says in a review, in the same words to a hub, to one's own studio, and about a file. */

export const module = z.object({ moduleId: Id });
export const comment = module.extend({ commentId: Id });
export const words = line(2000).min(1);

/** Something about the revision on screen, and where in it. */
export const Remark = module.extend({
  revision: RevisionHash,
  anchor: Anchor,
  severity: Severity,
  text: words,
  suggestion: line(1000).optional(),
});
export type Remark = z.infer<typeof Remark>;

export const Reply = comment.extend({ text: words });
