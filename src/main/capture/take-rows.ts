import type { Kysely, Selectable } from 'kysely';
import { Fault } from '../../shared/contract/faults.ts';
import { Take } from '../../shared/model/take.ts';
import type { Tables } from '../database/tables.ts';

type TakeRow = Selectable<Tables['takes']>;

/** A row as the model says it is; JSON columns are checked like anything else that was on disk. */
export const toTake = (row: TakeRow): Take =>
  Take.parse({
    id: row.id,
    title: row.title,
    origin: row.origin,
    state: row.state,
    createdAt: row.created_at,
    duration: row.duration,
    tracks: JSON.parse(row.tracks),
    marks: JSON.parse(row.marks),
    redoes: row.redoes === null ? null : JSON.parse(row.redoes),
    lost: JSON.parse(row.lost),
  });

export async function insertTake(database: Kysely<Tables>, take: Take): Promise<void> {
  const { createdAt, tracks, marks, redoes, lost, ...plain } = take;
  const documents = {
    tracks: JSON.stringify(tracks),
    marks: JSON.stringify(marks),
    redoes: redoes && JSON.stringify(redoes),
    lost: JSON.stringify(lost),
  };
  await database
    .insertInto('takes')
    .values({ ...plain, ...documents, created_at: createdAt, discarded_at: null })
    .execute();
}

export async function getTake(database: Kysely<Tables>, id: string): Promise<Take> {
  const row = await database.selectFrom('takes').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new Fault('NOT_FOUND', { what: 'take' });
  return toTake(row);
}

/** All takes that are not in the bin, newest first. */
export async function listTakes(database: Kysely<Tables>): Promise<Take[]> {
  const rows = await database.selectFrom('takes').selectAll().where('discarded_at', 'is', null).orderBy('created_at', 'desc').execute();
  return rows.map(toTake);
}

type TakeChange = Partial<Pick<Take, 'title' | 'state' | 'duration' | 'tracks' | 'marks' | 'lost'>>;

export async function updateTake(database: Kysely<Tables>, id: string, { tracks, marks, lost, ...plain }: TakeChange): Promise<Take> {
  const change = {
    ...plain,
    ...(tracks && { tracks: JSON.stringify(tracks) }),
    ...(marks && { marks: JSON.stringify(marks) }),
    ...(lost && { lost: JSON.stringify(lost) }),
  };
  await database.updateTable('takes').set(change).where('id', '=', id).execute();
  return getTake(database, id);
}
