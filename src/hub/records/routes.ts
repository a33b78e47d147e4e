import { Hono } from 'hono';
import { Fault } from '../../shared/contract/faults.ts';
import { LearningRecords } from '../../shared/xapi/record.ts';
import { personOf } from '../accounts/require.ts';
import type { HubEnv } from '../hub-env.ts';
import { storeRecords } from './store.ts';

/** Where a module's page reports what a learner did. */
export const recordRoutes = new Hono<HubEnv>().post('/xapi/statements', async (c) => {
  const person = personOf(c);
  const text = await c.req.text();
  const parsed = LearningRecords.safeParse(parse(text));
  if (!parsed.success) {
    const issues = parsed.error.issues.slice(0, 5).map(({ path, message }) => ({ path: path.join('.'), message }));
    throw new Fault('INPUT_INVALID', { issues });
  }
  return c.json(await storeRecords(c.var.hub, person, parsed.data));
});

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Fault('INPUT_INVALID', { issues: [{ path: '', message: 'This is not JSON.' }] }, { cause });
  }
}
