import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { BenchRow } from '../bench/material.ts';
import { killedRecordings } from './kills.ts';
import { longRecording } from './long-recording.ts';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '30' }, kills: { type: 'string', default: '10' }, only: { type: 'string' } },
});
const rows: BenchRow[] = [];
if (values.only !== 'record') rows.push(...(await killedRecordings(Number(values.kills))));
if (values.only !== 'kills') rows.push(...(await longRecording(Number(values.minutes))));

const machine = { cores: availableParallelism(), processor: cpus()[0]?.model ?? 'unknown', node: process.version };
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
writeFileSync('out/soak.json', `${JSON.stringify({ measuredAt: new Date().toISOString(), machine, rows }, null, 2)}\n`);
if (rows.some(({ ok }) => ok === false)) process.exitCode = 1;
