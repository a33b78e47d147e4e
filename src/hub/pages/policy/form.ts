import { z } from 'zod';
import { line } from '../../../shared/model/ids.ts';
import { ReviewPolicy } from '../../../shared/model/review/policy.ts';

const many = z
  .union([
    z.array(z.string().max(8000)),
    z
      .string()
      .max(8000)
      .transform((one) => [one]),
  ])
  .default([]);

/** The policy as its page posts it: a row an approval, a row a checklist, the first one for every module; empty rows are left out. */
export const PolicyForm = z
  .object({
    days: z.coerce.number().int().min(1, 'Give reviewers a day at least.').max(90, 'Give reviewers 90 days at most.'),
    anyone: z.coerce.number().int().min(0).max(5),
    kind: many,
    count: many,
    list: many,
    items: many,
  })
  .transform(({ days, anyone, kind, count, list, items }, context): ReviewPolicy => {
    const approvals = [
      ...(anyone > 0 ? [{ kind: null, count: anyone }] : []),
      ...kind.flatMap((name, index) => (name.trim() ? [{ kind: name.trim(), count: Number(count[index]) || 1 }] : [])),
    ];
    const checklists = list.flatMap((name, index) => {
      const lines = (items[index] ?? '')
        .split('\n')
        .map((each) => each.trim())
        .filter(Boolean);
      return lines.length > 0 ? [{ kind: name.trim() || null, items: lines }] : [];
    });
    const nameless = list.findIndex((name, index) => index > 0 && !name.trim() && items[index]?.trim());
    if (nameless > 0) {
      const [begins] = (items[nameless] ?? '').trim().split('\n');
      const message = `The list that begins with “${begins?.trim()}” has no kind. Say for which modules it is, or put its items into the list for every module.`;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    }
    const policy = ReviewPolicy.safeParse({ days, approvals, checklists });
    if (policy.success) return policy.data;
    const none = approvals.length === 0;
    context.addIssue({
      code: 'custom',
      message: none ? 'At least one approval is needed.' : 'A name or an item is too long, or there are too many. Say it in fewer words.',
    });
    return z.NEVER;
  });

const Kinds = z.union([z.array(line(40)), line(40).transform((one) => [one])]).optional();
export const KindsForm = z.object({ kinds: Kinds.transform((kinds) => kinds ?? []) });
