import { z } from 'zod';
import { Id, line, RevisionHash } from '../../shared/model/ids.ts';

const words = (missing: string) => line(2000).min(1, missing).max(2000, 'That is too long. Say it in fewer words.');

/** `block` is empty for a comment on the module as a whole. */
export const CommentForm = z.object({
  revision: RevisionHash,
  block: z.union([Id, z.literal('').transform(() => null)]),
  text: words('Write your comment first.'),
});
export const RevisionForm = z.object({ revision: RevisionHash });
export const ReturnForm = RevisionForm.extend({ reasons: words('Write what is to be done before it can be approved.') });
