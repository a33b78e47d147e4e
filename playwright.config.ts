import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/lib/find-chromium.mjs';
import { plainFlags } from './test/e2e/support/flags.ts';

const chromium = findChromium();

/** Browser tests run against what `npm run build` made; `npm test` builds first. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'out/test/e2e',
  // Recording wants a core for the browser and one for the program; two tests at once would drop frames.
  workers: 1,
  // Real time passes in many of these, and a machine that stood still for a moment fails one. A second try tells that from a fault;
  // what needed one is said in the closing lines.
  retries: process.env.CI ? 1 : 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    launchOptions: { ...(chromium ? { executablePath: chromium } : {}), args: plainFlags, ignoreDefaultArgs: ['--mute-audio'] },
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
});
