import { Hono } from 'hono';
import type { HubEnv } from '../hub-env.ts';
import { countTry } from '../security/limits.ts';

/** Connections that studios of the whole hub may begin; what they ask for lives fifteen minutes. */
const begun = { max: 300, seconds: 15 * 60 };

/** The only doors of better-auth that stand open: a studio asks for a code, and for the token once a person said yes. */
export const deviceRoutes = new Hono<HubEnv>()
  .post('/auth/device/code', async (c) => {
    await countTry(c.var.hub, 'device codes', begun);
    return (await c.var.hub.accounts()).handle(c.req.raw);
  })
  .post('/auth/device/token', async (c) => (await c.var.hub.accounts()).handle(c.req.raw));
