import type { Context, MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import { Fault } from '../../shared/contract/faults.ts';
import type { Role } from '../../shared/contract/hub.ts';
import type { HubEnv, Person } from '../hub-env.ts';

/** Who is signed in; refuses with SIGN_IN_REQUIRED, or with SIGN_IN_EXPIRED where a sign-in was sent that is not valid any more. */
export function personOf(c: Context<HubEnv>): Person {
  const person = c.var.person;
  if (person) return person;
  throw c.req.header('Authorization') ? new Fault('SIGN_IN_EXPIRED', {}) : new Fault('SIGN_IN_REQUIRED', {});
}

/** Only for people with this role. */
export const requireRole = (role: Role): MiddlewareHandler<HubEnv> =>
  createMiddleware<HubEnv>(async (c, next) => {
    if (!personOf(c).roles.includes(role)) throw new Fault('ROLE_MISSING', { role });
    await next();
  });
