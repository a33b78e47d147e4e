import { Fault } from '../../../shared/contract/faults.ts';
import { checklistFor } from '../../../shared/model/review/policy.ts';
import { findBlock } from '../../../shared/model/review/spoken.ts';
import type { Hub, Person } from '../../hub-env.ts';
import { kindOfModule } from '../desk.ts';
import { judged } from '../judged.ts';
import { writing } from '../log/log.ts';
import { contentOf } from '../revision.ts';
import { policyOf } from './policy.ts';

/** An item of the checklist of a revision, and who ticked it with which block. */
export interface Check {
  item: string;
  blockId: string | null;
  by: string | null;
}

type Database = Pick<Hub, 'database'>;

export async function checksOf(hub: Database, moduleId: string, revision: string): Promise<Check[]> {
  const [policy, kind, rows] = await Promise.all([
    policyOf(hub),
    kindOfModule(hub, moduleId),
    hub.database
      .selectFrom('checks')
      .innerJoin('user', 'user.id', 'checks.person_id')
      .where('module_id', '=', moduleId)
      .where('revision', '=', revision)
      .select(['item_id', 'block_id', 'user.name'])
      .execute(),
  ]);
  const ticked = new Map(rows.map((row) => [row.item_id, row]));
  return checklistFor(policy, kind).map((item) => {
    const row = ticked.get(item);
    return { item, blockId: row?.block_id ?? null, by: row?.name ?? null };
  });
}

interface Ticking {
  moduleId: string;
  revision: string;
  item: string;
  /** The block that shows it; null takes the tick back. */
  blockId: string | null;
}

/** Ticks an item of the checklist with the block that shows it, or takes the tick back. It holds for this revision only, and only while it is in review. */
export async function tick(hub: Database, person: Person, { moduleId, revision, item, blockId }: Ticking): Promise<void> {
  await writing(hub, async (database) => {
    const { state } = await judged({ database }, person, moduleId, revision);
    // What an approval rests on stays as it was.
    if (state !== 'in-review') throw new Fault('NOT_IN_REVIEW', { state });
    if (blockId === null) {
      await database
        .deleteFrom('checks')
        .where('module_id', '=', moduleId)
        .where('revision', '=', revision)
        .where('item_id', '=', item)
        .execute();
      return;
    }
    if (!(await checksOf({ database }, moduleId, revision)).some((check) => check.item === item))
      throw new Fault('NOT_FOUND', { what: 'item' });
    if (!findBlock(await contentOf({ database }, moduleId, revision), blockId))
      throw new Fault('NOT_FOUND', { what: 'part of the module' });
    const row = { block_id: blockId, person_id: person.id, at: new Date().toISOString() };
    await database
      .insertInto('checks')
      .values({ module_id: moduleId, revision, item_id: item, ...row })
      .onConflict((conflict) => conflict.columns(['module_id', 'revision', 'item_id']).doUpdateSet(row))
      .execute();
  });
}
