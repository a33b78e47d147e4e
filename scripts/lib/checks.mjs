import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { inRoot, root } from './root.mjs';
import { run } from './run.mjs';

/** @typedef {{ name: string, script: string[], args: string[] }} Check */

const rooms = ['src', 'electron', 'test'].filter((room) => existsSync(inRoot(room)));

/** @type {Check[]} */
export const staticChecks = [
  ...readdirSync(inRoot('tools', 'types')).map((file) => ({
    name: `types ${file.replace('.json', '')}`,
    script: ['typescript', 'bin', 'tsc'],
    args: ['-p', `tools/types/${file}`],
  })),
  { name: 'format and lint', script: ['@biomejs', 'biome', 'bin', 'biome'], args: ['check', '--error-on-warnings', '.'] },
  {
    name: 'import rules',
    script: ['dependency-cruiser', 'bin', 'dependency-cruiser.mjs'],
    args: ['--config', '.dependency-cruiser.mjs', ...rooms],
  },
  { name: 'dead code', script: ['knip', 'bin', 'knip.js'], args: [] },
];

/** @type {Check} */
export const unitTests = { name: 'unit tests', script: ['vitest', 'vitest.mjs'], args: ['run', '--project', 'unit'] };

/**
 * Runs checks, as many at once as there are cores, and says of each how it went.
 * @param {string} node
 * @param {Check[]} checks
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runChecks(node, checks) {
  const queue = [...checks];
  const tally = { passed: 0, failed: 0 };
  const worker = async () => {
    for (let check = queue.shift(); check; check = queue.shift()) {
      const started = performance.now();
      const { code, output } = await run(node, [inRoot('node_modules', ...check.script), ...check.args], { cwd: root });
      console.log(`${code === 0 ? '✓' : '✗'} ${check.name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
      if (code !== 0) console.log(output);
      tally[code === 0 ? 'passed' : 'failed'] += 1;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return tally;
}
