import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { launchBrowser } from '../e2e/support/browser.ts';
import { openStudio, type StudioProcess } from '../e2e/support/fixtures.ts';
import { plainFlags } from '../e2e/support/flags.ts';
import { startProgram } from '../e2e/support/program.ts';

/** Runs work in a workspace of its own, and leaves nothing behind. */
export async function withWorkspace<T>(work: (workspace: string) => Promise<T>): Promise<T> {
  const workspace = await mkdtemp(join(tmpdir(), 'showhow-bench-'));
  try {
    return await work(workspace);
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

/** Runs work on the studio of a workspace. */
export async function withStudio<T>(workspace: string, work: (studio: StudioProcess) => Promise<T>): Promise<T> {
  const args = ['studio', '--workspace', workspace, '--port', '0', '--no-open', '--no-hub', '--json'];
  const running = await startProgram<StudioProcess['ready']>(args);
  try {
    return await work({ ...running, url: running.ready.studio, hubUrl: null, workspace });
  } finally {
    await running.stop();
  }
}

/** Runs work on the studio of a workspace of its own. */
export const withOwnStudio = <T>(work: (studio: StudioProcess) => Promise<T>): Promise<T> =>
  withWorkspace((workspace) => withStudio(workspace, work));

/** Runs work on the start page of the studio of a workspace, in a browser of its own. */
export const withStudioPage = <T>(workspace: string, work: (page: Page, browser: Browser) => Promise<T>): Promise<T> =>
  withStudio(workspace, async (studio) => {
    const { browser, close } = await launchBrowser(plainFlags);
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      await openStudio(page, studio);
      return await work(page, browser);
    } finally {
      await close();
    }
  });
