import { Hono } from 'hono';
import { Fault } from '../../shared/contract/faults.ts';
import { Reports } from '../../shared/xapi/record.ts';
import { personOf } from '../accounts/require.ts';
import type { HubEnv } from '../hub-env.ts';
import { checked } from './check.ts';
import { storeRecords } from './store.ts';

/** Where a module's page reports what a learner did. Refuses with READER_CHANGED where someone else opened the page than is signed in. */
export const recordRoutes = new Hono<HubEnv>().post('/xapi/statements', async (c) => {
  const person = personOf(c);
  const { reader, records } = checked(Reports, parse(await c.req.text()));
  if (reader !== person.id) throw new Fault('READER_CHANGED', {});
  return c.json(await storeRecords(c.var.hub, person, records));
});

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Fault('INPUT_INVALID', { issues: [{ path: '', message: 'This is not JSON.' }] }, { cause });
  }
}
