import { RPCHandler } from '@orpc/server/fetch';
import { Hono } from 'hono';
import { lockFolder } from '../node/lock.ts';
import { createLog, type Log } from '../node/log.ts';
import { createMediaStore } from '../node/media-store.ts';
import { openDatabase } from '../node/sqlite.ts';
import { wireErrors } from '../node/wire.ts';
import { Fault, faults, isFault } from '../shared/contract/faults.ts';
import type { ModuleContent } from '../shared/model/module.ts';
import { pageRoutes } from './api/pages.ts';
import { createCaptions } from './captions/api.ts';
import { type Capture, createCapture } from './capture/capture.ts';
import { notesApi } from './capture/notes.ts';
import { prepareForgotten } from './capture/salvage.ts';
import { migrations } from './database/migrations.ts';
import type { Tables } from './database/tables.ts';
import { draftLesson } from './drafting/draft.ts';
import { discardApi, editNamed, editsApi } from './edits/api.ts';
import { cutsOf } from './edits/cuts.ts';
import { clearUnfinished, finishingApi, keepWithinLimit } from './edits/finishing.ts';
import { createExchange } from './exchange/exchange.ts';
import { createHealth } from './health/health.ts';
import { hubApi } from './hubclient/api.ts';
import { faceRoutes } from './hubclient/faces.ts';
import { createHubLink } from './hubclient/link.ts';
import { createAnswering } from './insights/answering.ts';
import { insightsApi } from './insights/api.ts';
import { jobsApi } from './jobs/api.ts';
import { createJobs } from './jobs/jobs.ts';
import { kitApi } from './kit/api.ts';
import { createLibrary, type Library } from './library/api.ts';
import { checkLesson, lintApi } from './lint/api.ts';
import { createLooks, type Looks } from './lint/pictures/looks.ts';
import { createMedia, type Media } from './media/media.ts';
import { modulesApi } from './modules/api.ts';
import { createModuleDesk, type ModuleDesk } from './modules/desk.ts';
import { createHistory, type History } from './modules/history.ts';
import { historyApi } from './modules/history-api.ts';
import { moduleRoutes } from './modules/routes.ts';
import { createShelf } from './modules/shelf.ts';
import { createPrivacy } from './privacy/api.ts';
import { judgeVideos } from './privacy/gate.ts';
import { profileApi } from './profiles/api.ts';
import { createProfiles } from './profiles/profiles.ts';
import { proposalsApi } from './proposals/api.ts';
import { publishingApi } from './publishing/api.ts';
import { reviewingApi } from './review/by-file/reviewing.ts';
import { reviewRoutes } from './review/by-file/routes.ts';
import { createReviews } from './review/reviews.ts';
import { type Host, type Studio, workspacePaths } from './studio.ts';
import { systemApi } from './system/api.ts';
import { createTemplates } from './templates/api.ts';

export interface Core {
  /** Everything the studio answers: the API, media bytes and the pages. Whoever calls it has checked who asks. */
  fetch(request: Request): Promise<Response>;
  /** Ends what is running in a way that the next start can take up, and lets go of the workspace. */
  close(): Promise<void>;
  studio: Studio;
}

/** Opens a workspace. One core at a time holds it; a second is refused with WORKSPACE_IN_USE. */
export async function createCore(host: Host): Promise<Core> {
  const paths = workspacePaths(host.workspace);
  const taken = new AbortController();
  const unlock = await lockFolder(paths.root, (error) => taken.abort(error));
  try {
    const log = createLog(paths.log);
    const closing = new AbortController();
    const { kysely: database, close: closeDatabase } = await openDatabase<Tables>(paths.database, migrations);
    const studio: Studio = {
      host,
      paths,
      database,
      jobs: createJobs(database, log),
      media: createMediaStore(paths.media),
      log,
      closing: closing.signal,
    };
    const capture = createCapture(studio);
    const history = createHistory(studio);
    const modules = createModuleDesk(studio, history);
    const library = createLibrary(studio, modules);
    const media = createMedia(studio);
    const looks = createLooks(studio, media.ffmpeg);
    const mine = () => {
      if (taken.signal.aborted) throw new Fault('WORKSPACE_IN_USE', { path: paths.root, holder: null });
    };
    const app = assemble(studio, mine, { capture, media, history, modules, library: library.api, looks });
    await capture.open();
    await clearUnfinished(studio);
    await studio.jobs.recover();
    await prepareForgotten(studio);
    await keepWithinLimit(studio);
    library.open();
    log.info({ version: host.version, shell: host.shell }, 'the studio is open');

    const end = async (): Promise<void> => {
      closing.abort(new Fault('CANCELLED', {}));
      // Each is ended whatever became of the one before: a lock that stays is a workspace that cannot be opened.
      for (const part of [capture.close, library.close, looks.close, studio.jobs.close, closeDatabase, unlock]) {
        await part().catch((error: unknown) => log.error({ err: error }, 'a part of the studio did not close'));
      }
      log.info('the studio is closed');
    };
    let ended: Promise<void> | null = null;
    const close = () => (ended ??= end());

    const giveUp = () => {
      log.error({ err: taken.signal.reason }, 'the workspace was lost to somebody else, or its disk is gone');
      void close();
    };
    taken.signal.addEventListener('abort', giveUp, { once: true });
    if (taken.signal.aborted) giveUp();

    return {
      studio,
      fetch: async (request) => app.fetch(request),
      close,
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** Features that others work with. */
interface Parts {
  capture: Capture;
  media: Media;
  history: History;
  modules: ModuleDesk;
  library: Library['api'];
  looks: Looks;
}

/** Puts the features together: each gives its part of the API, and some give routes for bytes. `mine` throws where the workspace was lost. */
function assemble(studio: Studio, mine: () => void, { capture, media, history, modules, library, looks }: Parts): Hono {
  const hub = createHubLink(studio);
  const shelf = createShelf(studio);
  const profiles = createProfiles(studio);
  const answering = createAnswering(studio.database);
  const privacy = createPrivacy(studio, media);
  const captions = createCaptions(studio, media);
  const videos = (content: ModuleContent) => judgeVideos(studio, content);
  const templates = createTemplates(studio, { draft: modules.draft, addPicture: shelf.addPicture });
  const reviews = createReviews(studio, hub, { profile: profiles.mine });
  const exchange = createExchange(studio, { modules, shelf, profile: profiles.mine, said: reviews.of, videos, ffmpeg: media.ffmpeg });
  const router = {
    system: systemApi(studio, media.ffmpeg),
    jobs: jobsApi(studio),
    takes: { ...capture.api, discard: discardApi(studio), ...media.takes },
    notes: notesApi(studio),
    health: createHealth(studio, media.ffmpeg).api,
    edits: editsApi(studio, media),
    finishing: finishingApi(studio, media),
    proposals: proposalsApi(studio),
    captions: captions.api,
    modules: modulesApi(modules, {
      editOf: (id) => editNamed(studio, id),
      begunFrom: answering.carryOver,
      textOf: captions.textOf,
      template: templates.begin,
      drafted: (edit, signal) => draftLesson(studio, { ffmpeg: media.ffmpeg, shelf }, edit, signal),
    }),
    templates: templates.api,
    exchange: exchange.api,
    history: historyApi(modules, history),
    library,
    lint: lintApi(studio, { draft: modules.draft, profile: profiles.mine, looks }),
    privacy: privacy.api,
    profile: profileApi(profiles),
    kit: kitApi(studio, shelf),
    hub: hubApi(hub),
    publishing: publishingApi(
      studio,
      hub,
      {
        ...modules,
        profile: profiles.mine,
        media: shelf.entry,
        videos,
        cuts: (media) => cutsOf(studio, media),
        // Whoever hands in does not wait for pictures to be looked at: what is known of them counts.
        findings: async (content) => checkLesson(studio, content, await profiles.mine(), looks.known),
      },
      reviews,
    ),
    reviewing: reviewingApi(studio, hub, { profile: profiles.mine }),
    insights: insightsApi(studio, hub, answering),
  };
  const whileMine = async ({ next }: { next(): Promise<unknown> }): Promise<unknown> => {
    mine();
    return next();
  };
  const rpc = new RPCHandler(router, { clientInterceptors: [wireErrors(studio.log), whileMine] });

  const app = new Hono();
  app.onError((error, c) => plainError(error, studio.log, c.req.path));
  app.use('/api/*', async (c, next) => {
    const { matched, response } = await rpc.handle(c.req.raw, { prefix: '/api', context: {} });
    return matched ? response : next();
  });
  app.all('/api/*', (c) => c.notFound());
  app.use(async (_, next) => {
    mine();
    await next();
  });
  app.route('/', capture.routes);
  app.route('/', media.routes);
  app.route('/', privacy.routes);
  app.route('/', captions.routes);
  app.route('/', exchange.routes);
  app.route('/', reviewRoutes(studio, { profile: profiles.mine }));
  app.route('/', moduleRoutes(studio, modules, shelf, profiles));
  app.route('/', faceRoutes(studio, hub));
  app.route('/', pageRoutes(studio.host));
  return app;
}

/** Errors of the plain routes leave in the same shape as those of the API. */
function plainError(error: unknown, log: Log, path: string): Response {
  if (isFault(error)) return Response.json({ code: error.code, data: error.data }, { status: faults[error.code].status });
  const reference = crypto.randomUUID().slice(0, 8);
  log.error({ err: error, reference, path }, 'a request failed unexpectedly');
  return Response.json({ code: 'UNEXPECTED', data: { reference } }, { status: 500 });
}
