import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const Ready = z.object({ hub: z.url(), setupCode: z.string().nullable() });

export interface EmbeddedHub {
  /** The address, or null where it could not start. */
  ready: Promise<{ url: string; setupCode: string | null } | null>;
  address(): { url: string; setupCode: string | null } | null;
  close(): Promise<void>;
}

/** The port of last time: links to published modules and the studio's sign-in hang on it. */
function lastPort(folder: string): string {
  const file = join(folder, 'port');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : '0';
}

/**
 * Starts the hub as a process of its own, so that its fall does not take the studio along. It ends when its standard
 * input closes, so also when this process is killed.
 */
export function startEmbeddedHub(folder: string): EmbeddedHub {
  const entry = process.argv[1] ?? '';
  const child = spawn(process.execPath, [entry, 'hub', '--embedded', '--folder', folder, '--port', lastPort(folder)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = new Promise<void>((done) => {
    child.once('exit', () => done());
    child.once('error', () => done());
  });
  let address: { url: string; setupCode: string | null } | null = null;
  const first = new Promise<string | null>((line) => {
    createInterface(child.stdout).once('line', line);
    exited.then(() => line(null));
  });
  const ready = first.then((line) => {
    if (line === null) return null;
    const { hub, setupCode } = Ready.parse(JSON.parse(line));
    address = { url: hub, setupCode };
    return address;
  });
  return {
    ready,
    address: () => address,
    async close() {
      child.stdin.end();
      const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await exited;
      clearTimeout(late);
    },
  };
}
