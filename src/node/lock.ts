import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { lock } from 'proper-lockfile';
import { Fault } from '../shared/contract/faults.ts';

/**
 * Makes a folder ours until the returned function is called. A lock whose owner died goes stale after ten seconds
 * without a sign of life, so a crash never locks anyone out for longer.
 */
export async function lockFolder(path: string): Promise<() => Promise<void>> {
  try {
    await mkdir(path, { recursive: true });
    await access(path, constants.W_OK);
  } catch (error) {
    throw new Fault('WORKSPACE_UNWRITABLE', { path }, { cause: error });
  }
  try {
    return await lock(path, { lockfilePath: `${path}/.lock`, stale: 10_000, update: 2_500, retries: 0 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ELOCKED') throw new Fault('WORKSPACE_IN_USE', { path }, { cause: error });
    throw error;
  }
}
