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
/** High enough for a lesson to stand on the page as a whole. */
export const tall: Size[] = desk.map((size) => ({ ...size, height: 6000 }));
export const phone: Size = { name: 'phone', width: 390, height: 844 };

/** Those that README and the guide show, and the names they know them by. */
const chosen = new Map([
  ['home-full-light-1280', 'home'],
  ['record-light-1280', 'record'],
  ['cut-light-1280', 'cut'],
  ['write-light-1280', 'write'],
  ['publish-light-1280', 'publish'],
  ['hub-review-light-1280', 'hub-review'],
  ['hub-start-light-1280', 'hub-start'],
  ['hub-module-light-1280', 'hub-module'],
  ['cut-finished-light-1280', 'finished'],
  ['write-begin-light-1280', 'begin'],
  ['write-drafted-light-1280', 'drafted'],
  ['library-found-light-1280', 'library'],
  ['hub-queue-light-1280', 'hub-queue'],
  ['review-by-file-light-1280', 'review-by-file'],
  ['insight-light-1280', 'insight'],
]);

/** 128 colours are enough for a page, and a third of the bytes. */
const fewColours = 'split[a][b];[a]palettegen=max_colors=128[p];[b][p]paletteuse=dither=none';

/** Takes a page in both themes and in each size; the page has settled when nothing is loading or moving. */
export async function takeShots(page: Page, pageName: string, sizes: Size[]): Promise<void> {
  await mkdir(join(folder, 'all'), { recursive: true });
  for (const theme of themes) {
    await showIn(page, theme);
    for (const { name: size, width, height } of sizes) {
      await page.setViewportSize({ width, height });
      await page.evaluate(() => Promise.all([document.fonts.ready, new Promise((done) => setTimeout(done, 250))]));
      await page.waitForFunction(() =>
        [...document.querySelectorAll('video')].every(
          (video) => video.readyState >= 2 || video.networkState !== HTMLMediaElement.NETWORK_LOADING,
        ),
      );
      const shot = `${pageName}-${theme}-${size}`;
      const path = join(folder, 'all', `${shot}.png`);
      await page.screenshot({ path });
      const name = chosen.get(shot);
      if (name) await exec('ffmpeg', ['-y', '-v', 'error', '-i', path, '-vf', fewColours, join(folder, `${name}.png`)]);
    }
  }
}
