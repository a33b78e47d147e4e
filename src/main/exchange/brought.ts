import { z } from 'zod';
import type { Bundle } from '../../shared/model/bundle.ts';
import { SweepRecord } from '../../shared/model/privacy/record.ts';
import { Profile } from '../../shared/model/profile.ts';
import type { Studio } from '../studio.ts';

export interface Brought {
  author: Profile;
  sweeps: SweepRecord[];
}

/** Whose a module is that came in a `.showhow` file; null for one that was made here. */
export async function broughtOf({ database }: Pick<Studio, 'database'>, moduleId: string): Promise<Brought | null> {
  const row = await database.selectFrom('brought').selectAll().where('module_id', '=', moduleId).executeTakeFirst();
  return row ? { author: Profile.parse(JSON.parse(row.author)), sweeps: z.array(SweepRecord).parse(JSON.parse(row.sweeps)) } : null;
}

export async function noteBrought(
  { database }: Pick<Studio, 'database'>,
  moduleId: string,
  { revision, author, sweeps }: Bundle,
): Promise<void> {
  const values = { revision, author: JSON.stringify(author), sweeps: JSON.stringify(sweeps), brought_at: new Date().toISOString() };
  await database
    .insertInto('brought')
    .values({ module_id: moduleId, ...values })
    .onConflict((conflict) => conflict.column('module_id').doUpdateSet(values))
    .execute();
}
