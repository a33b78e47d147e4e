import { v4 } from 'uuid';
import { Fault } from '../../shared/contract/faults.ts';
import type { Collection } from '../../shared/contract/library.ts';
import type { Studio } from '../studio.ts';

type Database = Studio['database'];

/** Refuses a name that another collection has, whatever its case. */
async function assertFree(database: Database, name: string, id: string | null): Promise<void> {
  const taken = await database.selectFrom('collections').select(['id', 'name']).where('name', '=', name).executeTakeFirst();
  if (taken && taken.id !== id) throw new Fault('CONFLICT', { what: `There is a collection called “${taken.name}” already.` });
}

export async function addCollection(database: Database, name: string): Promise<Collection> {
  await assertFree(database, name, null);
  const id = v4();
  await database.insertInto('collections').values({ id, name, created_at: new Date().toISOString() }).execute();
  return { id, name, count: 0 };
}

export async function renameCollection(database: Database, id: string, name: string): Promise<null> {
  await assertFree(database, name, id);
  const { numUpdatedRows } = await database.updateTable('collections').set({ name }).where('id', '=', id).executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Fault('NOT_FOUND', { what: 'collection' });
  return null;
}

export async function removeCollection(database: Database, id: string): Promise<null> {
  await database.deleteFrom('collections').where('id', '=', id).execute();
  return null;
}

/** Puts a module on exactly these collections and tags; a collection that is gone meanwhile is passed over. */
export async function putOn(database: Database, module: string, collections: readonly string[], tags: readonly string[]): Promise<void> {
  await database.transaction().execute(async (within) => {
    const known = await within.selectFrom('collections').select('id').execute();
    const chosen = known.filter(({ id }) => collections.includes(id)).map(({ id }) => ({ collection_id: id, module_id: module }));
    await within.deleteFrom('collected').where('module_id', '=', module).execute();
    if (chosen.length > 0) await within.insertInto('collected').values(chosen).execute();
    await within.deleteFrom('tags').where('module_id', '=', module).execute();
    const values = tags.map((tag) => ({ module_id: module, tag }));
    // The same tag in another case is the same tag.
    if (values.length > 0)
      await within
        .insertInto('tags')
        .values(values)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
  });
}
