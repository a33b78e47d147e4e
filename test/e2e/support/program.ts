import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

export const showhow = resolve('out/main/showhow.js');

export interface Running<Ready> {
  ready: Ready;
  process: ChildProcess;
  /** What it said on stderr so far. */
  said(): string;
  /** Asks it to end, as Ctrl-C does, and waits; gives the exit code. */
  stop(): Promise<number | null>;
  /** Ends it as a crash does. */
  kill(): Promise<void>;
}

/** Starts the built program and waits for the one line of JSON it prints when it is ready. */
export async function startProgram<Ready>(args: string[], env: NodeJS.ProcessEnv = {}): Promise<Running<Ready>> {
  if (!existsSync(showhow)) throw new Error('Nothing is built yet: run `npm run build` before the browser tests.');
  const child = spawn(process.execPath, [showhow, ...args], { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  let errors = '';
  child.stderr.on('data', (data) => {
    errors += data;
  });
  const exited = once(child, 'exit');
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  const first = await Promise.race([
    once(createInterface(child.stdout), 'line').then(([line]) => String(line)),
    exited.then(() => Promise.reject(new Error(`\`showhow ${args.join(' ')}\` ended before it was ready:\n${errors}`))),
  ]);
  return {
    ready: JSON.parse(first),
    process: child,
    said: () => errors,
    async stop() {
      if (!isOver()) child.kill('SIGTERM');
      if (!isOver()) await exited;
      return child.exitCode;
    },
    async kill() {
      if (!isOver()) child.kill('SIGKILL');
      if (!isOver()) await exited;
    },
  };
}

/** Runs a command of the built program to its end. */
export async function runShowhow(args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [showhow, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (data) => {
    output.stdout += data;
  });
  child.stderr.on('data', (data) => {
    output.stderr += data;
  });
  await once(child, 'close');
  return { code: child.exitCode, ...output };
}
