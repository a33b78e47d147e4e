import type { Context } from 'hono';

/** Sends the cookies of a sign-in or sign-out along with the answer. */
export function handOn(c: Context, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
}
