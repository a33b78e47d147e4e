import { z } from 'zod';
import { Fault } from '../../shared/contract/faults.ts';
import { openMusts } from '../../shared/model/review/comment.ts';
import { approverName, stillNeeded } from '../../shared/model/review/policy.ts';
import type { Review } from '../../shared/model/review/review.ts';
import { nextState, type ReviewAction } from '../../shared/model/review/state.ts';
import type { Hub, Person } from '../hub-env.ts';
import { changeModule } from './change.ts';
import { commentsOn } from './comments/read.ts';
import { type ModuleRow, reviewOf } from './find.ts';
import { judged } from './judged.ts';
import { writeDown, writing } from './log/log.ts';
import { checksOf } from './policy/checks.ts';
import { kindsOf, policyOf } from './policy/policy.ts';

type Database = Pick<Hub, 'database'>;

function stateAfter(row: ModuleRow, action: ReviewAction) {
  const state = nextState(row.state, action);
  if (!state) throw new Fault('NOT_IN_REVIEW', { state: row.state });
  return state;
}

export interface Approval {
  personId: string;
  by: string;
  kinds: string[];
  word: string;
  at: string;
}

/** The approvals of a revision, first one first. */
export async function approvalsOf({ database }: Database, moduleId: string, revision: string): Promise<Approval[]> {
  const rows = await database
    .selectFrom('approvals')
    .innerJoin('user', 'user.id', 'approvals.person_id')
    .where('module_id', '=', moduleId)
    .where('revision', '=', revision)
    .orderBy('at')
    .select(['person_id as personId', 'user.name as by', 'kinds', 'word', 'at'])
    .execute();
  return rows.map((row) => ({ ...row, kinds: z.array(z.string()).parse(JSON.parse(row.kinds)) }));
}

/** What stands in the way of approving: comments that must be settled, and an open checklist. */
async function assertReady(hub: Database, { id, revision }: ModuleRow): Promise<Record<string, unknown>[]> {
  const musts = openMusts(await commentsOn(hub, id));
  if (musts.length > 0) throw new Fault('MUSTS_OPEN', { count: musts.length });
  const checks = await checksOf(hub, id, revision);
  const open = checks.filter(({ blockId }) => blockId === null);
  if (open.length > 0) throw new Fault('CHECKLIST_OPEN', { items: open.map(({ item }) => item) });
  return checks.map((check) => ({ ...check }));
}

export interface Approving {
  moduleId: string;
  revision: string;
  word?: string | undefined;
}

/**
 * Approves exactly the revision that was looked at. It is approved once the policy has all it asks for; until then each approval
 * waits for the others. Refuses with OWN_WORK, NOT_IN_REVIEW, CONFLICT where a newer one came in, and with what is still open.
 */
export async function approve(hub: Hub, person: Person, { moduleId, revision, word = '' }: Approving): Promise<Review> {
  const row = await writing(hub, async (database) => {
    const seen = await judged({ database }, person, moduleId, revision);
    const state = stateAfter(seen, 'approve');
    const checks = await assertReady({ database }, seen);
    const [policy, kinds, given] = await Promise.all([
      policyOf({ database }),
      kindsOf({ database }, person.id),
      approvalsOf({ database }, moduleId, revision),
    ]);
    if (given.some(({ personId }) => personId === person.id))
      throw new Fault('CONFLICT', { what: 'You have approved this version already.' });
    const before = stillNeeded(policy, given);
    const needed = stillNeeded(policy, [...given, { kinds }]);
    if (needed.length === before.length && before.length > 0)
      throw new Fault('APPROVAL_OF_OTHERS', { kinds: [...new Set(before.map(approverName))] });
    const at = new Date().toISOString();
    await database
      .insertInto('approvals')
      .values({ module_id: moduleId, revision, person_id: person.id, kinds: JSON.stringify(kinds), word, at })
      .execute();
    const deed = { who: person, moduleId, revision };
    await writeDown({ database }, { ...deed, what: 'approval', detail: { kinds, word, checks } });
    if (needed.length > 0) return seen;
    await writeDown({ database }, { ...deed, what: 'approved' });
    return changeModule({ database }, seen, { state, approved_revision: revision, approved_by: person.id, reasons: null });
  });
  return reviewOf(hub, row);
}

export interface Returning {
  moduleId: string;
  revision: string;
  reasons: string;
  /** How many approvals there were on her screen; another number means that a colleague decided meanwhile. */
  seen?: number | undefined;
}

/** Sends a module back to its author, with what is to be done. Approvals that were given are gone with it. */
export async function returnWithReasons(hub: Hub, person: Person, { moduleId, revision, reasons, seen }: Returning): Promise<Review> {
  const row = await writing(hub, async (database) => {
    const found = await judged({ database }, person, moduleId, revision);
    const state = stateAfter(found, 'return');
    const given = await approvalsOf({ database }, moduleId, revision);
    if (seen !== undefined && given.length !== seen)
      throw new Fault('CONFLICT', { what: `${given.at(-1)?.by ?? 'A colleague'} has just approved this version.` });
    await database.deleteFrom('approvals').where('module_id', '=', moduleId).execute();
    await writeDown({ database }, { what: 'returned', who: person, moduleId, revision, detail: { reasons } });
    return changeModule({ database }, found, { state, reasons, approved_revision: null, approved_by: null });
  });
  return reviewOf(hub, row);
}
