import { existsSync, readFileSync } from 'node:fs';
import { withNode } from './ensure-node.mjs';
import { inRoot, root } from './root.mjs';
import { run, tail } from './run.mjs';
import { Refusal, say } from './say.mjs';

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> }} Lock */

/**
 * @param {string} path
 * @returns {Lock | null}
 */
function readLock(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    // npm writes its record last, so a missing or broken one means an installation that never ended.
    if (error instanceof SyntaxError || /** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Whether npm's own record of what it installed agrees with the lockfile, and what it names is there: a folder can be lost after npm wrote its record.
 * Optional packages may be missing: not every machine can have them.
 */
export function packagesFresh() {
  const wanted = readLock(inRoot('package-lock.json'));
  const installed = readLock(inRoot('node_modules', '.package-lock.json'));
  if (!wanted || !installed) return false;
  return Object.entries(wanted.packages).every(([place, { version, optional, devOptional }]) => {
    if (place === '') return true;
    const mayMiss = optional || devOptional;
    if (!installed.packages[place]) return mayMiss;
    return installed.packages[place].version === version && (mayMiss || existsSync(inRoot(place)));
  });
}

/**
 * Installs the packages of the lockfile where they are not installed yet.
 * @param {string} node
 * @returns {Promise<boolean>} whether anything was installed
 */
export async function ensurePackages(node) {
  if (packagesFresh()) return false;
  say('Installing the packages, once (under a minute on most machines).');
  const { code, output } = await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: root, env: withNode(node) });
  if (code === 0) return true;
  throw new Refusal('The packages could not be installed. Check the network and the room on the disk, and start again.', tail(output));
}
