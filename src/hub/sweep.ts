import type { Hub } from './hub-env.ts';
import type { Uploads } from './uploads/routes.ts';

/** Throws away what has expired: uploads nobody went on with, counted tries. Sign-ins and codes end by themselves. */
export async function sweep({ database, log }: Pick<Hub, 'database' | 'log'>, uploads: Pick<Uploads, 'sweep'>): Promise<void> {
  const thrownAway = await uploads.sweep();
  if (thrownAway > 0) log.info({ uploads: thrownAway }, 'expired uploads were thrown away');
  await database.deleteFrom('attempts').where('resets_at', '<=', new Date().toISOString()).execute();
}
