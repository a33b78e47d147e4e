import { Fault } from '../../shared/contract/faults.ts';
import type { Review } from '../../shared/model/review/review.ts';
import { nextState, type ReviewAction } from '../../shared/model/review/state.ts';
import { assertMay } from '../accounts/roles.ts';
import type { Hub, Person } from '../hub-env.ts';
import { changeModule } from './change.ts';
import { findModule, type ModuleRow, reviewOf } from './find.ts';

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
