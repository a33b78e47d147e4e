import { z } from 'zod';
import { Id, line, RevisionHash } from '../../shared/model/ids.ts';
import { Anchor } from '../../shared/model/review/anchor.ts';
import { Severity } from '../../shared/model/review/comment.ts';
import { Quiet } from './reminders.ts';

const words = (missing: string) => line(2000).min(1, missing).max(2000, 'That is too long. Say it in fewer words.');

const AnchorJson = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'no JSON' });
      return z.NEVER;
    }
  })
  .pipe(Anchor);

const suggestion = line(1000)
  .optional()
  .transform((text) => text || undefined);

/** `anchor` is JSON that the page's script made; without it the comment is about `block`, and about the module where that is empty. */
export const CommentForm = z
  .object({
    revision: RevisionHash,
    block: z.union([Id, z.literal('')]),
    anchor: z.string().max(8000).optional(),
    severity: Severity.default('should'),
    text: words('Write your comment first.'),
    suggestion,
  })
  .transform(({ block, anchor, ...said }, context) => {
    const plain: Anchor = block ? { kind: 'block', blockId: block } : { kind: 'module' };
    const made = anchor ? AnchorJson.safeParse(anchor) : { success: true as const, data: plain };
    if (made.success) return { ...said, anchor: made.data };
    context.addIssue({ code: 'custom', message: 'What the comment speaks of was not understood. Mark it again.' });
    return z.NEVER;
  });
export const ReplyForm = z.object({ text: words('Write your answer first.') });
export const RevisionForm = z.object({ revision: RevisionHash });
export const ApproveForm = RevisionForm.extend({ word: line(300).default('') });
export const ReturnForm = RevisionForm.extend({
  reasons: words('Write what is to be done before it can be approved.'),
  seen: z.coerce.number().int().optional(),
});

const orNobody = z
  .string()
  .max(100)
  .transform((id) => id || null);
/** `from`: who was on it on her screen; empty where that was nobody. */
export const DeskForm = z.object({ from: orNobody });
export const HandOverForm = DeskForm.extend({ to: z.string().max(100) });
export const DueForm = z.object({ due: z.union([z.iso.date('Choose a day.'), z.literal('').transform(() => null)]) });
export const KindForm = z.object({ kind: orNobody });
export const QuietForm = z.object({ for: Quiet });
/** An empty `block` takes the tick back. */
export const CheckForm = RevisionForm.extend({ item: z.string().max(200), block: z.union([Id, z.literal('').transform(() => null)]) });
