import { sql } from 'kysely';
import type { Studio } from '../studio.ts';
import { cardsOf } from './cards.ts';

interface Named {
  id: string;
  title: string;
}

/** Which modules show a file, the last changed first. Archived ones are named too: they still need it. */
export async function usesOf(database: Studio['database'], media: string): Promise<Named[]> {
  const rows = await database
    .selectFrom('catalogue_media')
    .innerJoin('catalogue', 'catalogue.entry', 'catalogue_media.entry')
    .select('catalogue.entry')
    .where('media', '=', media)
    .where('standing', '<>', 'removed')
    .orderBy('updated_at', 'desc')
    .execute();
  const cards = await cardsOf(
    database,
    rows.map(({ entry }) => entry),
  );
  return cards.map(({ card: { id, title } }) => ({ id, title }));
}

/** The module with this id, or all that have exactly this title. */
export function named(database: Studio['database'], name: string): Promise<Named[]> {
  const title = sql<string>`json_extract(card, '$.title')`;
  return database
    .selectFrom('catalogue')
    .select(['module_id as id', title.as('title')])
    .where('standing', '<>', 'removed')
    .where((is) => is.or([is('module_id', '=', name), is(title, '=', name)]))
    .execute();
}
