import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { withNode } from './ensure-node.mjs';
import { inRoot, root } from './root.mjs';
import { run, tail } from './run.mjs';
import { Refusal, say } from './say.mjs';
import { fingerprint, glance } from './sources.mjs';

const stampPath = inRoot('out', '.build.json');
const results = ['main/showhow.js', 'main/electron.js', 'preload/preload.cjs', 'renderer/index.html', 'player/player.js'];

/** @returns {{ glance?: string, fingerprint?: string }} */
const readStamp = () => (existsSync(stampPath) ? JSON.parse(readFileSync(stampPath, 'utf8')) : {});

/** @param {{ glance: string, fingerprint: string }} stamp */
const writeStamp = (stamp) => writeFileSync(stampPath, JSON.stringify(stamp));

function buildFresh() {
  if (!results.every((file) => existsSync(inRoot('out', file)))) return false;
  const stamp = readStamp();
  const now = glance();
  if (stamp.glance === now) return true;
  const contents = fingerprint();
  if (stamp.fingerprint !== contents) return false;
  writeStamp({ glance: now, fingerprint: contents });
  return true;
}

/**
 * Builds the program into `out/`.
 * @param {string} node
 */
export async function build(node) {
  mkdirSync(inRoot('out'), { recursive: true });
  rmSync(stampPath, { force: true });
  const stamp = { glance: glance(), fingerprint: fingerprint() };
  const env = withNode(node);
  const runs = await Promise.all([
    run(node, [inRoot('node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'build'], { cwd: root, env }),
    run(node, [inRoot('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--config', 'player.vite.config.ts'], { cwd: root, env }),
  ]);
  const failed = runs.find(({ code }) => code !== 0);
  if (failed) throw new Refusal('The program could not be built. Mend what is named above and start again.', tail(failed.output));
  writeStamp(stamp);
}

/**
 * Builds where a source has changed since the last build.
 * @param {string} node
 */
export async function ensureBuild(node) {
  if (buildFresh()) return;
  say('Building, because the sources are newer than what is built.');
  await build(node);
}
