import { Hono } from 'hono';
import { z } from 'zod';
import { Fault } from '../../shared/contract/faults.ts';
import type { Cue } from '../../shared/model/captions/captions.ts';
import { toSrt, toVtt } from '../../shared/model/captions/write.ts';
import { Id } from '../../shared/model/ids.ts';
import { getTake } from '../capture/take-rows.ts';
import { getEdit } from '../edits/edit-rows.ts';
import type { Studio } from '../studio.ts';
import { findCaptions } from './caption-rows.ts';
import { editCaptions } from './video-text.ts';

const File = z
  .string()
  .regex(/^[0-9a-f-]{36}\.(vtt|srt)$/)
  .transform((name) => ({ id: name.slice(0, 36), kind: name.slice(37) as 'vtt' | 'srt' }))
  .refine(({ id }) => Id.safeParse(id).success);

function fileOf(name: string) {
  const { data } = File.safeParse(name);
  if (!data) throw new Fault('NOT_FOUND', { what: 'file' });
  return data;
}

const types = { vtt: 'text/vtt; charset=utf-8', srt: 'application/x-subrip; charset=utf-8' };
const writers = { vtt: toVtt, srt: toSrt };

/** A file to keep, under the title of what it belongs to. */
function download(cues: readonly Cue[], title: string, kind: 'vtt' | 'srt'): Response {
  const name = encodeURIComponent(`${title.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim() || 'captions'}.${kind}`);
  return new Response(writers[kind](cues), {
    headers: {
      'Content-Type': types[kind],
      'Content-Disposition': `attachment; filename*=UTF-8''${name}`,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

/** Captions as files, in the time of a take or of an edit. */
export function captionRoutes(studio: Studio): Hono {
  const { database } = studio;
  return new Hono()
    .get('/captions/takes/:file', async (context) => {
      const { id, kind } = fileOf(context.req.param('file'));
      const { title } = await getTake(database, id);
      return download((await findCaptions(database, id))?.cues ?? [], title, kind);
    })
    .get('/captions/edits/:file', async (context) => {
      const { id, kind } = fileOf(context.req.param('file'));
      const { title, list } = await getEdit(database, id);
      return download((await editCaptions(studio, list))?.cues ?? [], title, kind);
    });
}
