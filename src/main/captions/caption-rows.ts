import type { Kysely, Selectable } from 'kysely';
import { Fault } from '../../shared/contract/faults.ts';
import { byTime, Captions } from '../../shared/model/captions/captions.ts';
import { getTake } from '../capture/take-rows.ts';
import type { Tables } from '../database/tables.ts';

type Database = Kysely<Tables>;

const toCaptions = ({ take_id, version, language, origin, cues }: Selectable<Tables['captions']>): Captions =>
  Captions.parse({ take: take_id, version, language, origin: JSON.parse(origin), cues: JSON.parse(cues) });

/** The captions of a take, or null where it has none yet. */
export async function findCaptions(database: Database, take: string): Promise<Captions | null> {
  const row = await database.selectFrom('captions').selectAll().where('take_id', '=', take).executeTakeFirst();
  return row ? toCaptions(row) : null;
}

const written = ({ language, origin, cues }: Captions) => ({
  language,
  origin: JSON.stringify(origin),
  cues: JSON.stringify([...cues].sort(byTime)),
  updated_at: new Date().toISOString(),
});

const stale = () => new Fault('CONFLICT', { what: 'These captions were changed in another window.' });

/** Writes captions over exactly the version they were made from; a newer one is never overwritten. Throws NOT_FOUND for a take that is not there. */
export async function saveCaptions(database: Database, captions: Captions): Promise<Captions> {
  const { take, version } = captions;
  await getTake(database, take);
  const values = { ...written(captions), version: version + 1 };
  const saved =
    version === 0
      ? await database
          .insertInto('captions')
          .values({ take_id: take, ...values })
          .onConflict((conflict) => conflict.column('take_id').doNothing())
          .returningAll()
          .executeTakeFirst()
      : await database
          .updateTable('captions')
          .set(values)
          .where('take_id', '=', take)
          .where('version', '=', version)
          .returningAll()
          .executeTakeFirst();
  if (!saved) throw stale();
  return toCaptions(saved);
}

/** Puts new captions into the place of whatever is there. */
export async function replaceCaptions(database: Database, captions: Omit<Captions, 'version'>): Promise<Captions> {
  const known = await findCaptions(database, captions.take);
  return saveCaptions(database, { ...captions, version: known?.version ?? 0 });
}
