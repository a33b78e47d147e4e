import type { Selectable } from 'kysely';
import { Fault } from '../../shared/contract/faults.ts';
import type { Review } from '../../shared/model/review/review.ts';
import { may } from '../accounts/roles.ts';
import { absolute, modulePath } from '../addresses.ts';
import type { HubTables } from '../database/tables.ts';
import type { Hub, Person } from '../hub-env.ts';
import { commentsOn } from './comments/read.ts';

export type ModuleRow = Selectable<HubTables['modules']>;

/** A module; refuses with NOT_FOUND. Says nothing about who may see it. */
export async function findModule({ database }: Pick<Hub, 'database'>, id: string): Promise<ModuleRow> {
  const row = await database.selectFrom('modules').where('id', '=', id).selectAll().executeTakeFirst();
  if (!row) throw new Fault('NOT_FOUND', { what: 'module' });
  return row;
}

/** A module that this person may look at before it is published: her own, or any for a reviewer or publisher. */
export async function findForReview(hub: Pick<Hub, 'database'>, person: Person, id: string): Promise<ModuleRow> {
  const row = await findModule(hub, id);
  // Whoever may not see it does not learn that it exists.
  if (row.author_id !== person.id && !may(person, 'review') && !may(person, 'publish for others')) {
    throw new Fault('NOT_FOUND', { what: 'module' });
  }
  return row;
}

/** The review of a module with its comments, oldest first, under their authors' names. */
export async function reviewOf(hub: Pick<Hub, 'database' | 'url'>, row: ModuleRow): Promise<Review> {
  return {
    moduleId: row.id,
    state: row.state,
    round: row.round,
    revision: row.revision,
    approvedRevision: row.approved_revision,
    publishedRevision: row.published_revision,
    reasons: row.reasons,
    comments: await commentsOn(hub, row.id),
    page: row.published_revision ? absolute(hub, modulePath(row.id)) : null,
  };
}

export async function reviewFor(hub: Pick<Hub, 'database' | 'url'>, person: Person, moduleId: string): Promise<Review> {
  return reviewOf(hub, await findForReview(hub, person, moduleId));
}

/** All modules this person handed in, last touched first. */
export async function reviewsOf(hub: Pick<Hub, 'database' | 'url'>, person: Person): Promise<Review[]> {
  const rows = await hub.database
    .selectFrom('modules')
    .where('author_id', '=', person.id)
    .orderBy('updated_at', 'desc')
    .selectAll()
    .execute();
  return Promise.all(rows.map((row) => reviewOf(hub, row)));
}
