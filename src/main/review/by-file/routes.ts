import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { z } from 'zod';
import { Fault } from '../../../shared/contract/faults.ts';
import { Id } from '../../../shared/model/ids.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import { ReviewPart, reviewFile } from '../../../shared/model/review/by-file.ts';
import { LanguageTag } from '../../../shared/model/translation/translations.ts';
import { archiveStream } from '../../exchange/archive/write.ts';
import { attachment } from '../../exchange/attachment.ts';
import { planReturn } from '../../exchange/bundle/plan.ts';
import { fileNameOf } from '../../exchange/export.ts';
import type { Studio } from '../../studio.ts';
import { copyOf, setCopy } from './copies.ts';
import { talkOf } from './talk.ts';

const Theme = z.enum(['light', 'dark']);

function idOf(text: string): string {
  const { data } = Id.safeParse(text);
  if (data === undefined) throw new Fault('NOT_FOUND', { what: 'review' });
  return data;
}

/** A module under review as learners will see it, and what was said about it as a file that goes back. */
export function reviewRoutes(studio: Studio, desk: { profile(): Promise<Profile> }): Hono {
  return new Hono()
    .get('/reviews/:id/preview', async (c) => {
      const { content, author } = await copyOf(studio, idOf(c.req.param('id')));
      // The renderer is large and rarely the first thing asked for.
      const { previewResponse } = await import('../../modules/preview.ts');
      const theme = Theme.safeParse(c.req.query('theme')).data ?? null;
      const language = LanguageTag.safeParse(c.req.query('language')).data ?? null;
      return previewResponse(content, author, { theme, language });
    })
    .get('/reviews/:id/file', async (c) => {
      const moduleId = idOf(c.req.param('id'));
      const [{ revision, title, handedOut }, { comments, advice }, { name }] = await Promise.all([
        copyOf(studio, moduleId),
        talkOf(studio, moduleId),
        desk.profile(),
      ]);
      const value = ReviewPart.parse({ handedOut, comments, advice });
      const files = planReturn({ moduleId, revision, title }, [{ name: reviewFile, value }]);
      await setCopy(studio, moduleId, { handed_back_at: new Date().toISOString() });
      return new Response(Readable.toWeb(archiveStream(files)) as ReadableStream<Uint8Array>, {
        headers: {
          'Content-Type': 'application/zip',
          'Content-Disposition': attachment(`${fileNameOf(name ? `${title}, reviewed by ${name}` : `${title}, reviewed`)}.showhow`),
          'Cache-Control': 'no-store',
        },
      });
    });
}
