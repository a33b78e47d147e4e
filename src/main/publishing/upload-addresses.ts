import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** Where unfinished uploads go on, by hub and by what the file is: the hash of its bytes. Survives the studio. */
export interface UploadAddresses {
  find(hub: string, hash: string): Promise<string | null>;
  keep(hub: string, hash: string, address: string): Promise<void>;
  forget(hub: string, hash: string): Promise<void>;
}

export const createUploadAddresses = (database: Kysely<Tables>): UploadAddresses => ({
  async find(hub, hash) {
    const row = await database.selectFrom('uploads').select('address').where('hub', '=', hub).where('hash', '=', hash).executeTakeFirst();
    return row?.address ?? null;
  },
  async keep(hub, hash, address) {
    const row = { address, updated_at: new Date().toISOString() };
    await database
      .insertInto('uploads')
      .values({ hub, hash, ...row })
      .onConflict((conflict) => conflict.columns(['hub', 'hash']).doUpdateSet(row))
      .execute();
  },
  async forget(hub, hash) {
    await database.deleteFrom('uploads').where('hub', '=', hub).where('hash', '=', hash).execute();
  },
});
