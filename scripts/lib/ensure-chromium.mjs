import { aptInstall } from './apt.mjs';
import { inRoot } from './root.mjs';
import { run } from './run.mjs';
import { Refusal, say } from './say.mjs';

const downloadBound = 5 * 60_000;

/**
 * The browser for the browser tests: one that is here, else Debian's, else Playwright's download.
 * @param {string} node
 * @returns {Promise<string>} path of its executable
 */
export async function ensureChromium(node) {
  // Only here, because the packages may have been installed a moment ago.
  const { findChromium } = await import('./find-chromium.mjs');
  const here = findChromium();
  if (here) return here;
  if (!(await aptInstall('chromium'))) {
    say('Fetching a Chromium for the browser tests, once.');
    await run(node, [inRoot('node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium'], { bound: downloadBound });
  }
  const brought = findChromium();
  if (brought) return brought;
  throw new Refusal(
    'The browser tests need a Chromium. Install chromium or Google Chrome, or name one in SHOWHOW_CHROMIUM, and start again.',
  );
}
