import { spawn } from 'node:child_process';
import { type EmbeddedHub, embeddedHubArguments, followHub } from '../main/host/embedded-hub.ts';

/**
 * Starts the hub as a process of its own, so that its fall does not take the studio along. It ends when its standard
 * input closes, so also when this process is killed.
 */
export function startEmbeddedHub(folder: string): EmbeddedHub {
  const entry = process.argv[1] ?? '';
  const child = spawn(process.execPath, [entry, ...embeddedHubArguments(folder)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = new Promise<void>((done) => {
    child.once('exit', () => done());
    child.once('error', () => done());
  });
  return followHub({ output: child.stdout, exited, end: () => child.stdin.end(), kill: () => child.kill('SIGKILL') });
}
