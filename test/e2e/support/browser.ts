import { type Browser, chromium } from '@playwright/test';
import { findChromium } from '../../../scripts/lib/find-chromium.mjs';

export interface KillableBrowser {
  browser: Browser;
  /** Ends every process of the browser as a crash does. */
  kill(): Promise<void>;
  close(): Promise<void>;
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
  return { browser, kill: () => server.kill(), close: () => server.close() };
}
