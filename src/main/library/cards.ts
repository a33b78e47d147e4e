import { LibraryCard } from '../../shared/contract/library.ts';
import type { Studio } from '../studio.ts';

interface CardRow {
  entry: number;
  card: LibraryCard;
}

const groupBy = <Row extends { module_id: string }>(rows: readonly Row[]): Map<string, Row[]> =>
  Map.groupBy(rows, ({ module_id }) => module_id);

/** The cards of entries, in the order in which they are asked for. */
export async function cardsOf(database: Studio['database'], entries: readonly number[]): Promise<CardRow[]> {
  if (entries.length === 0) return [];
  const rows = await database
    .selectFrom('catalogue')
    .leftJoin('brought', 'brought.module_id', 'catalogue.module_id')
    .select(['entry', 'catalogue.module_id', 'card', 'standing', 'catalogue.created_at', 'catalogue.updated_at', 'author', 'brought_at'])
    .where('entry', 'in', entries)
    .execute();
  const ids = rows.map(({ module_id }) => module_id);
  const tags = groupBy(await database.selectFrom('tags').selectAll().where('module_id', 'in', ids).orderBy('tag').execute());
  const collected = groupBy(await database.selectFrom('collected').selectAll().where('module_id', 'in', ids).execute());
  const byEntry = new Map(rows.map((row) => [row.entry, row]));
  return entries.flatMap((entry): CardRow[] => {
    const row = byEntry.get(entry);
    if (!row) return [];
    const card = LibraryCard.parse({
      ...JSON.parse(row.card),
      id: row.module_id,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
      archived: row.standing === 'archived',
      origin: row.author === null ? null : { ...JSON.parse(row.author), at: row.brought_at },
      tags: tags.get(row.module_id)?.map(({ tag }) => tag) ?? [],
      collections: collected.get(row.module_id)?.map(({ collection_id }) => collection_id) ?? [],
    });
    return [{ entry, card }];
  });
}
