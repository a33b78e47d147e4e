import { join } from 'node:path';
import { Hono } from 'hono';
import { fileResponse } from '../node/file-response.ts';
import { Fault } from '../shared/contract/faults.ts';
import type { HubEnv } from './hub-env.ts';

const types: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
  png: 'image/png',
};

/** Script, style and fonts of the built player and hub, under `/assets`. */
export const assets = new Hono<HubEnv>().get('/assets/:file', (c) => {
  const file = c.req.param('file');
  const [, ending = ''] = /^[\w.-]+\.(\w+)$/.exec(file) ?? [];
  const type = types[ending];
  if (!type || file.startsWith('.')) throw new Fault('NOT_FOUND', { what: 'file' });
  return fileResponse(c.req.raw, join(c.var.hub.player, file), { type });
});
