import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import checkDiskSpace from 'check-disk-space';
import { Hono } from 'hono';
import { Fault, faults, isFault } from '../../shared/contract/faults.ts';
import { personOf } from '../accounts/require.ts';
import { assertMay } from '../accounts/roles.ts';
import { absolute } from '../addresses.ts';
import type { Hub, HubEnv, Person } from '../hub-env.ts';
import { Announced, largest, readAnnounced } from './announced.ts';
import { takeIn } from './arrive.ts';

const days = 24 * 60 * 60 * 1000;
/** An upload nobody went on with for this long is thrown away. */
const expiresAfter = 3 * days;
/** What stays free on the hub's disk for its database. */
const spareBytes = 200_000_000;

interface TusRefusal {
  status_code: number;
  body: string;
}

const isRefusal = (error: unknown): error is TusRefusal => typeof error === 'object' && error !== null && 'status_code' in error;

export interface Uploads {
  routes: Hono<HubEnv>;
  /** Throws away what nobody went on with. */
  sweep(): Promise<number>;
}

/** Uploads by tus 1.0, under `/uploads`: for authors, each of whom sees only her own. They lie on disk and outlive the hub. */
export function createUploads(hub: Hub): Uploads {
  const directory = join(hub.folder, 'uploads');
  const datastore = new FileStore({ directory, expirationPeriodInMilliseconds: expiresAfter });
  const senders = new WeakMap<object, Person>();
  const senderOf = (request: object): string => senders.get(request)?.id ?? '';

  const takeInAndForget = async (id: string): Promise<void> => {
    const { metadata } = await datastore.getUpload(id);
    try {
      await takeIn(hub, join(directory, id), Announced.parse(metadata));
    } finally {
      // The file was moved or deleted; what is left is its note.
      await datastore.configstore.delete(id);
    }
  };

  // A sender that asks while its last bytes are being checked waits for the same end.
  const ending = new Map<string, Promise<void>>();
  const finish = (id: string): Promise<void> => {
    const running = ending.get(id) ?? takeInAndForget(id).finally(() => ending.delete(id));
    ending.set(id, running);
    return running;
  };

  const server = new Server({
    path: '/uploads',
    datastore,
    allowedOrigins: [hub.url],
    maxSize: Math.max(...Object.values(largest)),
    generateUrl: (_request, { path, id }) => absolute(hub, `${path}/${id}`),
    async onUploadCreate(request, upload) {
      const announced = readAnnounced(upload.metadata, upload.size);
      const { free } = await checkDiskSpace(hub.folder);
      const neededBytes = (upload.size ?? 0) + spareBytes;
      if (free < neededBytes) throw new Fault('DISK_FULL', { freeBytes: free, neededBytes });
      return { metadata: { ...announced, person: senderOf(request) } };
    },
    async onIncomingRequest(request, id) {
      if (request.method === 'POST') return;
      const { metadata } = await datastore.getUpload(id);
      if (metadata?.person !== senderOf(request)) throw new Fault('NOT_FOUND', { what: 'upload' });
    },
    async onUploadFinish(_request, upload) {
      await finish(upload.id);
      return {};
    },
    onResponseError(_request, error) {
      if (isFault(error)) return { status_code: faults[error.code].status, body: JSON.stringify({ code: error.code, data: error.data }) };
      if (!isRefusal(error)) hub.log.error({ err: error }, 'an upload failed unexpectedly');
      return undefined;
    },
  });

  /** An upload whose last byte came but whose end the hub did not live to see: it is ended when its sender asks how far it got. */
  const finishLate = async (id: string, person: Person): Promise<number | null> => {
    const upload = await datastore.getUpload(id).catch(() => null);
    if (!upload || upload.offset !== upload.size || upload.metadata?.person !== person.id) return null;
    await finish(id);
    return upload.size;
  };

  const routes = new Hono<HubEnv>().use('/uploads/*', async (c) => {
    const person = personOf(c);
    assertMay(person, 'hand in');
    if (c.req.method === 'HEAD') {
      const whole = await finishLate(c.req.path.slice('/uploads/'.length), person);
      if (whole !== null) {
        const length = String(whole);
        return c.body(null, 200, {
          'Tus-Resumable': '1.0.0',
          'Upload-Offset': length,
          'Upload-Length': length,
          'Cache-Control': 'no-store',
        });
      }
    }
    // What was sent is shown under /media, by its rules, and nowhere else.
    if (c.req.method === 'GET') throw new Fault('NOT_FOUND', { what: 'upload' });
    senders.set(c.req.raw, person);
    return server.handleWeb(c.req.raw);
  });

  return { routes, sweep: async () => server.cleanUpExpiredUploads() };
}
