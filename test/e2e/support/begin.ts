import { expect, type Page } from '@playwright/test';

/** Begins an empty module from the page that offers the ways to begin, and waits for its desk. */
export async function beginBlank(page: Page): Promise<void> {
  await page.goto(new URL('/write', page.url()).href);
  await takeBlank(page);
}

/** The same from that page. */
export async function takeBlank(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Blank', exact: true }).click();
  await expect(page).toHaveURL(/\/write\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('textbox', { name: 'Text of the module' })).toBeVisible();
}
