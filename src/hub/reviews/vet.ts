import { v7 as uuid } from 'uuid';
import { Fault } from '../../shared/contract/faults.ts';
import { ModuleContent } from '../../shared/model/module.ts';
import { nextState, type Review, type ReviewAction } from '../../shared/model/review.ts';
import { assertMay } from '../accounts/roles.ts';
import type { Hub, Person } from '../hub-env.ts';
import { changeModule } from './change.ts';
import { findForReview, findModule, type ModuleRow, reviewOf } from './find.ts';

/** A module that this person may judge, at the revision she has on screen. */
async function judged(hub: Hub, person: Person, moduleId: string, revision: string): Promise<ModuleRow> {
  assertMay(person, 'review');
  const row = await findModule(hub, moduleId);
  if (row.author_id === person.id) throw new Fault('OWN_WORK', {});
  if (row.revision !== revision) throw new Fault('CONFLICT', { what: 'The author has handed in a newer version since.' });
  return row;
}

function stateAfter(row: ModuleRow, action: ReviewAction) {
  const state = nextState(row.state, action);
  if (!state) throw new Fault('NOT_IN_REVIEW', { state: row.state });
  return state;
}

/** Approves exactly the revision that was looked at. Refuses with OWN_WORK, NOT_IN_REVIEW, or CONFLICT where a newer one came in. */
export async function approve(hub: Hub, person: Person, { moduleId, revision }: { moduleId: string; revision: string }): Promise<Review> {
  const row = await judged(hub, person, moduleId, revision);
  const state = stateAfter(row, 'approve');
  return reviewOf(hub, await changeModule(hub, row, { state, approved_revision: revision, approved_by: person.id, reasons: null }));
}

export interface Returning {
  moduleId: string;
  revision: string;
  reasons: string;
}

/** Sends a module back to its author, with what is to be done. */
export async function returnWithReasons(hub: Hub, person: Person, { moduleId, revision, reasons }: Returning): Promise<Review> {
  const row = await judged(hub, person, moduleId, revision);
  const state = stateAfter(row, 'return');
  return reviewOf(hub, await changeModule(hub, row, { state, reasons, approved_revision: null, approved_by: null }));
}

export interface Commenting {
  moduleId: string;
  /** The revision on screen. */
  revision: string;
  /** The block it speaks of, or null for the module as a whole. */
  blockId: string | null;
  text: string;
}

/** Adds a comment, by a reviewer or by the author in answer. Text stays text: pages escape it. */
export async function comment(hub: Hub, person: Person, { moduleId, revision, blockId, text }: Commenting): Promise<Review> {
  const row = await findModule(hub, moduleId);
  if (row.author_id !== person.id) assertMay(person, 'review');
  if (row.state === 'retired') throw new Fault('NOT_IN_REVIEW', { state: row.state });
  await assertShows(hub, moduleId, revision, blockId);
  await hub.database
    .insertInto('comments')
    .values({
      id: uuid(),
      module_id: moduleId,
      revision,
      round: row.round,
      block_id: blockId,
      author_id: person.id,
      text,
      created_at: new Date().toISOString(),
      resolved_at: null,
    })
    .execute();
  return reviewOf(hub, row);
}

async function assertShows({ database }: Pick<Hub, 'database'>, moduleId: string, revision: string, blockId: string | null): Promise<void> {
  const found = await database
    .selectFrom('revisions')
    .where('module_id', '=', moduleId)
    .where('hash', '=', revision)
    .select('content')
    .executeTakeFirst();
  if (!found) throw new Fault('NOT_FOUND', { what: 'version' });
  if (blockId === null) return;
  const { body } = ModuleContent.parse(JSON.parse(found.content));
  if (!body.content.some((block) => block.attrs.id === blockId)) throw new Fault('NOT_FOUND', { what: 'part of the module' });
}

/** Marks a comment as done, by the module's author or a reviewer. Doing it twice is no harm. */
export async function resolveComment(
  hub: Hub,
  person: Person,
  { moduleId, commentId }: { moduleId: string; commentId: string },
): Promise<Review> {
  const row = await findForReview(hub, person, moduleId);
  if (row.author_id !== person.id) assertMay(person, 'review');
  const comments = hub.database.selectFrom('comments').where('id', '=', commentId).where('module_id', '=', moduleId);
  if (!(await comments.select('id').executeTakeFirst())) throw new Fault('NOT_FOUND', { what: 'comment' });
  await hub.database
    .updateTable('comments')
    .set({ resolved_at: new Date().toISOString() })
    .where('id', '=', commentId)
    .where('resolved_at', 'is', null)
    .execute();
  return reviewOf(hub, row);
}
