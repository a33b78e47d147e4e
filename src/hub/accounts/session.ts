import { createMiddleware } from 'hono/factory';
import type { HubEnv } from '../hub-env.ts';
import { findPerson } from './people.ts';

/** Finds out who is asking, by cookie or bearer token, and prolongs the sign-in. Pages that need someone say so themselves. */
export const session = createMiddleware<HubEnv>(async (c, next) => {
  c.set('person', null);
  const named = c.req.header('Authorization') !== undefined || (c.req.header('Cookie') ?? '').includes('showhow.session_token=');
  const signedIn = named ? await (await c.var.hub.accounts()).session(c.req.raw.headers) : null;
  if (signedIn) c.set('person', await findPerson(c.var.hub, signedIn.personId));
  await next();
  for (const cookie of signedIn?.cookies ?? []) c.header('Set-Cookie', cookie, { append: true });
});
