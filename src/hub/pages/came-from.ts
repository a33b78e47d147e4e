import type { Context } from 'hono';
import { safeNext } from '../addresses.ts';
import type { HubEnv } from '../hub-env.ts';
import { ownOrigins } from '../security/origin.ts';

/** The page whose form was posted, or the start: a referrer from elsewhere is no way back. */
export function cameFrom(c: Context<HubEnv>): string {
  const referrer = c.req.header('Referer');
  if (c.req.method === 'GET' || !referrer || !URL.canParse(referrer)) return '/';
  const { origin, pathname, search } = new URL(referrer);
  return ownOrigins(c.var.hub.url).includes(origin) ? safeNext(`${pathname}${search}`) : '/';
}

/** Where one is, to come back to: an address that only takes forms shows nothing to whoever goes there. */
export function hereOf(c: Context<HubEnv>): string {
  if (c.req.method !== 'GET') return cameFrom(c);
  const { pathname, search } = new URL(c.req.url);
  return `${pathname}${search}`;
}
