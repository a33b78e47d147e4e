import { constants } from 'node:fs';
import { access, mkdir, readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';
import writeFileAtomic from 'write-file-atomic';
import { Fault } from '../shared/contract/faults.ts';
import { LockHolder } from '../shared/model/lock-holder.ts';

const holderFile = (path: string): string => join(path, '.lock-holder.json');

/** Who said last that the folder is theirs; null where nobody did. */
async function readHolder(path: string): Promise<LockHolder | null> {
  try {
    return LockHolder.parse(JSON.parse(await readFile(holderFile(path), 'utf8')));
  } catch {
    // Only words are lost: the lock itself is another file.
    return null;
  }
}

/**
 * Makes a folder ours until the returned function is called. A lock whose owner died goes stale after ten seconds
 * without a sign of life, so a crash never locks anyone out for longer. `lost` is told where the lock was taken from us
 * while we still worked (a disk that went away, a computer that slept): two at once would write over each other.
 */
export async function lockFolder(path: string, lost: (error: Error) => void): Promise<() => Promise<void>> {
  try {
    await mkdir(path, { recursive: true });
    await access(path, constants.W_OK);
  } catch (error) {
    throw new Fault('WORKSPACE_UNWRITABLE', { path }, { cause: error });
  }
  try {
    let isLost = false;
    const onCompromised = (error: Error) => {
      isLost = true;
      lost(error);
    };
    const release = await lock(path, { lockfilePath: `${path}/.lock`, stale: 10_000, update: 2_500, retries: 0, onCompromised });
    const holder: LockHolder = { process: process.pid, computer: hostname(), since: new Date().toISOString() };
    await writeFileAtomic(holderFile(path), JSON.stringify(holder));
    return async () => {
      // One that was lost is another's, or gone: there is nothing to let go of.
      if (!isLost) await release();
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ELOCKED')
      throw new Fault('WORKSPACE_IN_USE', { path, holder: await readHolder(path) }, { cause: error });
    throw error;
  }
}
