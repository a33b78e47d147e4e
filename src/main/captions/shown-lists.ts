import type { Kysely } from 'kysely';
import { EditList } from '../../shared/model/edit/list.ts';
import type { Tables } from '../database/tables.ts';

type Database = Kysely<Tables>;

/**
 * Remembers which edit list a finished video shows, so that its captions can be worked out whatever becomes of the edit.
 * A list that differs only in what needs no new picture, its chapters, takes the place of the one before.
 */
export async function rememberList(database: Database, video: string, list: EditList): Promise<void> {
  const text = JSON.stringify(list);
  const known = await database.selectFrom('shown_lists').select('list').where('video', '=', video).executeTakeFirst();
  if (known?.list === text) return;
  const values = { list: text, updated_at: new Date().toISOString() };
  await database
    .insertInto('shown_lists')
    .values({ video, ...values })
    .onConflict((conflict) => conflict.column('video').doUpdateSet(values))
    .execute();
}

/** The edit list a video was finished from, or null where nobody remembers. */
export async function shownList(database: Database, video: string): Promise<EditList | null> {
  const row = await database.selectFrom('shown_lists').select('list').where('video', '=', video).executeTakeFirst();
  return row ? EditList.parse(JSON.parse(row.list)) : null;
}
