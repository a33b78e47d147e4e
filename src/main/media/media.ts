import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import { z } from 'zod';
import { fileResponse } from '../../node/file-response.ts';
import { Fault } from '../../shared/contract/faults.ts';
import { Id } from '../../shared/model/ids.ts';
import { silences } from '../../shared/model/silence.ts';
import { type TakePictures, TrackKind } from '../../shared/model/take.ts';
import { api } from '../api/implement.ts';
import { takeFolder } from '../capture/folder.ts';
import { getTake } from '../capture/take-rows.ts';
import type { Studio } from '../studio.ts';
import { importStream } from './import-file.ts';
import type { Ffmpeg } from './locate.ts';
import { drawTake, posterFile, quietFile, readDrawn, scrubFile, soundFile, spriteFile } from './pictures.ts';
import { leavePreparing, PrepareInput, prepareTake } from './prepare.ts';
import { createQuiet } from './quiet.ts';
import { createScrubCopies } from './scrub.ts';
import { tileRoutes } from './tiles/routes.ts';
import { createToolbox } from './toolbox.ts';

const ImportQuery = z.object({ name: z.string().min(1).max(300) });

function idOf(text: string): string {
  const id = Id.safeParse(text);
  if (!id.success) throw new Fault('NOT_FOUND', { what: 'picture' });
  return id.data;
}

function mediaRoutes(studio: Studio, ffmpeg: () => Promise<Ffmpeg>): Hono {
  return new Hono()
    .post('/imports', async (context) => {
      const query = ImportQuery.safeParse({ name: context.req.query('name') });
      if (!query.success) throw new Fault('INPUT_INVALID', { issues: [{ path: 'name', message: 'The file needs a name.' }] });
      const { body, headers } = context.req.raw;
      if (!body) throw new Fault('MEDIA_EMPTY', { name: query.data.name });
      const bytes = Number(headers.get('content-length') ?? 0);
      return context.json(await importStream(await ffmpeg(), studio, query.data.name, body, bytes));
    })
    .get('/pictures/:id/sprite.jpg', ({ req }) =>
      fileResponse(req.raw, spriteFile(studio.paths, idOf(req.param('id'))), { type: 'image/jpeg' }),
    )
    .get('/pictures/:id/poster.jpg', ({ req }) =>
      fileResponse(req.raw, posterFile(studio.paths, idOf(req.param('id'))), { type: 'image/jpeg' }),
    )
    .get('/pictures/:id/quiet.m4a', ({ req }) =>
      fileResponse(req.raw, quietFile(studio.paths, idOf(req.param('id'))), { type: 'audio/mp4' }),
    )
    .get('/pictures/:id/scrub/:file', ({ req }) => {
      const kind = TrackKind.safeParse(req.param('file').replace(/\.mp4$/, ''));
      if (!kind.success) throw new Fault('NOT_FOUND', { what: 'picture' });
      return fileResponse(req.raw, scrubFile(studio.paths, idOf(req.param('id')), kind.data), { type: 'video/mp4' });
    });
}

/** Drawn when the take was prepared; drawn again where the cache was emptied, once for all who ask. */
function createPictures(studio: Studio, ffmpeg: () => Promise<Ffmpeg>): (id: string) => Promise<TakePictures> {
  const drawing = new Map<string, Promise<TakePictures>>();
  const draw = async (id: string): Promise<TakePictures> => {
    const take = await getTake(studio.database, id);
    if (take.state !== 'ready') return { sprite: null, poster: null, sound: null };
    const folder = takeFolder(studio.paths, id);
    const known = await readDrawn(studio.paths, id);
    return known ?? drawTake(await ffmpeg(), studio.paths, take, (file) => join(folder, file), { signal: studio.closing });
  };
  return (id) => {
    const running = drawing.get(id) ?? draw(id).finally(() => drawing.delete(id));
    drawing.set(id, running);
    return running;
  };
}

/** Media as the core puts it together: the tools, preparing takes, importing files. */
export function createMedia(studio: Studio) {
  const ffmpeg = createToolbox(studio);
  const picturesOf = createPictures(studio, ffmpeg);
  const quietOf = createQuiet(studio, ffmpeg);
  const scrubCopiesOf = createScrubCopies(studio, ffmpeg);
  studio.jobs.register('prepare', {
    resumable: true,
    gaveUp: (input) => leavePreparing(studio, PrepareInput.parse(input).take),
    run: async (input, { signal, progress }) => {
      const { id, state } = await prepareTake(await ffmpeg(), studio, PrepareInput.parse(input).take, { signal }, progress);
      if (state === 'ready') await studio.jobs.start('health', id, { take: id });
    },
  });
  return {
    ffmpeg,
    takes: {
      pictures: api.takes.pictures.handler(({ input }) => picturesOf(input.id)),
      silences: api.takes.silences.handler(async ({ input }) => {
        // Listens to the take where the cache was emptied.
        await picturesOf(input.id);
        const sound = await readFile(soundFile(studio.paths, input.id)).catch(() => new Uint8Array());
        return silences(sound, input.below, input.shortest);
      }),
      quiet: api.takes.quiet.handler(async ({ input }) => ({ url: await quietOf(await getTake(studio.database, input.id)) })),
      scrub: api.takes.scrub.handler(async ({ input }) => scrubCopiesOf(await getTake(studio.database, input.id))),
    },
    routes: mediaRoutes(studio, ffmpeg).route('/', tileRoutes(studio, ffmpeg, picturesOf)),
  };
}

export type Media = ReturnType<typeof createMedia>;
