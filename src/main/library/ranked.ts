import { type RawBuilder, sql } from 'kysely';
import type { Studio } from '../studio.ts';

type Database = Studio['database'];
type Passes = (entry: number) => boolean;

/** What is searched: all words of a module, or those by which it is called. */
type Index = 'catalogue_text' | 'catalogue_names';

/** How much a word counts where it is found: title, objective, labels, headings, text, what is said. */
const weights: Record<Index, string> = { catalogue_text: '12, 6, 5, 4, 1.5, 1', catalogue_names: '12, 6, 5, 4' };

/** What is found in more modules than this is not weighed place by place: that takes longer than one waits while typing. */
const common: Record<Index, number> = { catalogue_text: 400, catalogue_names: 100 };

const listed = async (database: Database, found: RawBuilder<unknown>): Promise<number[]> => {
  // In one row: thousands of rows take longer to hand over than to find.
  const { rows } = await sql<{ entries: string }>`SELECT json_group_array(entry) AS entries FROM (${found})`.execute(database);
  return JSON.parse(rows[0]?.entries ?? '[]');
};

/** All entries that hold what was typed, the newest first. */
async function allIn(database: Database, match: string, passes: Passes): Promise<number[]> {
  const found = await listed(database, sql`SELECT rowid AS entry FROM catalogue_text WHERE catalogue_text MATCH ${match}`);
  return found.reverse().filter(passes);
}

/** The newest entries that are called so; what is beyond `most` of them is among all others. */
async function calledIn(database: Database, match: string, passes: Passes, most: number): Promise<number[]> {
  const found = await listed(
    database,
    sql`SELECT rowid AS entry FROM catalogue_names WHERE catalogue_names MATCH ${match} ORDER BY rowid DESC LIMIT ${most}`,
  );
  return found.filter(passes);
}

/**
 * Some entries of an index by the weight of what was found in each, the best first. The plus keeps SQLite from searching once
 * for each entry, which takes a hundred times as long.
 */
async function weighed(database: Database, index: Index, match: string, entries: readonly number[]): Promise<number[]> {
  if (entries.length <= 1) return [...entries];
  const { rows } = await sql<{ entry: number }>`
    SELECT rowid AS entry FROM ${sql.table(index)} WHERE ${sql.ref(index)} MATCH ${match}
      AND +rowid IN (SELECT value FROM json_each(${JSON.stringify(entries)}))
      ORDER BY bm25(${sql.ref(index)}, ${sql.raw(weights[index])}), rowid DESC`.execute(database);
  return rows.map(({ entry }) => entry);
}

export interface Ranked {
  total: number;
  /** The first of them, as many as were asked for. */
  entries: number[];
}

/** The first of several rows of entries, one row after the other and each entry once. */
function firstOf(count: number, ...rows: (readonly number[])[]): number[] {
  const found = new Set<number>();
  for (const row of rows) {
    for (const entry of row) {
      if (found.size >= count) return [...found];
      found.add(entry);
    }
  }
  return [...found];
}

/**
 * The entries that hold all that was typed, the best first, and of these the first `count`. Where there are many, those that
 * are called so come first, by weight, and the others after them, the newest first; where many are even called so, those
 * whose title it is, and of many of these the newest.
 */
export async function rankedEntries(database: Database, match: string, passes: Passes, count: number): Promise<Ranked> {
  const all = await allIn(database, match, passes);
  const total = all.length;
  if (total <= common.catalogue_text) return { total, entries: firstOf(count, await weighed(database, 'catalogue_text', match, all)) };
  const many = common.catalogue_names;
  const most = Math.max(many, count) + 1;
  const called = await calledIn(database, match, passes, most);
  if (called.length <= many) {
    return { total, entries: firstOf(count, await weighed(database, 'catalogue_names', match, called), all) };
  }
  const titled = `{title} : (${match})`;
  const entitled = await calledIn(database, titled, passes, most);
  const best = entitled.length <= many ? await weighed(database, 'catalogue_names', titled, entitled) : entitled;
  return { total, entries: firstOf(count, best, called, all) };
}
