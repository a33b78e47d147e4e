import type { ReviewPolicy } from '../../../shared/model/review/policy.ts';
import type { Hub, Person } from '../../hub-env.ts';
import { writeDown, writing } from '../log/log.ts';
import { completeWhatSuffices } from '../vet.ts';
import { keepPolicy } from './policy.ts';

/** From now on, for what waits too: approvals that were given stay, and what has all that it needs now is approved. */
export async function setPolicy(hub: Pick<Hub, 'database'>, person: Person, policy: ReviewPolicy): Promise<void> {
  await writing(hub, async (database) => {
    await keepPolicy({ database }, policy);
    await writeDown({ database }, { what: 'policy', who: person, moduleId: null, revision: null, detail: { policy } });
    await completeWhatSuffices({ database }, person, policy);
  });
}
