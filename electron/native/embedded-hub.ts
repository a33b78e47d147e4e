import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { utilityProcess } from 'electron';
import { type EmbeddedHub, embeddedHubArguments, followHub } from '../../src/main/host/embedded-hub.ts';

/** Starts the hub in a process of Electron's, which ends with it. A packaged Electron refuses to run as plain Node. */
export function startEmbeddedHub(out: string, workspace: string): EmbeddedHub {
  const child = utilityProcess.fork(join(out, 'main', 'showhow.js'), embeddedHubArguments(join(workspace, 'hub')), {
    stdio: ['ignore', 'pipe', 'inherit'],
    serviceName: 'Showhow hub',
  });
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  // Electron's own kill only asks, on everything but Windows.
  const kill = () => {
    if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
  };
  return followHub({ output: child.stdout ?? new PassThrough(), exited, end: () => child.kill(), kill });
}
