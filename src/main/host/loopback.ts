import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Core } from '../core.ts';
import { newToken, sameToken, signInPage } from './session.ts';

export interface Loopback {
  /** The address with the launch token in its fragment, which never travels to a server or into a log. */
  url: string;
  origin: string;
  close(): Promise<void>;
}

const bearer = (request: Request): string | undefined => request.headers.get('Authorization')?.match(/^Bearer (.+)$/)?.[1];

/**
 * The core behind http on 127.0.0.1. Another page or program on this machine may reach the port, so each request must
 * name this host (against DNS rebinding), come from this origin, and carry the launch's token or the cookie made of it.
 */
export async function startLoopback(core: Core, { port }: { port: number }): Promise<Loopback> {
  const token = newToken();
  const session = newToken();
  let origins: string[] = [];
  let cookie = 'showhow';

  const app = new Hono();
  app.use(async (c, next) => {
    const { host, protocol } = new URL(c.req.url);
    if (!origins.includes(`${protocol}//${host}`)) return refuse(403, 'This address is not that of the studio.');
    const from = c.req.header('Origin');
    if (from !== undefined && !origins.includes(from)) return refuse(403, 'Requests from other pages are refused.');
    if (c.req.header('Sec-Fetch-Site') === 'cross-site' && c.req.header('Sec-Fetch-Mode') !== 'navigate')
      return refuse(403, 'Requests from other pages are refused.');
    return next();
  });
  app.post('/session', (c) => {
    if (!sameToken(bearer(c.req.raw), token)) return refuse(401, 'The token is not that of this launch.');
    setCookie(c, cookie, session, { httpOnly: true, sameSite: 'Strict', path: '/' });
    return c.body(null, 204);
  });
  app.all('*', (c) => {
    const known = sameToken(getCookie(c, cookie), session) || sameToken(bearer(c.req.raw), token);
    if (known) return core.fetch(c.req.raw);
    return c.req.header('Accept')?.includes('text/html') ? signInPage() : refuse(401, 'A session is needed.');
  });

  const server = await listen(app, port);
  const bound = (server.address() as AddressInfo).port;
  origins = [`http://127.0.0.1:${bound}`, `http://localhost:${bound}`];
  // Cookies do not keep ports apart: two studios on one machine would sign each other out.
  cookie = `showhow-${bound}`;
  return {
    url: `${origins[0]}/#token=${token}`,
    origin: `http://127.0.0.1:${bound}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

const refuse = (status: number, reason: string): Response =>
  Response.json({ reason }, { status, headers: { 'Cache-Control': 'no-store' } });

function listen(app: Hono, port: number): Promise<Server> {
  return new Promise((ready, failed) => {
    const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => ready(server as Server)) as Server;
    // A recording may send chunks for hours over one connection.
    server.requestTimeout = 0;
    server.once('error', failed);
  });
}
