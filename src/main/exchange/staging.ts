import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { asDiskFull } from '../../node/disk-full.ts';
import { Fault } from '../../shared/contract/faults.ts';
import { requireSpace } from '../media/import-file.ts';
import type { Studio } from '../studio.ts';
import { largestOf } from './kind.ts';

/** A file that came in from a page and is not a module yet. */
export interface Staged {
  id: string;
  name: string;
  path: string;
}

/** Files between page and workspace. They are of no use to the next start, which throws them away. */
export interface Staging {
  receive(name: string, body: ReadableStream<Uint8Array>, bytes: number, signal: AbortSignal): Promise<Staged>;
  /** Throws NOT_FOUND. */
  staged(id: string): Staged;
  drop(id: string): Promise<void>;
}

export function createStaging({ paths }: Studio): Staging {
  const folder = join(paths.cache, 'imports');
  const files = new Map<string, Staged>();
  const cleared = rm(folder, { recursive: true, force: true }).then(() => mkdir(folder, { recursive: true }));
  // Whoever stages first hears of it.
  cleared.catch(() => undefined);

  return {
    async receive(name, body, bytes, signal) {
      await cleared;
      await mkdir(folder, { recursive: true });
      await requireSpace(paths.root, bytes);
      const id = randomUUID();
      const path = join(folder, id);
      try {
        await pipeline(body, meter(name), createWriteStream(path), { signal });
        if ((await stat(path)).size === 0) throw new Fault('MEDIA_EMPTY', { name });
      } catch (error) {
        await rm(path, { force: true });
        throw signal.aborted ? new Fault('CANCELLED', {}) : asDiskFull(error, bytes);
      }
      const staged = { id, name, path };
      files.set(id, staged);
      return staged;
    },
    staged(id) {
      const found = files.get(id);
      if (!found) throw new Fault('NOT_FOUND', { what: 'file' });
      return found;
    },
    async drop(id) {
      const found = files.get(id);
      files.delete(id);
      if (found) await rm(found.path, { force: true });
    },
  };
}

/** Counts what passes and refuses more than a file of this name may have. */
function meter(name: string): Transform {
  const maxBytes = largestOf(name);
  let passed = 0;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      passed += chunk.byteLength;
      if (passed > maxBytes) done(new Fault('MEDIA_TOO_LARGE', { name, maxBytes }));
      else done(null, chunk);
    },
  });
}
