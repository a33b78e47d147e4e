import type { Selectable } from 'kysely';
import { z } from 'zod';
import { Fault } from '../../../shared/contract/faults.ts';
import type { Bundle } from '../../../shared/model/bundle.ts';
import { ModuleContent } from '../../../shared/model/module.ts';
import { SweepRecord } from '../../../shared/model/privacy/record.ts';
import { Profile } from '../../../shared/model/profile.ts';
import { HandedOut } from '../../../shared/model/review/by-file.ts';
import type { Tables } from '../../database/tables.ts';
import type { Studio } from '../../studio.ts';

type Database = Pick<Studio, 'database'>;

/** A colleague's module that is here to be looked at. */
export interface Copy {
  moduleId: string;
  title: string;
  revision: string;
  content: ModuleContent;
  before: ModuleContent | null;
  author: Profile;
  sweeps: SweepRecord[];
  handedOut: HandedOut;
  openedAt: string;
  saidAt: string | null;
  handedBackAt: string | null;
}

/** What a list shows of a copy: all but the module itself, which is long. */
type CopyCard = Omit<Copy, 'revision' | 'content' | 'before' | 'sweeps'>;

const onCard = ['module_id', 'title', 'author', 'handed_out', 'opened_at', 'said_at', 'handed_back_at'] as const;

const toCard = (row: Pick<Selectable<Tables['file_reviews']>, (typeof onCard)[number]>): CopyCard => ({
  moduleId: row.module_id,
  title: row.title,
  author: Profile.parse(JSON.parse(row.author)),
  handedOut: HandedOut.parse(JSON.parse(row.handed_out)),
  openedAt: row.opened_at,
  saidAt: row.said_at,
  handedBackAt: row.handed_back_at,
});

const toCopy = (row: Selectable<Tables['file_reviews']>): Copy => ({
  ...toCard(row),
  revision: row.revision,
  content: ModuleContent.parse(JSON.parse(row.content)),
  before: row.before === null ? null : ModuleContent.parse(JSON.parse(row.before)),
  sweeps: z.array(SweepRecord).parse(JSON.parse(row.sweeps)),
});

/** Last opened first. */
export async function allCards({ database }: Database): Promise<CopyCard[]> {
  const shown = database.selectFrom('file_reviews').where('removed_at', 'is', null);
  return (await shown.orderBy('opened_at', 'desc').select(onCard).execute()).map(toCard);
}

export async function findCopy({ database }: Database, moduleId: string): Promise<Copy | null> {
  const row = await database.selectFrom('file_reviews').where('module_id', '=', moduleId).selectAll().executeTakeFirst();
  return row ? toCopy(row) : null;
}

/** Refuses with NOT_FOUND. */
export async function copyOf(studio: Database, moduleId: string): Promise<Copy> {
  const copy = await findCopy(studio, moduleId);
  if (!copy) throw new Fault('NOT_FOUND', { what: 'review' });
  return copy;
}

/**
 * Puts what came in a file before the reviewer. The revision of the round before stays beside it, so that only what changed has
 * to be read; an older file than the one that is here changes nothing of it. Answers whether it was older.
 */
export async function keepCopy({ database }: Database, bundle: Bundle, handedOut: HandedOut): Promise<{ older: boolean }> {
  const here = await findCopy({ database }, bundle.moduleId);
  if (here && here.revision !== bundle.revision && here.handedOut.at > handedOut.at) {
    await setCopy({ database }, bundle.moduleId, { removed_at: null });
    return { older: true };
  }
  const before = here && here.revision !== bundle.revision ? here.content : (here?.before ?? null);
  const values = {
    title: bundle.content.title,
    revision: bundle.revision,
    content: JSON.stringify(bundle.content),
    before: before && JSON.stringify(before),
    author: JSON.stringify(bundle.author),
    sweeps: JSON.stringify(bundle.sweeps),
    handed_out: JSON.stringify(handedOut),
    opened_at: new Date().toISOString(),
    removed_at: null,
  };
  await database
    .insertInto('file_reviews')
    .values({ module_id: bundle.moduleId, said_at: null, handed_back_at: null, ...values })
    .onConflict((conflict) => conflict.column('module_id').doUpdateSet(values))
    .execute();
  return { older: false };
}

type Change = Partial<Pick<Selectable<Tables['file_reviews']>, 'said_at' | 'handed_back_at' | 'removed_at'>>;

export async function setCopy({ database }: Database, moduleId: string, change: Change): Promise<void> {
  await database.updateTable('file_reviews').set(change).where('module_id', '=', moduleId).execute();
}
