import { Hono } from 'hono';
import { fileResponse } from '../../node/file-response.ts';
import { Fault } from '../../shared/contract/faults.ts';
import { MediaHash } from '../../shared/model/ids.ts';
import { personOf } from '../accounts/require.ts';
import type { HubEnv } from '../hub-env.ts';
import { maySee } from './access.ts';

/** Pictures and clips of modules, with ranges. Whoever may not see one does not learn that it is there. */
export const mediaRoutes = new Hono<HubEnv>().get('/media/:hash', async (c) => {
  const { hub } = c.var;
  const person = personOf(c);
  const hash = MediaHash.safeParse(c.req.param('hash'));
  const found = hash.success
    ? await hub.database.selectFrom('media').where('hash', '=', hash.data).select(['hash', 'type']).executeTakeFirst()
    : undefined;
  if (!found || !(await maySee(hub, person, found.hash))) throw new Fault('NOT_FOUND', { what: 'file' });
  // The bytes of a hash never change, but who may see them may.
  return fileResponse(c.req.raw, hub.media.path(found.hash), { type: found.type, cache: 'private, max-age=3600' });
});
