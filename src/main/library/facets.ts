import { sql } from 'kysely';
import type { Collection, LibraryFacets } from '../../shared/contract/library.ts';
import { ReviewState } from '../../shared/model/review/state.ts';
import { statesHeard } from '../review/reviews.ts';
import type { Studio } from '../studio.ts';

type Database = Studio['database'];

async function collectionsOf(database: Database): Promise<Collection[]> {
  const { rows } = await sql<Collection>`
    SELECT k.id, k.name, count(c.entry) AS count FROM collections k
    LEFT JOIN collected ON collected.collection_id = k.id
    LEFT JOIN catalogue c ON c.module_id = collected.module_id AND c.standing = 'desk'
    GROUP BY k.id ORDER BY k.name`.execute(database);
  return rows;
}

async function shelvesOf(database: Database): Promise<LibraryFacets['shelves']> {
  const { rows } = await sql<{ standing: string; shared: number; count: number }>`
    SELECT standing, module_id IN (SELECT module_id FROM brought) AS shared, count(*) AS count
    FROM catalogue GROUP BY 1, 2`.execute(database);
  const sum = (passes: (row: (typeof rows)[number]) => boolean) => rows.filter(passes).reduce((total, { count }) => total + count, 0);
  return {
    all: sum(({ standing }) => standing === 'desk'),
    mine: sum(({ standing, shared }) => standing === 'desk' && shared === 0),
    shared: sum(({ standing, shared }) => standing === 'desk' && shared === 1),
    archived: sum(({ standing }) => standing === 'archived'),
  };
}

async function statesOf(database: Database, all: number): Promise<LibraryFacets['states']> {
  const heard = await statesHeard(database);
  const ids = JSON.stringify([...heard.keys()]);
  const { rows } = await sql<{ module_id: string }>`
    SELECT module_id FROM catalogue WHERE standing = 'desk' AND module_id IN (SELECT value FROM json_each(${ids}))`.execute(database);
  const states = ReviewState.options.map(
    (state) => [state, rows.filter(({ module_id }) => heard.get(module_id) === state).length] as const,
  );
  const counts = Object.fromEntries(states) as LibraryFacets['states'];
  return { ...counts, draft: counts.draft + all - rows.length };
}

/** How many modules there are of each sort; counted are those that are neither archived nor removed. */
export async function facetsOf(database: Database): Promise<LibraryFacets> {
  const shelves = await shelvesOf(database);
  const tags = await sql<{ name: string; count: number }>`
    SELECT min(tag) AS name, count(*) AS count FROM tags JOIN catalogue c USING (module_id)
    WHERE c.standing = 'desk' GROUP BY tag ORDER BY tag`.execute(database);
  const skills = await sql<{ name: string; count: number }>`
    SELECT min(skill) AS name, count(*) AS count FROM catalogue_skills JOIN catalogue c USING (entry)
    WHERE c.standing = 'desk' GROUP BY skill ORDER BY skill`.execute(database);
  return {
    shelves,
    states: await statesOf(database, shelves.all),
    collections: await collectionsOf(database),
    tags: tags.rows,
    skills: skills.rows,
  };
}
