import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type BenchRow, median } from './material.ts';

const rounds = 3;
const target = 2;

/** From `npm start` to the line that says that studio and hub are ready, with everything built; the first run fills the caches. */
export async function startBench(): Promise<BenchRow[]> {
  const workspace = await mkdtemp(join(tmpdir(), 'showhow-bench-'));
  const times: number[] = [];
  try {
    for (let round = 0; round <= rounds; round += 1) {
      const time = await startOnce(workspace);
      if (round > 0) times.push(time);
    }
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
  const value = median(times);
  return [{ name: 'npm start to ready', value, unit: 's', target, ok: value <= target }];
}

async function startOnce(workspace: string): Promise<number> {
  const started = performance.now();
  const args = ['start', '--', '--workspace', workspace, '--port', '0', '--no-open', '--json'];
  const child = spawn('npm', args, { stdio: ['ignore', 'pipe', 'inherit'], shell: process.platform === 'win32' });
  // npm may go before the program it started, which holds the workspace, and the output, until it has ended.
  const ended = once(child, 'close');
  const lines = createInterface(child.stdout);
  const ready = new Promise<number>((done, failed) => {
    lines.on('line', (line) => line.startsWith('{') && done((performance.now() - started) / 1000));
    lines.once('close', () => failed(new Error('The program ended before it was ready')));
  });
  try {
    return await ready;
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}
