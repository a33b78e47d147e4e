import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test';
import { type Running, startProgram } from './program.ts';
import { watchForErrors } from './watch.ts';

export interface StudioProcess extends Running<{ studio: string; hub: string | null }> {
  /** Address with the launch token: opening it signs the browser in. */
  url: string;
  hubUrl: string | null;
  workspace: string;
}

export interface HubProcess extends Running<{ hub: string; setupCode: string | null }> {
  url: string;
  folder: string;
}

export interface StudioOptions {
  workspace?: string;
  /** The embedded hub; left out unless a test wants it, because it costs a second process. */
  hub?: boolean;
  env?: NodeJS.ProcessEnv;
}

interface Fixtures {
  /** An empty folder that is gone after the test. */
  folder: string;
  /** Starts a studio; all that were started are stopped after the test. */
  startStudio(options?: StudioOptions): Promise<StudioProcess>;
  startHub(options?: { folder?: string; port?: number; env?: NodeJS.ProcessEnv }): Promise<HubProcess>;
  /** A studio on a new workspace, without a hub. */
  studio: StudioProcess;
  /** A hub of its own in a new folder. */
  hub: HubProcess;
  /** A browser context of its own, so another person's sign-in; its pages are watched for errors as `page` is. */
  newPerson(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** Words in the page's console that this test provokes; anything else there fails it. */
  allowedErrors: RegExp[];
}

type Started = Pick<Running<unknown>, 'stop'>;

export const test = base.extend<Fixtures>({
  allowedErrors: [[], { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'showhow-test-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  startStudio: async ({ folder }, use) => {
    const started: Started[] = [];
    await use(async ({ workspace = join(folder, `studio-${started.length + 1}`), hub = false, env } = {}) => {
      const args = ['studio', '--workspace', workspace, '--port', '0', '--no-open', '--json', ...(hub ? [] : ['--no-hub'])];
      const running = await startProgram<StudioProcess['ready']>(args, env);
      started.push(running);
      return { ...running, url: running.ready.studio, hubUrl: running.ready.hub, workspace };
    });
    await Promise.all(started.map((running) => running.stop()));
  },
  startHub: async ({ folder }, use) => {
    const started: Started[] = [];
    await use(async ({ folder: place = join(folder, `hub-${started.length + 1}`), port = 0, env } = {}) => {
      const running = await startProgram<HubProcess['ready']>(['hub', '--folder', place, '--port', String(port), '--json'], env);
      started.push(running);
      return { ...running, url: running.ready.hub, folder: place };
    });
    await Promise.all(started.map((running) => running.stop()));
  },
  studio: async ({ startStudio }, use) => use(await startStudio()),
  hub: async ({ startHub }, use) => use(await startHub()),
  // Naming the programs here has them stopped after the pages were judged: a page may still be loading when its studio ends.
  newPerson: async ({ browser, allowedErrors, startStudio: _studio, startHub: _hub }, use) => {
    const made: { context: BrowserContext; verify(): void }[] = [];
    await use(async (options) => {
      const context = await browser.newContext(options);
      made.push({ context, verify: watchForErrors(context, allowedErrors) });
      return context;
    });
    await Promise.all(made.map(({ context }) => context.close()));
    for (const { verify } of made) verify();
  },
  context: async ({ context, allowedErrors, startStudio: _studio, startHub: _hub }, use) => {
    const verify = watchForErrors(context, allowedErrors);
    await use(context);
    verify();
  },
});

export { expect };

/** Opens the studio's page and waits until its session has replaced the token in the address. */
export async function openStudio(page: Page, { url }: Pick<StudioProcess, 'url'>, path = '/'): Promise<void> {
  const address = new URL(url);
  const { pathname, searchParams } = new URL(path, url);
  address.pathname = pathname;
  for (const [name, value] of searchParams) address.searchParams.set(name, value);
  await page.goto(address.href);
  await expect(page.getByRole('main')).toBeVisible();
}
