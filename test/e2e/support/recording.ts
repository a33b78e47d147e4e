import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import type { Take } from '../../../src/shared/model/take.ts';
import { launchBrowser } from './browser.ts';
import { expect, openStudio, type StudioProcess } from './fixtures.ts';
import { type FakeDevices, recordingFlags } from './flags.ts';
import { flashTitle, serveFlashPage } from './flash-page.ts';
import { middle } from './onsets.ts';

/** Flags with which the flashing tab is what a recorder is given. */
export const flashFlags = (devices: FakeDevices = {}): string[] => recordingFlags({ screen: { titled: flashTitle }, ...devices });

export interface RecorderPage {
  page: Page;
  /** By how much the tab itself showed each of its flashes after their tones, in seconds. */
  lateness(): Promise<number[]>;
  /** The middle one of these. */
  shownLate(): Promise<number>;
  close(): Promise<void>;
}

/** A browser with the flashing tab and, beside it, the page that records. */
export async function openRecorder(
  browser: Browser,
  studio: Pick<StudioProcess, 'url'>,
  permissions = ['camera', 'microphone'],
): Promise<RecorderPage> {
  const flash = await serveFlashPage();
  const context = await browser.newContext({ permissions, viewport: { width: 1280, height: 800 } });
  const shown = await context.newPage();
  await shown.goto(flash.url);
  const page = await context.newPage();
  await openStudio(page, studio, '/record');
  const lateness = () => shown.evaluate(() => (window as unknown as { lateness: number[] }).lateness);
  return {
    page,
    lateness,
    shownLate: async () => middle(await lateness()),
    close: flash.close,
  };
}

/** The same in a browser of its own that ends with what is done in it. */
export async function withRecorder(
  studio: Pick<StudioProcess, 'url'>,
  flags: string[],
  use: (recorder: RecorderPage) => Promise<void>,
  permissions?: string[],
): Promise<void> {
  const { browser, close } = await launchBrowser(flags);
  try {
    const recorder = await openRecorder(browser, studio, permissions);
    try {
      await use(recorder);
    } finally {
      await recorder.close();
    }
  } finally {
    await close();
  }
}

export const menuChoice = async (page: Page, source: RegExp, choice: RegExp): Promise<void> => {
  await page.getByRole('button', { name: source }).click();
  await page.getByRole('menuitem', { name: choice }).first().click();
};

/** Presses record and leaves out the countdown, which ends by itself where the machine is too busy to press in time. */
export async function pressRecord(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await page
    .getByRole('button', { name: 'Begin now' })
    .click({ timeout: 4000 })
    .catch(() => undefined);
}

/** The same, and waits until the take runs. */
export async function beginRecording(page: Page): Promise<void> {
  await pressRecord(page);
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
}

/** The take time the page shows, in seconds. */
export async function shownTime(page: Page): Promise<number> {
  const text = await page
    .getByText(/^\d+:\d\d$/)
    .first()
    .innerText();
  const [minutes, seconds] = text.split(':').map(Number);
  return (minutes ?? 0) * 60 + (seconds ?? 0);
}

/** Waits until a take is as long as that, in seconds, by the page's own count: a busy machine begins later than the clock on the wall. */
export const untilRecorded = (page: Page, seconds: number): Promise<void> =>
  expect.poll(() => shownTime(page), { timeout: (seconds + 30) * 1000 }).toBeGreaterThanOrEqual(seconds);

/** The takes of a workspace, as the studio tells them. */
export async function takes(page: Page): Promise<Take[]> {
  const answer = await page.request.post(new URL('/api/takes/list', page.url()).href, { data: { json: {} } });
  return ((await answer.json()) as { json: Take[] }).json;
}

/** The one take of a workspace. */
export async function onlyTake(page: Page): Promise<Take> {
  const all = await takes(page);
  expect(all).toHaveLength(1);
  return all[0] as Take;
}

/** Where the only take of a workspace lies. */
export async function takeFolderOf({ workspace }: StudioProcess): Promise<string> {
  const [id] = await readdir(join(workspace, 'takes'));
  return join(workspace, 'takes', String(id));
}

export interface JournalEntry {
  type: string;
  at?: number;
  time: string;
  event?: { type: string; kind?: string };
}

/** Waits for what comes after a take, and goes on to the cut where the take gave reason to stop there. */
export async function toCuttingRoom(page: Page): Promise<void> {
  const go = page.getByRole('button', { name: 'Go on to the cut' });
  await expect(async () => {
    // Where the take is well the page goes on by itself, and the button may leave while it is pressed.
    if (await go.isVisible()) await go.click({ timeout: 1000 }).catch(() => undefined);
    expect(page.url()).toMatch(/\/cut\//);
  }).toPass({ timeout: 80_000 });
}

export async function journalOf(studio: StudioProcess): Promise<JournalEntry[]> {
  const text = await readFile(join(await takeFolderOf(studio), 'journal.jsonl'), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as JournalEntry);
}

/** What the person did to the take; what happened to it by itself is left out. */
export const personsLines = async (studio: StudioProcess): Promise<JournalEntry[]> =>
  (await journalOf(studio)).filter(({ type }) => type !== 'event');
