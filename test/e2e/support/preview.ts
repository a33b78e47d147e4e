import type { FrameLocator, Page } from '@playwright/test';

/** The preview of the module that was opened, once its script is there: a key that is pressed before goes nowhere. */
export async function previewOf(page: Page): Promise<FrameLocator> {
  const frame = page.frameLocator('iframe[title="Preview of the module"]');
  await frame.locator('body.showhow-page').evaluate(() => customElements.whenDefined('showhow-video').then(() => undefined));
  return frame;
}
