import { openStudio as openCore, type TestStudio } from '../integration/support/studio.ts';
import { fillWorkspace, type Language, makeLanguage } from './library-corpus.ts';
import type { BenchRow } from './material.ts';
import { drawn } from './room.ts';
import { withStudioPage, withWorkspace } from './studio.ts';

const modules = 10_000;
const queries = 400;
const searchTarget = 10;

/** As people type: one to three words, the last of them often not finished yet; now and then a phrase. */
function query({ next, word }: Language): string {
  const words = Array.from({ length: 1 + Math.floor(next() * 3) }, word);
  if (next() < 0.1) return `"${words.join(' ')}"`;
  if (next() < 0.5) return words.join(' ');
  return words.join(' ').slice(0, -2);
}

const at = (sorted: readonly number[], share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;

async function searching({ client }: TestStudio, language: Language): Promise<BenchRow[]> {
  const times: number[] = [];
  for (let index = 0; index < queries; index += 1) {
    const words = query(language);
    const started = performance.now();
    await client.library.find({ words, count: 20 });
    times.push(performance.now() - started);
  }
  const sorted = times.toSorted((one, other) => one - other);
  const value = at(sorted, 0.95);
  return [
    {
      name: 'Search over 10,000 modules with transcripts: 95 of 100 within',
      value,
      unit: 'ms',
      target: searchTarget,
      ok: value <= searchTarget,
    },
    { name: 'Half of them within', value: at(sorted, 0.5), unit: 'ms' },
    { name: 'The slowest', value: at(sorted, 1), unit: 'ms' },
  ];
}

async function inCore(workspace: string): Promise<BenchRow[]> {
  const language = makeLanguage();
  const studio = await openCore(workspace);
  try {
    await fillWorkspace(studio.core, language, modules);
    const started = performance.now();
    await studio.client.library.find({ count: 0 });
    const indexed = (performance.now() - started) / 1000;
    return [...(await searching(studio, language)), { name: 'Reading 10,000 modules into the catalogue, once', value: indexed, unit: 's' }];
  } finally {
    await studio.core.close();
  }
}

const watched = 5_000;
const smoothTarget = 0.98;
const openTarget = 150;

/** From the press on its name to the first card, and how much of 60 pictures a second are drawn while all of it runs by. */
const looking = (workspace: string): Promise<BenchRow[]> =>
  withStudioPage(workspace, async (page) => {
    const place = page.getByRole('link', { name: 'Library', exact: true });
    await place.waitFor();
    const opened = await place.evaluate(
      (link) =>
        new Promise<number>((done) => {
          const started = performance.now();
          const watch = () => {
            if (document.querySelector('[data-index] h3')) done(performance.now() - started);
            else requestAnimationFrame(watch);
          };
          (link as HTMLElement).click();
          watch();
        }),
    );
    await page.mouse.move(800, 500);
    const measured = drawn(page, watched);
    for (const began = performance.now(); performance.now() - began < watched; ) await page.mouse.wheel(0, 600);
    const { frames, longest } = await measured;
    const share = frames / (60 * (watched / 1000));
    return [
      { name: 'Opening the library of 10,000 modules', value: opened, unit: 'ms', target: openTarget, ok: opened <= openTarget },
      { name: 'Pictures it draws while it scrolls', value: 60 * share, unit: 'a second', target: 59, ok: share >= smoothTarget },
      { name: 'The longest time it draws none', value: longest, unit: 'ms' },
    ];
  });

/** Search over 10,000 modules in the core, and the page that shows them. */
export const libraryBench = (): Promise<BenchRow[]> =>
  withWorkspace(async (workspace) => [...(await inCore(workspace)), ...(await looking(workspace))]);
