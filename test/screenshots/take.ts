import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { useTheme as showIn, themes } from '../e2e/support/theme.ts';

const exec = promisify(execFile);
const folder = join('docs', 'screenshots');

interface Size {
  name: string;
  width: number;
  height: number;
}

export const desk: Size[] = [
  { name: '1280', width: 1280, height: 800 },
  { name: '1920', width: 1920, height: 1080 },
];
export const phone: Size = { name: 'phone', width: 390, height: 844 };

/** Those that README shows, as `<page>-<theme>-<size>`. */
const chosen = new Set([
  'home-full-light-1280',
  'record-light-1280',
  'cut-light-1280',
  'write-light-1280',
  'hub-review-light-1280',
  'publish-light-1280',
  'hub-start-light-1280',
  'hub-module-light-1280',
]);

/** Takes a page in both themes and in each size; the page has settled when nothing is loading or moving. */
export async function takeShots(page: Page, name: string, sizes: Size[]): Promise<void> {
  await mkdir(join(folder, 'all'), { recursive: true });
  for (const theme of themes) {
    await showIn(page, theme);
    for (const { name: size, width, height } of sizes) {
      await page.setViewportSize({ width, height });
      await page.evaluate(() => Promise.all([document.fonts.ready, new Promise((done) => setTimeout(done, 250))]));
      await page.waitForFunction(() =>
        [...document.querySelectorAll('video')].every((video) => video.error || video.readyState >= 2 || !video.src),
      );
      const shot = `${name}-${theme}-${size}`;
      const path = join(folder, 'all', `${shot}.png`);
      await page.screenshot({ path });
      if (chosen.has(shot)) await exec('ffmpeg', ['-y', '-v', 'error', '-i', path, '-q:v', '4', join(folder, `${shot}.jpg`)]);
    }
  }
}
