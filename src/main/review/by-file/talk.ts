import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import { Advice, mergeSaid, type Said } from '../../../shared/model/review/by-file.ts';
import { ReviewComment, type Turn } from '../../../shared/model/review/comment.ts';
import type { Tables } from '../../database/tables.ts';
import { together } from '../../database/together.ts';

/** What files and this studio say about a module. */
export interface Talk extends Said {
  /** Names of comments, replies, turns and advice that were said in this studio. All else is what a file claims. */
  own: string[];
}

type Database = Pick<{ database: Kysely<Tables> }, 'database'>;

export const turnName = (commentId: string, { state, at }: Pick<Turn, 'state' | 'at'>): string => `${commentId} ${state} ${at}`;

const Row = { comments: z.array(ReviewComment), advice: z.array(Advice), own: z.array(z.string()) };
/** Where nothing was said. */
export const noTalk: Talk = { comments: [], advice: [], own: [] };

const toTalk = (row: Selectable<Tables['said_by_file']>): Talk => ({
  comments: Row.comments.parse(JSON.parse(row.comments)),
  advice: Row.advice.parse(JSON.parse(row.advice)),
  own: Row.own.parse(JSON.parse(row.own)),
});

export async function talkOf({ database }: Database, moduleId: string): Promise<Talk> {
  const row = await database.selectFrom('said_by_file').where('module_id', '=', moduleId).selectAll().executeTakeFirst();
  return row ? toTalk(row) : noTalk;
}

/** All talks, by the ids of the modules that something was said about in files. */
export async function allTalks({ database }: Database): Promise<Map<string, Talk>> {
  const rows = await database.selectFrom('said_by_file').selectAll().execute();
  return new Map(rows.map((row) => [row.module_id, toTalk(row)]));
}

/** Adds to what was said, in one step: two that speak at once both stay. Answers what was known before and is known now. */
export function addTalk(
  { database }: Database,
  moduleId: string,
  add: (talk: Talk) => Partial<Talk>,
): Promise<{ before: Talk; after: Talk }> {
  return together(database, async (transaction) => {
    const before = await talkOf({ database: transaction }, moduleId);
    const { comments = [], advice = [], own = [] } = add(before);
    const after: Talk = { ...mergeSaid(before, { comments, advice }), own: [...new Set([...before.own, ...own])] };
    const values = { comments: JSON.stringify(after.comments), advice: JSON.stringify(after.advice), own: JSON.stringify(after.own) };
    await transaction
      .insertInto('said_by_file')
      .values({ module_id: moduleId, ...values })
      .onConflict((conflict) => conflict.column('module_id').doUpdateSet(values))
      .execute();
    return { before, after };
  });
}
