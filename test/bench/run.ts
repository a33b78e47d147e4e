import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { cancelBench } from './cancel.ts';
import { differenceBench } from './difference.ts';
import { finishBench } from './finish.ts';
import { healthBench } from './health.ts';
import { libraryBench } from './library.ts';
import { lintBench } from './lint.ts';
import type { BenchRow } from './material.ts';
import { memoryBench } from './memory.ts';
import { paintBench } from './paint.ts';
import { renditionsBench } from './renditions.ts';
import { machineOf, writeTable } from './report.ts';
import { roomBench } from './room.ts';
import { startBench } from './start.ts';
import { trimBench } from './trim.ts';
import { typingBench } from './typing.ts';

const benches: Record<string, () => Promise<BenchRow[]>> = {
  start: startBench,
  finish: finishBench,
  renditions: renditionsBench,
  trim: trimBench,
  cancel: cancelBench,
  room: roomBench,
  paint: paintBench,
  health: healthBench,
  library: libraryBench,
  lint: lintBench,
  typing: typingBench,
  memory: memoryBench,
  difference: differenceBench,
};

const { values } = parseArgs({ options: { only: { type: 'string' }, write: { type: 'boolean' } } });
if (values.only !== undefined && !(values.only in benches)) {
  throw new Error(`--only takes one of ${Object.keys(benches).join(', ')}`);
}

const loadBefore = loadavg();
const rows: BenchRow[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (values.only !== undefined && name !== values.only) continue;
  process.stderr.write(`${name} …\n`);
  rows.push(...(await bench()));
}

const machine = machineOf(loadBefore, loadavg());
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
const measured = { measuredAt: new Date().toISOString(), machine, rows };
writeFileSync('out/bench.json', `${JSON.stringify(measured, null, 2)}\n`);
// The page in docs/ is written only when it is asked for: figures of a busy machine are none.
if (values.write) writeTable('docs/performance.md', measured);
if (rows.some(({ ok }) => ok === false)) process.exitCode = 1;
