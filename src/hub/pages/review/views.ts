import { moduleKinds, stillNeeded } from '../../../shared/model/review/policy.ts';
import type { Hub, Person } from '../../hub-env.ts';
import { dueByHand, kindOfModule, reviewerOn } from '../../reviews/desk.ts';
import type { Draft } from '../../reviews/draft.ts';
import { dueAfter, isOverdue } from '../../reviews/due.ts';
import { checksOf } from '../../reviews/policy/checks.ts';
import { policyOf, reviewers } from '../../reviews/policy/policy.ts';
import { approvalsOf } from '../../reviews/vet.ts';
import type { DeskView } from './desk-bar.tsx';
import type { VerdictView } from './verdict.tsx';

/** Who is on a module and until when, and who could be. */
export async function deskView(hub: Pick<Hub, 'database'>, person: Person, draft: Draft): Promise<DeskView> {
  const { moduleId } = draft.review;
  const [policy, reviewer, byHand, all] = await Promise.all([
    policyOf(hub),
    reviewerOn(hub, moduleId),
    dueByHand(hub, moduleId),
    reviewers(hub),
  ]);
  const dueOn = byHand ?? dueAfter(draft.handedInAt, policy.days);
  const others = all.filter(({ id }) => id !== draft.authorId && id !== person.id && id !== reviewer?.id);
  return { reviewer, dueOn, overdue: isOverdue(dueOn), others };
}

/** What the policy asks for, and what of it is there. */
export async function verdictView(hub: Pick<Hub, 'database'>, { review: { moduleId }, revision }: Draft): Promise<VerdictView> {
  const [policy, checks, approvals, kind] = await Promise.all([
    policyOf(hub),
    checksOf(hub, moduleId, revision),
    approvalsOf(hub, moduleId, revision),
    kindOfModule(hub, moduleId),
  ]);
  return { checks, approvals, needed: stillNeeded(policy, approvals), kinds: moduleKinds(policy), kind };
}
