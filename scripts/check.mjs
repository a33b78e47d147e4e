// `npm run check`: types per runtime, format and lint, import rules, unit tests. All of it, then one verdict.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** @param {string} name */
const bin = (name) => `node_modules/.bin/${name}`;
const rooms = ['src', 'electron', 'test'].filter((room) => existsSync(room));

/** @typedef {{ name: string, command: string, args: string[] }} Step */

/** @type {Step[]} */
const steps = [
  ...readdirSync('tools/types').map((file) => ({
    name: `types ${file.replace('.json', '')}`,
    command: bin('tsc'),
    args: ['-p', `tools/types/${file}`],
  })),
  { name: 'format and lint', command: bin('biome'), args: ['check', '--error-on-warnings', '.'] },
  { name: 'import rules', command: bin('depcruise'), args: ['--config', '.dependency-cruiser.mjs', ...rooms] },
  { name: 'unit tests', command: bin('vitest'), args: ['run', '--project', 'unit'] },
];

/** @param {Step} step @returns {Promise<boolean>} whether it passed */
const run = ({ name, command, args }) =>
  new Promise((done) => {
    const started = performance.now();
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('close', (code) => {
      console.log(`${code === 0 ? '✓' : '✗'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
      if (code !== 0) console.log(output);
      done(code === 0);
    });
  });

const queue = [...steps];
/** @type {boolean[]} */
const verdicts = [];
const worker = async () => {
  for (let step = queue.shift(); step; step = queue.shift()) verdicts.push(await run(step));
};
await Promise.all(Array.from({ length: Math.max(1, availableParallelism()) }, worker));
process.exitCode = verdicts.every(Boolean) ? 0 : 1;
