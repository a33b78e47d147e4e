import { z } from 'zod';
import { line } from '../ids.ts';

/** For what a reviewer can speak: "L&D", "second expert", "compliance". Each company names its own. */
export const ApproverKind = line(40).min(1);

/** `kind` null: anyone with the role reviewer. */
const NeededApproval = z.object({ kind: ApproverKind.nullable(), count: z.int().min(1).max(5) });

/** What is looked at in a kind of module; `kind` null: in every module. */
const Checklist = z.object({ kind: line(60).min(1).nullable(), items: z.array(line(200).min(1)).max(30) });

/** What a module needs before it counts as approved. */
export const ReviewPolicy = z.object({
  approvals: z.array(NeededApproval).min(1).max(10),
  /** Days a reviewer has from handing in on, where nobody says otherwise. */
  days: z.int().min(1).max(90),
  checklists: z.array(Checklist).max(20),
});
export type ReviewPolicy = z.infer<typeof ReviewPolicy>;

export const plainPolicy: ReviewPolicy = { approvals: [{ kind: null, count: 1 }], days: 5, checklists: [] };

/** The kinds of modules that have a checklist of their own. */
export const moduleKinds = ({ checklists }: ReviewPolicy): string[] => checklists.flatMap(({ kind }) => kind ?? []);

/** What is to be ticked for a module of a kind. */
export const checklistFor = ({ checklists }: ReviewPolicy, kind: string | null): string[] => [
  ...new Set(checklists.filter((list) => list.kind === null || list.kind === kind).flatMap(({ items }) => items)),
];

/** An approval with what its reviewer speaks for. */
interface Given {
  kinds: readonly string[];
}

const fills = (needed: string | null, { kinds }: Given): boolean => needed === null || kinds.includes(needed);

/**
 * Which approvals are still missing, by kind. Each one given counts for one that is needed, so that two are two people;
 * they are matched so that as many as possible count (augmenting paths).
 */
export function stillNeeded({ approvals }: Pick<ReviewPolicy, 'approvals'>, given: readonly Given[]): (string | null)[] {
  const needed = approvals.flatMap(({ kind, count }) => Array.from({ length: count }, () => kind));
  const filledBy = new Map<number, Given>();
  const place = (approval: Given, tried: Set<number>): boolean =>
    needed.some((kind, index) => {
      if (tried.has(index) || !fills(kind, approval)) return false;
      tried.add(index);
      const other = filledBy.get(index);
      if (other && !place(other, tried)) return false;
      filledBy.set(index, approval);
      return true;
    });
  for (const approval of given) place(approval, new Set());
  return needed.filter((_, index) => !filledBy.has(index));
}

export const approverName = (kind: string | null): string => kind ?? 'any reviewer';
