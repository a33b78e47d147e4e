import { existsSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { inRoot } from './root.mjs';
import { run, tail } from './run.mjs';
import { Refusal, say } from './say.mjs';

/** What package.json says under `engines`; older ones lack parts of the module loader and crash in better-sqlite3. */
const oldest = { major: 22, minor: 12 };

/** @param {string} version */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > oldest.major || (major === oldest.major && minor >= oldest.minor);
}

const brought = () =>
  [
    inRoot('tools', 'node', 'node_modules', '.bin', 'node'),
    inRoot('tools', 'node', 'node_modules', `node-win-${process.arch}`, 'bin', 'node.exe'),
  ].find((path) => existsSync(path));

/**
 * The Node to run everything with: this one, or where it is too old one that npm brings into `tools/node`.
 * @returns {Promise<string>} path of an executable
 */
export async function ensureNode() {
  if (isNewEnough(process.version)) return process.execPath;
  const before = brought();
  if (before) return before;
  say(`Node ${process.version} is older than ${oldest.major}.${oldest.minor}. Bringing a newer one into tools/node, once.`);
  // npm looks for its lockfile in the working directory, not under --prefix.
  const { output } = await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: inRoot('tools', 'node') });
  const after = brought();
  const version = after ? await run(after, ['--version']) : null;
  if (after && version?.code === 0 && isNewEnough(version.output.trim())) return after;
  throw new Refusal(
    `A newer Node could not be brought. Install Node ${oldest.major}.${oldest.minor} or newer from https://nodejs.org and start again.`,
    tail(version?.code ? version.output : output),
  );
}

/**
 * The environment in which `node` is the given one, also for whatever a script starts.
 * @param {string} node
 * @returns {NodeJS.ProcessEnv}
 */
export const withNode = (node) => ({ ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` });
