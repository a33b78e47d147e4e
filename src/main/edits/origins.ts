import { z } from 'zod';
import { EditList } from '../../shared/model/edit/list.ts';
import type { Rendition } from '../../shared/model/rendition.ts';
import type { Studio } from '../studio.ts';

/** The edit that a finished video comes from, as it was when the video was made. */
export interface Origin {
  edit: string;
  list: EditList;
}

/** Remembers where a video comes from. The same video made again from another edit comes from the newer one. */
export async function noteOrigin(
  { database }: Pick<Studio, 'database'>,
  edit: string,
  list: EditList,
  { video }: Pick<Rendition, 'video'>,
): Promise<void> {
  const values = { edit_id: edit, list: JSON.stringify(list), finished_at: new Date().toISOString() };
  await database
    .insertInto('origins')
    .values({ video, ...values })
    .onConflict((conflict) => conflict.column('video').doUpdateSet(values))
    .execute();
}

/** Null for videos that no edit here was finished to, or that were finished by a program older than this table. */
export async function originOf({ database }: Pick<Studio, 'database'>, video: string): Promise<Origin | null> {
  const row = await database.selectFrom('origins').selectAll().where('video', '=', video).executeTakeFirst();
  return row ? { edit: z.uuid().parse(row.edit_id), list: EditList.parse(JSON.parse(row.list)) } : null;
}

/** What a cut was finished to last. */
export async function lastFinished(
  { database }: Pick<Studio, 'database'>,
  edit: string,
): Promise<{ video: string; list: EditList } | null> {
  const row = await database
    .selectFrom('origins')
    .select(['video', 'list'])
    .where('edit_id', '=', edit)
    .orderBy('finished_at', 'desc')
    .executeTakeFirst();
  return row ? { video: row.video, list: EditList.parse(JSON.parse(row.list)) } : null;
}
