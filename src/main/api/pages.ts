import { join } from 'node:path';
import { Hono } from 'hono';
import { fileResponse } from '../../node/file-response.ts';
import { staticFile } from '../../node/static-file.ts';
import type { Host } from '../studio.ts';

/**
 * The studio's pages may load only what the studio itself serves. Styles may be inline because the editor and the
 * overlays set element styles; scripts never are.
 */
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "frame-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const forever = 'public, max-age=31536000, immutable';

/** Built pages: files with a hash in their name for ever, every other address is the one page that routes itself. */
export function pageRoutes({ pages, player }: Host): Hono {
  const app = new Hono();
  app.get('/player/*', async (c) => {
    const file = staticFile(player, c.req.path.slice('/player'.length));
    return file ? fileResponse(c.req.raw, file.path, { type: file.type }) : c.notFound();
  });
  app.get('/assets/*', async (c) => {
    const file = staticFile(pages, c.req.path);
    return file ? fileResponse(c.req.raw, file.path, { type: file.type, cache: forever }) : c.notFound();
  });
  app.get('/icon.svg', (c) => fileResponse(c.req.raw, join(pages, 'icon.svg'), { type: 'image/svg+xml' }));
  app.get('*', async (c) => {
    const response = await fileResponse(c.req.raw, join(pages, 'index.html'), { type: 'text/html; charset=utf-8' });
    response.headers.set('Content-Security-Policy', policy);
    response.headers.set('Cross-Origin-Opener-Policy', 'same-origin');
    response.headers.set('Referrer-Policy', 'no-referrer');
    return response;
  });
  return app;
}
