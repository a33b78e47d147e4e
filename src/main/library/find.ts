import { type RawBuilder, sql } from 'kysely';
import type { LibraryEntry, LibraryFilter, LibraryStretch } from '../../shared/contract/library.ts';
import { parseQuery, toMatch } from '../../shared/model/library/query.ts';
import { statesHeard } from '../review/reviews.ts';
import type { Studio } from '../studio.ts';
import { cardsOf } from './cards.ts';
import { hitsOf } from './hits.ts';
import { rankedEntries } from './ranked.ts';

type Database = Studio['database'];
type Condition = RawBuilder<unknown>;

const inList = (values: readonly string[]) => sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`;

/** A module that no hub has heard of is a draft. */
async function stateCondition(database: Database, states: LibraryFilter['states']): Promise<Condition> {
  const heard = [...(await statesHeard(database))];
  const wanted = heard.flatMap(([id, state]) => (states.includes(state) ? [id] : []));
  const others = heard.flatMap(([id, state]) => (states.includes(state) ? [] : [id]));
  return states.includes('draft') ? sql`c.module_id NOT IN ${inList(others)}` : sql`c.module_id IN ${inList(wanted)}`;
}

async function conditionsOf(database: Database, { shelf, states, collection, tag, skill }: LibraryFilter): Promise<Condition[]> {
  const conditions: Condition[] = [sql`c.standing = ${shelf === 'archived' ? 'archived' : 'desk'}`];
  if (shelf === 'mine') conditions.push(sql`c.module_id NOT IN (SELECT module_id FROM brought)`);
  if (shelf === 'shared') conditions.push(sql`c.module_id IN (SELECT module_id FROM brought)`);
  if (states.length > 0) conditions.push(await stateCondition(database, states));
  if (collection !== null) conditions.push(sql`c.module_id IN (SELECT module_id FROM collected WHERE collection_id = ${collection})`);
  if (tag !== null) conditions.push(sql`c.module_id IN (SELECT module_id FROM tags WHERE tag = ${tag})`);
  if (skill !== null) conditions.push(sql`c.entry IN (SELECT entry FROM catalogue_skills WHERE skill = ${skill})`);
  return conditions;
}

const orders = {
  changed: sql.raw('c.updated_at DESC, c.entry'),
  created: sql.raw('c.created_at DESC, c.entry'),
  title: sql.raw('c.sorted_title, c.entry'),
  longest: sql.raw('c.seconds DESC, c.entry'),
};

interface Found {
  total: number;
  entries: number[];
}

/** A stretch of the catalogue, in an order that has nothing to do with words. */
async function sorted(database: Database, conditions: readonly Condition[], { order, from, count }: LibraryStretch): Promise<Found> {
  const where = sql.join(conditions, sql` AND `);
  const counted = await sql<{ total: number }>`SELECT count(*) AS total FROM catalogue c WHERE ${where}`.execute(database);
  const by = orders[order === 'best' ? 'changed' : order];
  const found = await sql<{ entry: number }>`
    SELECT c.entry FROM catalogue c WHERE ${where} ORDER BY ${by} LIMIT ${count} OFFSET ${from}`.execute(database);
  return { total: counted.rows[0]?.total ?? 0, entries: found.rows.map(({ entry }) => entry) };
}

async function entriesWhere(database: Database, condition: Condition): Promise<Set<number>> {
  const found = await sql<{ entries: string }>`SELECT json_group_array(c.entry) AS entries FROM catalogue c WHERE ${condition}`.execute(
    database,
  );
  return new Set<number>(JSON.parse(found.rows[0]?.entries ?? '[]'));
}

/** Which entries pass. Most of the catalogue is on the desk: to know what is not costs less than to know all that is. */
async function passesOf(database: Database, filter: LibraryFilter, conditions: readonly Condition[]): Promise<(entry: number) => boolean> {
  const { shelf, states, collection, tag, skill } = filter;
  const plain = shelf === 'all' && states.length === 0 && collection === null && tag === null && skill === null;
  if (!plain) {
    const kept = await entriesWhere(database, sql.join(conditions, sql` AND `));
    return (entry) => kept.has(entry);
  }
  // Written so that SQLite reads of its index only these.
  const away = await entriesWhere(database, sql`(c.standing < 'desk' OR c.standing > 'desk')`);
  return (entry) => !away.has(entry);
}

/** A stretch of what holds the words, the best first. */
async function ranked(database: Database, match: string, conditions: readonly Condition[], stretch: LibraryStretch): Promise<Found> {
  const passes = await passesOf(database, stretch, conditions);
  const { total, entries } = await rankedEntries(database, match, passes, stretch.from + stretch.count);
  return { total, entries: entries.slice(stretch.from) };
}

/** What passes a filter; with words, where they stand in each. */
export async function findModules(database: Database, stretch: LibraryStretch): Promise<{ total: number; entries: LibraryEntry[] }> {
  const conditions = await conditionsOf(database, stretch);
  if (stretch.words.trim() === '') {
    const { total, entries } = await sorted(database, conditions, stretch);
    return { total, entries: (await cardsOf(database, entries)).map(({ card }) => ({ card, hits: [] })) };
  }
  const terms = parseQuery(stretch.words);
  // Something was typed, and nothing of it is a word.
  if (terms.length === 0) return { total: 0, entries: [] };
  const match = toMatch(terms);
  const { total, entries } =
    stretch.order === 'best'
      ? await ranked(database, match, conditions, stretch)
      : await sorted(
          database,
          [sql`c.entry IN (SELECT rowid FROM catalogue_text WHERE catalogue_text MATCH ${match})`, ...conditions],
          stretch,
        );
  const hits = await hitsOf(database, terms, entries);
  return { total, entries: (await cardsOf(database, entries)).map(({ entry, card }) => ({ card, hits: hits.get(entry) ?? [] })) };
}
