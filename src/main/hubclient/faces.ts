import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import writeFileAtomic from 'write-file-atomic';
import { Fault } from '../../shared/contract/faults.ts';
import { MediaHash } from '../../shared/model/ids.ts';
import { readPicture } from '../modules/picture.ts';
import type { Studio } from '../studio.ts';
import { hubFault, statusFault } from './faults.ts';
import type { HubLink, OpenHub } from './link.ts';

/** A portrait is a square of 512 pixels; whatever is much larger is none. In bytes. */
const largestFace = 4_000_000;
/** Longest wait for a hub, in milliseconds. */
const patience = 10_000;
const keep = 'private, max-age=31536000, immutable';

const missing = () => new Fault('NOT_FOUND', { what: 'picture' });

async function readAtMost(body: ReadableStream<Uint8Array> | null, most: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    length += part.byteLength;
    if (length > most) throw missing();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Asks the hub for a file with the studio's sign-in, and takes it only if it is what its name says. */
async function fetchFace({ url, token }: OpenHub, hash: string): Promise<Buffer> {
  const response = await fetch(`${url}/media/${hash}`, {
    redirect: 'manual',
    headers: { authorization: `Bearer ${token}`, accept: 'image/*' },
    signal: AbortSignal.timeout(patience),
  }).catch((error: unknown) => {
    throw hubFault(error, url);
  });
  if (response.status === 404) throw missing();
  if (!response.ok) throw statusFault(response.status, url);
  const bytes = await readAtMost(response.body, largestFace);
  if (createHash('sha256').update(bytes).digest('hex') !== hash) throw new Fault('MEDIA_MISMATCH', { hash });
  return bytes;
}

/**
 * Colleagues' faces as the studio's own pictures: the page may load nothing from elsewhere, and the sign-in never leaves
 * the core. What was fetched once lies in the cache under its hash.
 */
export function faceRoutes({ paths }: Pick<Studio, 'paths'>, link: Pick<HubLink, 'open'>): Hono {
  const folder = join(paths.cache, 'faces');
  return new Hono().get('/faces/:hash', async (c) => {
    const { data: hash } = MediaHash.safeParse(c.req.param('hash'));
    if (!hash) throw missing();
    const file = join(folder, hash);
    const kept = await readFile(file).catch(() => null);
    const bytes = kept ?? (await fetchFace(await link.open(), hash));
    const { type } = readPicture(bytes, 'The picture');
    if (!kept) {
      await mkdir(folder, { recursive: true });
      await writeFileAtomic(file, bytes);
    }
    return c.body(new Uint8Array(bytes), 200, {
      'Content-Type': type,
      'Cache-Control': keep,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    });
  });
}
