import { randomUUID } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import { Fault } from '../../shared/contract/faults.ts';
import { EditList, wholeSource } from '../../shared/model/edit/list.ts';
import type { Take } from '../../shared/model/take.ts';
import type { Tables } from '../database/tables.ts';

type EditRow = Selectable<Tables['edits']>;

/** An edit as it stands in the database, without what was finished from it. */
export interface StoredEdit {
  id: string;
  takeId: string;
  title: string;
  version: number;
  list: EditList;
  updatedAt: string;
}

const toEdit = (row: EditRow): StoredEdit => ({
  id: row.id,
  takeId: row.take_id,
  title: row.title,
  version: z.int().parse(row.version),
  list: EditList.parse(JSON.parse(row.list)),
  updatedAt: row.updated_at,
});

export async function getEdit(database: Kysely<Tables>, id: string): Promise<StoredEdit> {
  const row = await database.selectFrom('edits').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new Fault('NOT_FOUND', { what: 'cut' });
  return toEdit(row);
}

/** All edits that were not discarded, with or without their takes; last touched first. */
export async function listEdits(database: Kysely<Tables>): Promise<StoredEdit[]> {
  const rows = await database
    .selectFrom('edits')
    .innerJoin('takes', 'takes.id', 'edits.take_id')
    .selectAll('edits')
    .where('takes.discarded_at', 'is', null)
    .where('edits.removed_at', 'is', null)
    .orderBy('edits.updated_at', 'desc')
    .execute();
  return rows.map(toEdit);
}

/** The edit of a take: the one there is, else a new one with the whole take in it. Asked twice at once it is made once. */
export async function openEdit(database: Kysely<Tables>, take: Take): Promise<StoredEdit> {
  const find = () =>
    database
      .selectFrom('edits')
      .selectAll()
      .where('take_id', '=', take.id)
      .where('removed_at', 'is', null)
      .orderBy('updated_at', 'desc')
      .executeTakeFirst();
  const known = await find();
  if (known) return toEdit(known);
  if (take.state !== 'ready') throw new Fault('CONFLICT', { what: 'This take is not ready to be cut yet.' });
  const list = wholeSource(take.id, take.duration, randomUUID());
  const values = {
    id: randomUUID(),
    take_id: take.id,
    title: take.title,
    version: 0,
    list: JSON.stringify(list),
    updated_at: new Date().toISOString(),
    removed_at: null,
  };
  return database.transaction().execute(async (transaction) => {
    const other = await transaction
      .selectFrom('edits')
      .selectAll()
      .where('take_id', '=', take.id)
      .where('removed_at', 'is', null)
      .executeTakeFirst();
    if (other) return toEdit(other);
    await transaction.insertInto('edits').values(values).execute();
    return toEdit(values);
  });
}

/** Writes a list over exactly the version it was made from; a newer one is never overwritten. */
export async function saveEdit(database: Kysely<Tables>, id: string, version: number, list: EditList): Promise<StoredEdit> {
  const { numUpdatedRows } = await database
    .updateTable('edits')
    .set({ list: JSON.stringify(list), version: version + 1, updated_at: new Date().toISOString() })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  const edit = await getEdit(database, id);
  if (numUpdatedRows === 0n) throw new Fault('CONFLICT', { what: 'This cut was changed in another window.' });
  return edit;
}

export async function renameEdit(database: Kysely<Tables>, id: string, title: string): Promise<StoredEdit> {
  await database.updateTable('edits').set({ title, updated_at: new Date().toISOString() }).where('id', '=', id).execute();
  return getEdit(database, id);
}

/** Several cuts out of one, which stays as it is. All of them or, where one cannot be written, none. */
export async function partEdit(
  database: Kysely<Tables>,
  id: string,
  parts: readonly { title: string; list: EditList }[],
): Promise<StoredEdit[]> {
  const { takeId } = await getEdit(database, id);
  // A millisecond apart, the first last: lists begin with what was touched last.
  const now = Date.now();
  const values = parts.map(({ title, list }, index) => ({
    id: randomUUID(),
    take_id: takeId,
    title,
    version: 0,
    list: JSON.stringify(list),
    updated_at: new Date(now + parts.length - index).toISOString(),
    removed_at: null,
  }));
  await database.transaction().execute((transaction) => transaction.insertInto('edits').values(values).execute());
  return values.map(toEdit);
}
