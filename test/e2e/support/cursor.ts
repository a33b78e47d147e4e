import type { Page } from '@playwright/test';

/**
 * Waits until the editor has brought its own cursor back, as it does a moment after it gets the focus: a key that moves the cursor
 * sooner, as no person presses it, may be undone by that. Timers of a page end in their order, however busy it is.
 */
export const cursorRests = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done, 50))));
