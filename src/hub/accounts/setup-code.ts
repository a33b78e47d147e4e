import type { Hub } from '../hub-env.ts';
import { hashSecret, normalCode, sameSecret, typedCode } from '../security/codes.ts';
import { hasAccounts } from './people.ts';

const key = 'setup-code';

/** A new code for the first account, or null where there is one. Each start makes another one: only its hash is kept. */
export async function makeSetupCode(hub: Pick<Hub, 'database'>): Promise<string | null> {
  if (await hasAccounts(hub)) return null;
  const code = typedCode(3);
  const value = hashSecret(normalCode(code));
  await hub.database
    .insertInto('settings')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
  return code;
}

export async function isSetupCode({ database }: Pick<Hub, 'database'>, typed: string): Promise<boolean> {
  const kept = await database.selectFrom('settings').where('key', '=', key).select('value').executeTakeFirst();
  return kept !== undefined && sameSecret(kept.value, hashSecret(normalCode(typed)));
}

/** Takes the code out of use; false where another request was faster. */
export async function spendSetupCode({ database }: Pick<Hub, 'database'>): Promise<boolean> {
  const { numDeletedRows } = await database.deleteFrom('settings').where('key', '=', key).executeTakeFirst();
  return numDeletedRows > 0n;
}
