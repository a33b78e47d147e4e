import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './root.mjs';

/** Everything that what is built depends on. */
const sources = ['src', 'electron', 'resources', 'electron.vite.config.ts', 'player.vite.config.ts', 'package-lock.json', 'tsconfig.json'];

/**
 * @param {string} path
 * @returns {{ path: string, stat: string }[]}
 */
function filesUnder(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [{ path, stat: `${stat.mtimeMs} ${stat.size}` }];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

const list = () => sources.flatMap((source) => filesUnder(inRoot(source)));

/** Names, times and sizes: read in a few milliseconds, and the same as long as nothing was touched. */
export function glance() {
  const hash = createHash('sha256');
  for (const { path, stat } of list()) hash.update(`${path} ${stat}\n`);
  return hash.digest('hex');
}

/** Names and contents: the same after a checkout that changed only the times. */
export function fingerprint() {
  const hash = createHash('sha256');
  for (const { path } of list()) hash.update(`${path}\n`).update(readFileSync(path));
  return hash.digest('hex');
}
