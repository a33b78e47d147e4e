import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './root.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

const folder = inRoot('node_modules', 'electron');
/** Goes away with the package, so another version is tried anew. */
const triedPath = inRoot('node_modules', 'electron', '.tried');

/** Long enough for 110 MB over a slow line, short enough not to be mistaken for a hang. */
const downloadBound = 4 * 60_000;
const answerBound = 5_000;

/** @returns {string | null} path of Electron's executable, where it is on this machine */
export function findElectron() {
  const pathFile = inRoot('node_modules', 'electron', 'path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = inRoot('node_modules', 'electron', 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(binary) ? binary : null;
}

/** Whether a window could be shown at all. */
export const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Asks before the long download, because a closed network often answers with silence. Behind a proxy the download itself must find out. */
async function answers() {
  if (process.env.HTTPS_PROXY || process.env.https_proxy) return true;
  const place = process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror || 'https://github.com/electron/electron/releases/';
  try {
    await fetch(place, { method: 'HEAD', signal: AbortSignal.timeout(answerBound) });
    return true;
  } catch {
    return false;
  }
}

/**
 * Fetches Electron's executable, once for each version of the package. Never fails: without it the studio opens in the browser.
 * `SHOWHOW_ELECTRON=skip` leaves it out.
 * @param {string} node
 */
export async function ensureElectron(node) {
  if (process.env.SHOWHOW_ELECTRON === 'skip' || !existsSync(folder) || findElectron() || existsSync(triedPath)) return;
  say('Fetching Electron, once. SHOWHOW_ELECTRON=skip leaves it out.');
  writeFileSync(triedPath, '');
  if (await answers()) await run(node, [inRoot('node_modules', 'electron', 'install.js')], { bound: downloadBound });
  if (!findElectron()) {
    say('Electron could not be fetched here; the studio runs in the browser. `npx install-electron` fetches it later.');
  }
}
