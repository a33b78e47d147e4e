import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { policyPath } from '../../addresses.ts';
import type { HubEnv } from '../../hub-env.ts';

const cookie = 'showhow.saved';
/** A page that takes longer to come says nothing of what was saved. */
const seconds = 60;

/**
 * Has the page that is loaded next say what was saved: `policy`, or what a reviewer speaks for, by her id. In a cookie and not in the
 * address, where it would be said at each visit.
 */
export function sayNext(c: Context<HubEnv>, saved: string): void {
  const secure = c.var.hub.url.startsWith('https:');
  setCookie(c, cookie, saved, { path: policyPath, sameSite: 'Lax', httpOnly: true, secure, maxAge: seconds });
}

/** What was saved just now, once. */
export function justSaved(c: Context<HubEnv>): string | undefined {
  const saved = getCookie(c, cookie);
  if (saved !== undefined) deleteCookie(c, cookie, { path: policyPath });
  return saved;
}
