import { createMiddleware } from 'hono/factory';
import { Fault } from '../../shared/contract/faults.ts';
import type { HubEnv } from '../hub-env.ts';

const loopback = ['127.0.0.1', 'localhost'];

/** The origins under which a hub's own pages are opened: its address and, on the own machine, its other name. */
export function ownOrigins(url: string): string[] {
  const address = new URL(url);
  if (!loopback.includes(address.hostname)) return [address.origin];
  return loopback.map((host) => `${address.protocol}//${host}${address.port ? `:${address.port}` : ''}`);
}

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses whatever would change something on behalf of another site. Browsers name the origin of every post; a request
 * without one is no browser's, and then a cookie has no business in it.
 */
export const sameOrigin = createMiddleware<HubEnv>(async (c, next) => {
  if (!safe.has(c.req.method)) {
    const origin = c.req.header('Origin');
    const own = ownOrigins(c.var.hub.url);
    const refused = origin === undefined ? c.req.header('Cookie') !== undefined : !own.includes(origin);
    if (refused) throw new Fault('ORIGIN_REFUSED', { url: c.var.hub.url });
  }
  await next();
});
