// `npm run check`: types per runtime, format and lint, import rules, unit tests. All of it, then one verdict.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';

const bin = (name) => `node_modules/.bin/${name}`;
const steps = [
  ...readdirSync('tools/types').map((file) => [`types ${file.replace('.json', '')}`, bin('tsc'), ['-p', `tools/types/${file}`]]),
  ['format and lint', bin('biome'), ['check', '--error-on-warnings', '.']],
  ['import rules', bin('depcruise'), ['--config', '.dependency-cruiser.mjs', 'src', 'electron', 'test']],
  ['unit tests', bin('vitest'), ['run', '--project', 'unit']],
];

const run = ([name, command, args]) =>
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
const verdicts = [];
const worker = async () => {
  for (let step = queue.shift(); step; step = queue.shift()) verdicts.push(await run(step));
};
await Promise.all(Array.from({ length: Math.max(1, availableParallelism()) }, worker));
process.exitCode = verdicts.every(Boolean) ? 0 : 1;
