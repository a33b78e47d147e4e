import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { finishBench } from './finish.ts';
import { healthBench } from './health.ts';
import type { BenchRow } from './material.ts';
import { memoryBench } from './memory.ts';
import { paintBench } from './paint.ts';
import { startBench } from './start.ts';
import { trimBench } from './trim.ts';

const benches: Record<string, () => Promise<BenchRow[]>> = {
  start: startBench,
  finish: finishBench,
  trim: trimBench,
  paint: paintBench,
  health: healthBench,
  memory: memoryBench,
};

const { values } = parseArgs({ options: { only: { type: 'string' } } });
if (values.only !== undefined && !(values.only in benches)) {
  throw new Error(`--only takes one of ${Object.keys(benches).join(', ')}`);
}

const rows: BenchRow[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (values.only !== undefined && name !== values.only) continue;
  process.stderr.write(`${name} …\n`);
  rows.push(...(await bench()));
}

const machine = {
  cores: availableParallelism(),
  processor: cpus()[0]?.model ?? 'unknown',
  node: process.version,
  platform: process.platform,
};
console.table(
  rows.map(({ name, value, unit, target, ok }) => ({
    what: name,
    value: Number(value.toFixed(2)),
    unit,
    target: target ?? '',
    verdict: ok === undefined ? '' : ok ? 'met' : 'missed',
  })),
);
mkdirSync('out', { recursive: true });
writeFileSync('out/bench.json', `${JSON.stringify({ measuredAt: new Date().toISOString(), machine, rows }, null, 2)}\n`);
if (rows.some(({ ok }) => ok === false)) process.exitCode = 1;
