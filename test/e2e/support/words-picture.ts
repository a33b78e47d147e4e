import type { BrowserContext } from '@playwright/test';

/** A page of a program as a picture, its words in an ink on white. */
export async function wordsPicture(context: BrowserContext, ink: string): Promise<Buffer> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 700, height: 320 });
  await page.setContent(
    `<body style="margin: 48px; background: white; color: ${ink}; font: 18px/44px sans-serif">
      Open the monthly report<br>Choose a branch first<br>Draft saved yesterday</body>`,
  );
  const picture = await page.screenshot();
  await page.close();
  return picture;
}
