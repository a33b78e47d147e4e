import { spawnSync } from 'node:child_process';
import { withNode } from './ensure-node.mjs';
import { inRoot, root } from './root.mjs';

/**
 * Runs a TypeScript file of this repository in the foreground, with this command's arguments and exit code.
 * @param {string} node
 * @param {string} file
 * @param {NodeJS.ProcessEnv} [env]
 */
export function runScript(node, file, env = {}) {
  const args = [inRoot(file), ...process.argv.slice(2)];
  const { status } = spawnSync(node, args, { cwd: root, env: { ...withNode(node), ...env }, stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
