import type { z } from 'zod';
import type { Studio } from '../studio.ts';

/** Small documents of the workspace, by name: read through their model, null where never written. */
export async function readSetting<T>({ database }: Studio, key: string, model: z.ZodType<T>): Promise<T | null> {
  const row = await database.selectFrom('settings').select('value').where('key', '=', key).executeTakeFirst();
  return row ? model.parse(JSON.parse(row.value)) : null;
}

export async function writeSetting({ database }: Studio, key: string, value: unknown): Promise<void> {
  const text = JSON.stringify(value);
  await database
    .insertInto('settings')
    .values({ key, value: text })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: text }))
    .execute();
}
