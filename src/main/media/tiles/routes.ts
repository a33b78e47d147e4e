import { Hono } from 'hono';
import { z } from 'zod';
import { fileResponse } from '../../../node/file-response.ts';
import { Fault } from '../../../shared/contract/faults.ts';
import { Id } from '../../../shared/model/ids.ts';
import { buckets, type Page, thumbnails } from '../../../shared/model/tiles.ts';
import { getTake } from '../../capture/take-rows.ts';
import type { Studio } from '../../studio.ts';
import type { Ffmpeg } from '../locate.ts';
import { soundFile } from '../pictures.ts';
import { soundPage } from './sound-page.ts';
import { createThumbnails } from './tiles.ts';

const number = z.coerce.number().int().nonnegative();
const Asked = z.object({ id: Id, level: number, page: number.max(1_000_000) });

function asked(params: unknown, levels: number): Page & { id: string } {
  const { data } = Asked.safeParse(params);
  if (!data || data.level >= levels) throw new Fault('NOT_FOUND', { what: 'picture' });
  return data;
}

/** A take's pictures and sound, page by page. `hear` listens to the take where the cache was emptied. */
export function tileRoutes(studio: Studio, ffmpeg: () => Promise<Ffmpeg>, hear: (take: string) => Promise<unknown>): Hono {
  const thumbnailsOf = createThumbnails(studio, ffmpeg);
  return new Hono()
    .get('/pictures/:id/thumbnails/:level/:page', async (context) => {
      const { id, ...page } = asked(context.req.param(), thumbnails.levels);
      const { signal } = context.req.raw;
      try {
        const file = await thumbnailsOf(await getTake(studio.database, id), page, signal);
        if (file === null) throw new Fault('NOT_FOUND', { what: 'picture' });
        return await fileResponse(context.req.raw, file, { type: 'image/jpeg', cache: 'private, max-age=3600' });
      } catch (error) {
        // Whoever asked has gone: nobody reads the answer, and nothing went wrong.
        if (signal.aborted) return new Response(null, { status: 499 });
        throw error;
      }
    })
    .get('/pictures/:id/sound/:level/:page', async (context) => {
      const { id, ...page } = asked(context.req.param(), buckets.levels);
      const file = soundFile(studio.paths, id);
      const bytes = (await soundPage(file, page)) ?? (await hear(id).then(() => soundPage(file, page)));
      return new Response(bytes ?? new Uint8Array(), {
        headers: {
          'Content-Type': 'application/octet-stream',
          'Cache-Control': 'private, max-age=3600',
          'X-Content-Type-Options': 'nosniff',
        },
      });
    });
}
