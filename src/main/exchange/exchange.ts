import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { z } from 'zod';
import { ExportFormat, type ImportAnswer } from '../../shared/contract/exchange.ts';
import { Fault, isFault } from '../../shared/contract/faults.ts';
import { Id } from '../../shared/model/ids.ts';
import { LanguageTag } from '../../shared/model/translation/translations.ts';
import { api } from '../api/implement.ts';
import type { Studio } from '../studio.ts';
import { openArchive } from './archive/read.ts';
import { archiveStream } from './archive/write.ts';
import { attachment } from './attachment.ts';
import { openShowhow } from './bundle/manifest.ts';
import { readBundle } from './bundle/read.ts';
import type { ExchangeDesk } from './desk.ts';
import { plainText, planExport, planned } from './export.ts';
import { importDocument } from './import.ts';
import { limitsOf } from './kind.ts';
import { createStaging, type Staged, type Staging } from './staging.ts';

const Query = z.object({ name: z.string().min(1).max(300) });
const Wanted = z.object({ id: Id, format: ExportFormat, language: LanguageTag.optional() });

/** Bringing lessons in from files and writing them out: the API, and routes for the bytes. */
export function createExchange(studio: Studio, desk: ExchangeDesk) {
  const staging = createStaging(studio);
  const never = new AbortController().signal;
  return {
    api: {
      plan: api.exchange.plan.handler(async ({ input }) =>
        planned(await planExport(studio, desk, input.module, input.format, input.language)),
      ),
      settle: api.exchange.settle.handler(async ({ input, signal }) => {
        const { id, name, path } = staging.staged(input.waiting);
        const done = await importDocument(studio, desk, { path, name, folder: null, as: input.as, signal: signal ?? never });
        await staging.drop(id);
        if ('review' in done) throw new TypeError('What comes in as a module is no review');
        return done;
      }),
      leave: api.exchange.leave.handler(async ({ input }) => {
        await staging.drop(input.waiting);
        return {};
      }),
    },
    routes: routes(studio, desk, staging),
  };
}

function routes(studio: Studio, desk: ExchangeDesk, staging: Staging): Hono {
  return new Hono()
    .post('/imports/documents', async (context) => {
      const query = Query.safeParse({ name: context.req.query('name') });
      if (!query.success) throw new Fault('INPUT_INVALID', { issues: [{ path: 'name', message: 'The file needs a name.' }] });
      const { body, headers, signal } = context.req.raw;
      if (!body) throw new Fault('MEDIA_EMPTY', { name: query.data.name });
      const bytes = Number(headers.get('content-length') ?? 0);
      return context.json(await arrived(studio, desk, staging, await staging.receive(query.data.name, body, bytes, signal), signal));
    })
    .get('/exports/:id/:format', async (context) => {
      const wanted = Wanted.safeParse({ ...context.req.param(), language: context.req.query('language') });
      if (!wanted.success) throw new Fault('NOT_FOUND', { what: 'module' });
      const plan = await planExport(studio, desk, wanted.data.id, wanted.data.format, wanted.data.language);
      const text = plainText(plan);
      const body = text ? new Uint8Array(text) : (Readable.toWeb(archiveStream(plan.files)) as ReadableStream<Uint8Array>);
      return new Response(body, {
        headers: { 'Content-Type': plan.type, 'Content-Disposition': attachment(plan.fileName), 'Cache-Control': 'no-store' },
      });
    });
}

/** A module, or a question: where the module is here already, the file waits for the answer. */
async function arrived(
  studio: Studio,
  desk: ExchangeDesk,
  staging: Staging,
  { id, name, path }: Staged,
  signal: AbortSignal,
): Promise<ImportAnswer> {
  try {
    const done = await importDocument(studio, desk, { path, name, folder: null, signal });
    await staging.drop(id);
    return done;
  } catch (error) {
    if (isFault(error) && error.code === 'MODULE_THERE') return waiting(desk, { id, name, path });
    await staging.drop(id);
    throw signal.aborted ? new Fault('CANCELLED', {}) : error;
  }
}

async function waiting(desk: ExchangeDesk, { id, name, path }: Staged): Promise<ImportAnswer> {
  const archive = await openArchive(path, limitsOf(name), name);
  try {
    const { bundle } = await readBundle(await openShowhow(archive));
    const here = await desk.modules.find(bundle.moduleId);
    const same = here !== null && here !== 'removed' && (await desk.modules.present(here.id)).hash === bundle.revision;
    return { waiting: id, name, title: bundle.content.title, author: bundle.author, same };
  } finally {
    archive.close();
  }
}
