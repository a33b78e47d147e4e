import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { type Browser, chromium } from '@playwright/test';
import { findChromium } from '../../../scripts/lib/find-chromium.mjs';

export interface KillableBrowser {
  browser: Browser;
  /** Ends every process of the browser as a crash does. */
  kill(): Promise<void>;
  /** Lets every process of the browser stand still for a while, as a machine does that sleeps. Linux only. */
  sleep(seconds: number): Promise<void>;
  close(): Promise<void>;
}

/** A process and all that came from it. */
function familyOf(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // The name of the program stands in brackets and may hold anything; what comes after it is the state and the parent.
        const [, parent] = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
        return [{ pid: Number(name), parent: Number(parent) }];
      } catch {
        // It ended meanwhile.
        return [];
      }
    });
  const children = (of: number): number[] =>
    parents.filter(({ parent }) => parent === of).flatMap((child) => [child.pid, ...children(child.pid)]);
  return [pid, ...children(pid)];
}

function signal(pids: number[], name: NodeJS.Signals): void {
  for (const pid of pids) process.kill(pid, name);
}

/** A browser of the test's own, for tests in which it dies. */
export async function launchBrowser(args: string[]): Promise<KillableBrowser> {
  const executablePath = findChromium();
  const server = await chromium.launchServer({
    ...(executablePath ? { executablePath } : {}),
    args,
    // Playwright mutes Chromium, and a muted tab has no sound to record.
    ignoreDefaultArgs: ['--mute-audio'],
  });
  const browser = await chromium.connect(server.wsEndpoint());
  return {
    browser,
    kill: () => server.kill(),
    async sleep(seconds) {
      const family = familyOf(server.process().pid ?? Number.NaN);
      signal(family, 'SIGSTOP');
      await setTimeout(seconds * 1000);
      signal(family, 'SIGCONT');
    },
    close: () => server.close(),
  };
}
