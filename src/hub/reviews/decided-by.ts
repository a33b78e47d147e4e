import { stillNeeded } from '../../shared/model/review/policy.ts';
import type { Hub, Person } from '../hub-env.ts';
import { draftFor } from './draft.ts';
import { checksOf } from './policy/checks.ts';
import { policyOf } from './policy/policy.ts';
import { approvalsOf } from './vet.ts';

/** All that a reviewer decides by, for whoever may look at it: the same as on the hub's page. */
export async function decidedBy(hub: Pick<Hub, 'database' | 'url'>, person: Person, moduleId: string) {
  const { review, revision, author, content, handedInAt, sweeps } = await draftFor(hub, person, moduleId);
  const [policy, checks, approvals] = await Promise.all([
    policyOf(hub),
    checksOf(hub, moduleId, revision),
    approvalsOf(hub, moduleId, revision),
  ]);
  return { review, revision, author, content, handedInAt, sweeps, checks, approvals, needed: stillNeeded(policy, approvals) };
}
