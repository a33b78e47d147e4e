import { type BenchRow, median } from './material.ts';
import { withStudioPage, withWorkspace } from './studio.ts';

const rounds = 5;

/** What the browser says of the start page, once signed in: from the navigation to the first contents, and to the end of loading. */
export const paintBench = (): Promise<BenchRow[]> =>
  withWorkspace((workspace) =>
    withStudioPage(workspace, async (page) => {
      const paints: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        await page.reload();
        await page.getByRole('main').waitFor();
        // The browser tells of a paint only after it.
        const paint = await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
        paints.push(Number(await paint.jsonValue()));
      }
      return [{ name: 'Start page to first paint', value: median(paints), unit: 'ms' }];
    }),
  );
