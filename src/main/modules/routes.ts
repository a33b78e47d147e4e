import { Hono } from 'hono';
import { z } from 'zod';
import { fileResponse } from '../../node/file-response.ts';
import { Fault } from '../../shared/contract/faults.ts';
import { Id, MediaHash } from '../../shared/model/ids.ts';
import { LanguageTag } from '../../shared/model/translation/translations.ts';
import type { Profiles } from '../profiles/profiles.ts';
import type { Studio } from '../studio.ts';
import type { ModuleDesk } from './desk.ts';
import type { Shelf } from './shelf.ts';

const Theme = z.enum(['light', 'dark']);

/** A file is named by what is in it, so it may be kept for ever. */
const forever = 'private, max-age=31536000, immutable';

function named<T>(model: z.ZodType<T>, value: string, what: string): T {
  const { data } = model.safeParse(value);
  if (data === undefined) throw new Fault('NOT_FOUND', { what });
  return data;
}

/** The bytes that modules show, and a module as a page. */
export function moduleRoutes(studio: Studio, desk: ModuleDesk, shelf: Shelf, profiles: Profiles): Hono {
  const app = new Hono();
  app.post('/media', async (c) => {
    const name = (c.req.query('name') ?? '').slice(0, 200) || 'This picture';
    return c.json(await shelf.addPicture(c.req.raw.body, name));
  });
  app.get('/media/:hash', async (c) => {
    const { hash, type } = await shelf.entry(named(MediaHash, c.req.param('hash'), 'file'));
    const response = await fileResponse(c.req.raw, studio.media.path(hash), { type, cache: forever });
    response.headers.set('Content-Security-Policy', "default-src 'none'; sandbox");
    return response;
  });
  app.get('/preview/:id', async (c) => {
    const { content } = await desk.draft(named(Id, c.req.param('id'), 'module'));
    // The renderer is large and rarely the first thing asked for.
    const { previewResponse } = await import('./preview.ts');
    const theme = Theme.safeParse(c.req.query('theme')).data ?? null;
    const language = LanguageTag.safeParse(c.req.query('language')).data ?? null;
    return previewResponse(content, await profiles.mine(), { theme, language });
  });
  return app;
}
