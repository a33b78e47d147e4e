import { v4 } from 'uuid';
import { type HandedOut, ReviewPart, type Said } from '../../../shared/model/review/by-file.ts';
import type { Studio } from '../../studio.ts';

interface Handing {
  moduleId: string;
  revision: string;
  /** The author's name. */
  by: string;
}

/** Notes that a revision goes out of hand. The same revision is the same hand-out, each other one a round more. */
async function noteHandOut({ database }: Pick<Studio, 'database'>, { moduleId, revision, by }: Handing): Promise<HandedOut> {
  return database.transaction().execute(async (transaction) => {
    const all = await transaction.selectFrom('handouts').where('module_id', '=', moduleId).selectAll().execute();
    const known = all.find((one) => one.revision === revision);
    if (known) return { id: known.id, by, at: known.at, round: known.round };
    const row = { id: v4(), module_id: moduleId, revision, round: all.length + 1, at: new Date().toISOString() };
    await transaction.insertInto('handouts').values(row).execute();
    return { id: row.id, by, at: row.at, round: row.round };
  });
}

/** What travels with a module that is handed out for review: for whom it was taken out of hand, and what was said so far. */
export async function reviewPart(studio: Pick<Studio, 'database'>, handing: Handing, said: Said): Promise<ReviewPart> {
  const handedOut = await noteHandOut(studio, handing);
  return ReviewPart.parse({ handedOut, comments: said.comments, advice: said.advice });
}

/** Whether a file is one that was handed out here. */
export async function isHandedOutHere({ database }: Pick<Studio, 'database'>, id: string): Promise<boolean> {
  return (await database.selectFrom('handouts').where('id', '=', id).select('id').executeTakeFirst()) !== undefined;
}
