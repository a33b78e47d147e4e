import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import type { BenchRow } from './material.ts';

export interface Machine {
  cores: number;
  processor: string;
  memory: number;
  node: string;
  platform: string;
  /** Programs that wanted a core in the last minute, before and after; the benchmark itself is among those after. */
  load: { before: number; after: number };
}

export const machineOf = (before: readonly number[], after: readonly number[]): Machine => ({
  cores: availableParallelism(),
  processor: cpus()[0]?.model ?? 'unknown',
  memory: Math.round(totalmem() / 1e9),
  node: process.version,
  platform: process.platform,
  load: { before: before[0] ?? Number.NaN, after: after[0] ?? Number.NaN },
});

const [begin, end] = ['<!-- figures: written by `npm run bench -- --write` -->', '<!-- end of figures -->'];

const figure = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 1));

const row = ({ name, value, unit, target, ok }: BenchRow): string =>
  `| ${name} | ${figure(value)} ${unit} | ${target === undefined ? '' : `${target} ${unit}`} | ${ok === undefined ? '' : ok ? 'met' : 'missed'} |`;

/** Puts the figures between the marks of a page, and leaves the rest of it as it is. */
export function writeTable(
  file: string,
  { measuredAt, machine, rows }: { measuredAt: string; machine: Machine; rows: readonly BenchRow[] },
): void {
  const { cores, processor, memory, node, platform, load } = machine;
  const on = `${measuredAt.slice(0, 10)}, ${processor}, ${cores} cores, ${memory} GB, ${platform}, Node ${node}; load ${load.before.toFixed(1)} before, ${load.after.toFixed(1)} after.`;
  const table = ['| What | Measured | Bound | |', '| --- | --- | --- | --- |', ...rows.map(row)];
  const text = readFileSync(file, 'utf8');
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`${file} has no marks for the figures`);
  writeFileSync(file, `${text.slice(0, from + begin.length)}\n\n${on}\n\n${table.join('\n')}\n\n${text.slice(to)}`);
}
