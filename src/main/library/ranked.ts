import { type RawBuilder, sql } from 'kysely';
import type { Studio } from '../studio.ts';

type Database = Studio['database'];

/** How much a word counts where it is found: title, objective, labels, headings, text, what is said. */
const weights = sql.raw('12, 6, 5, 4, 1.5, 1');
const nameWeights = sql.raw('12, 6, 5, 4');

/** What is found in more modules than this is in the name of enough of them. */
const common = 400;

interface Entry {
  entry: number;
}

const entriesOf = async (database: Database, query: RawBuilder<Entry>): Promise<number[]> =>
  (await query.execute(database)).rows.map(({ entry }) => entry);

/**
 * The entries that hold all that was typed, the best first. Weighing every place of a common word takes longer than one
 * waits while typing: where there are many, those that are called so come first, by weight, and the others after them, the
 * newest first.
 */
export async function rankedEntries(database: Database, match: string, passes: RawBuilder<unknown>): Promise<number[]> {
  const all = await entriesOf(
    database,
    sql<Entry>`SELECT rowid AS entry FROM catalogue_text WHERE catalogue_text MATCH ${match} AND ${passes} ORDER BY rowid DESC`,
  );
  if (all.length <= 1) return all;
  if (all.length <= common) {
    return entriesOf(
      database,
      sql<Entry>`SELECT rowid AS entry FROM catalogue_text WHERE catalogue_text MATCH ${match} AND ${passes}
        ORDER BY bm25(catalogue_text, ${weights}), rowid DESC`,
    );
  }
  const called = await entriesOf(
    database,
    sql<Entry>`SELECT rowid AS entry FROM catalogue_names WHERE catalogue_names MATCH ${match} AND ${passes}
      ORDER BY bm25(catalogue_names, ${nameWeights}), rowid DESC`,
  );
  const known = new Set(called);
  return [...called, ...all.filter((entry) => !known.has(entry))];
}
