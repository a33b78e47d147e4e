import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { constants } from 'node:os';
import { pathToFileURL } from 'node:url';
import { inRoot } from './root.mjs';
import { Refusal } from './say.mjs';

const entry = inRoot('out', 'main', 'showhow.js');
/** V8's compiled code of earlier starts: a third of the time to ready. */
const compileCache = inRoot('.cache', 'compile');

/**
 * Runs a program in the foreground: it gets this one's signals, ends when this one does, and gives its exit code.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<void>}
 */
export function foreground(command, args, env) {
  // The channel closes however this process ends, and `showhow` ends when its channel closes.
  const child = spawn(command, args, { env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill('SIGTERM'));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('exit', (code, signal) => {
      process.exitCode = code ?? 128 + (signal ? constants.signals[signal] : 0);
      if (child.connected) child.disconnect();
      done();
    });
  });
}

/**
 * Runs the built command `showhow`: in this process where its Node is the right one, which spares a start, else in a child.
 * @param {string} node
 * @param {string[]} args
 */
export async function runShowhow(node, args) {
  if (!existsSync(entry)) throw new Refusal(`Showhow is not built yet. Run \`npm run build\` in ${inRoot()} first.`);
  if (node !== process.execPath) return foreground(node, [entry, ...args], { ...process.env, NODE_COMPILE_CACHE: compileCache });
  module.enableCompileCache(compileCache);
  process.argv = [process.execPath, entry, ...args];
  await import(pathToFileURL(entry).href);
}
