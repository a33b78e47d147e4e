import { v7 as uuid } from 'uuid';
import { Fault } from '../../shared/contract/faults.ts';
import type { Review } from '../../shared/model/review/review.ts';
import { nextState } from '../../shared/model/review/state.ts';
import { assertMay } from '../accounts/roles.ts';
import { absolute, modulePath } from '../addresses.ts';
import type { Hub, Person } from '../hub-env.ts';
import { changeModule } from '../reviews/change.ts';
import { findForReview, type ModuleRow, reviewOf } from '../reviews/find.ts';
import { writeDown, writing } from '../reviews/log/log.ts';

export interface Published {
  moduleId: string;
  revision: string;
  page: string;
  publishedAt: string;
}

/** The author publishes her own approved module; a publisher anyone's. */
async function findToPublish(hub: Pick<Hub, 'database'>, person: Person, moduleId: string): Promise<ModuleRow> {
  const row = await findForReview(hub, person, moduleId);
  if (row.author_id !== person.id) assertMay(person, 'publish for others');
  return row;
}

/** Ends the publication that runs, if one does. */
async function endPublication({ database }: Pick<Hub, 'database'>, moduleId: string, now: string): Promise<void> {
  await database
    .updateTable('publications')
    .set({ retired_at: now })
    .where('module_id', '=', moduleId)
    .where('retired_at', 'is', null)
    .execute();
}

/**
 * Shows a revision to everyone. The only gate: it must be the approved one, to the letter (NOT_APPROVED). Publishing what
 * is already published changes nothing and answers the same receipt.
 */
export async function publish(
  hub: Hub,
  person: Person,
  { moduleId, revision }: { moduleId: string; revision: string },
): Promise<Published> {
  const row = await findToPublish(hub, person, moduleId);
  const receipt = (publishedAt: string): Published => ({ moduleId, revision, page: absolute(hub, modulePath(moduleId)), publishedAt });
  if (row.state === 'published' && row.published_revision === revision && row.published_at) return receipt(row.published_at);

  const state = nextState(row.state, 'publish');
  if (!state || row.approved_revision !== revision) throw new Fault('NOT_APPROVED', { state: row.state });
  const now = new Date().toISOString();
  await writing(hub, async (database) => {
    await changeModule({ database }, row, { state, published_revision: revision, published_at: now });
    await endPublication({ database }, moduleId, now);
    await database
      .insertInto('publications')
      .values({ id: uuid(), module_id: moduleId, revision, published_by: person.id, published_at: now, retired_at: null })
      .execute();
    await writeDown({ database }, { what: 'published', who: person, moduleId, revision });
  });
  return receipt(now);
}

/** Takes a module back from everyone's eyes at once; a round of review that runs meanwhile goes on. */
export async function retire(hub: Hub, person: Person, moduleId: string): Promise<Review> {
  const row = await findToPublish(hub, person, moduleId);
  if (row.state === 'retired') return reviewOf(hub, row);
  if (!row.published_revision) throw new Fault('CONFLICT', { what: 'This module is not published.' });
  const retired = await writing(hub, async (database) => {
    await endPublication({ database }, moduleId, new Date().toISOString());
    await writeDown({ database }, { what: 'retired', who: person, moduleId, revision: row.published_revision });
    const state = nextState(row.state, 'retire') ?? row.state;
    return changeModule({ database }, row, { state, published_revision: null, published_at: null });
  });
  return reviewOf(hub, retired);
}
