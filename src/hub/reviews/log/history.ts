import type { Hub, Person } from '../../hub-env.ts';
import { findForReview } from '../find.ts';
import { logOf, type Written } from './log.ts';

/** What happened to a module, for those who may look at it. */
export async function historyFor(hub: Pick<Hub, 'database'>, person: Person, moduleId: string): Promise<Written[]> {
  await findForReview(hub, person, moduleId);
  return logOf(hub, moduleId);
}
