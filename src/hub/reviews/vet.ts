import { z } from 'zod';
import { Fault } from '../../shared/contract/faults.ts';
import { openMusts } from '../../shared/model/review/comment.ts';
import { approverName, type ReviewPolicy, stillNeeded } from '../../shared/model/review/policy.ts';
import type { Review } from '../../shared/model/review/review.ts';
import { nextState, type ReviewAction } from '../../shared/model/review/state.ts';
import type { Hub, Person } from '../hub-env.ts';
import { changeModule } from './change.ts';
import { commentsOn } from './comments/read.ts';
import { kindOfModule } from './desk.ts';
import { type ModuleRow, reviewOf } from './find.ts';
import { judged } from './judged.ts';
import { writeDown, writing } from './log/log.ts';
import { type Check, checksOf } from './policy/checks.ts';
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

interface Readiness {
  checks: Check[];
  /** What stands in the way of approving: comments that must be settled, or an open checklist. */
  obstacle: Fault | null;
}

async function readinessOf(hub: Database, { id, revision }: ModuleRow): Promise<Readiness> {
  const [comments, checks] = await Promise.all([commentsOn(hub, id), checksOf(hub, id, revision)]);
  const musts = openMusts(comments);
  if (musts.length > 0) return { checks, obstacle: new Fault('MUSTS_OPEN', { count: musts.length }) };
  const open = checks.filter(({ blockId }) => blockId === null);
  return { checks, obstacle: open.length > 0 ? new Fault('CHECKLIST_OPEN', { items: open.map(({ item }) => item) }) : null };
}

/** The policy has all it asks for: the revision is approved, by whose approval came last. */
async function complete(
  { database }: Database,
  row: ModuleRow,
  { who, approvedBy, detail = {} }: { who: Person; approvedBy: string; detail?: Record<string, unknown> },
): Promise<ModuleRow> {
  const state = stateAfter(row, 'approve');
  await writeDown({ database }, { what: 'approved', who, moduleId: row.id, revision: row.revision, detail });
  return changeModule({ database }, row, { state, approved_revision: row.revision, approved_by: approvedBy, reasons: null });
}

export interface Approving {
  moduleId: string;
  revision: string;
  word?: string | undefined;
}

/**
 * Approves exactly the revision that was looked at. It is approved once the policy has all it asks for; until then each approval
 * waits for the others. Who gave hers already completes what needs no other any more. Refuses with OWN_WORK, NOT_IN_REVIEW, CONFLICT where a newer one came in, and with what is still open.
 */
export async function approve(hub: Hub, person: Person, { moduleId, revision, word = '' }: Approving): Promise<Review> {
  const row = await writing(hub, async (database) => {
    const seen = await judged({ database }, person, moduleId, revision);
    stateAfter(seen, 'approve');
    const { checks, obstacle } = await readinessOf({ database }, seen);
    if (obstacle) throw obstacle;
    const [policy, kinds, kind, given] = await Promise.all([
      policyOf({ database }),
      kindsOf({ database }, person.id),
      kindOfModule({ database }, moduleId),
      approvalsOf({ database }, moduleId, revision),
    ]);
    const before = stillNeeded(policy, given);
    if (given.some(({ personId }) => personId === person.id)) {
      if (before.length > 0) throw new Fault('CONFLICT', { what: 'You have approved this version already.' });
      return complete({ database }, seen, { who: person, approvedBy: person.id });
    }
    const needed = stillNeeded(policy, [...given, { kinds }]);
    if (needed.length === before.length && before.length > 0)
      throw new Fault('APPROVAL_OF_OTHERS', { kinds: [...new Set(before.map(approverName))] });
    const at = new Date().toISOString();
    await database
      .insertInto('approvals')
      .values({ module_id: moduleId, revision, person_id: person.id, kinds: JSON.stringify(kinds), word, at })
      .execute();
    await writeDown({ database }, { what: 'approval', who: person, moduleId, revision, detail: { kind, kinds, word, checks } });
    return needed.length > 0 ? seen : complete({ database }, seen, { who: person, approvedBy: person.id });
  });
  return reviewOf(hub, row);
}

/**
 * Approves what waits and has all approvals of a policy that was lowered, in the transaction that changes it. Left to a reviewer is
 * what still has something open, and the own work of who changes the policy.
 */
export async function completeWhatSuffices(hub: Database, who: Person, policy: ReviewPolicy): Promise<void> {
  const rows = await hub.database
    .selectFrom('modules')
    .where('state', '=', 'in-review')
    .where('author_id', '!=', who.id)
    .where('id', 'in', (eb) => eb.selectFrom('approvals').select('module_id'))
    .selectAll()
    .execute();
  for (const row of rows) {
    const given = await approvalsOf(hub, row.id, row.revision);
    const last = given.at(-1);
    if (!last || stillNeeded(policy, given).length > 0) continue;
    const { obstacle } = await readinessOf(hub, row);
    if (!obstacle) await complete(hub, row, { who, approvedBy: last.personId, detail: { by: 'policy' } });
  }
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
