import { type BrowserContext, expect, type Page } from '@playwright/test';
import type { HubProcess } from './fixtures.ts';

const password = 'correct horse battery';

/** Makes the first account of a hub, on its own page. */
export async function setUpHub(context: BrowserContext, hub: Pick<HubProcess, 'url' | 'ready'>, name = 'Ada Okoro'): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${hub.url}/setup#code=${hub.ready.setupCode}`);
  const code = page.getByLabel('Setup code');
  if ((await code.count()) > 0 && (await code.inputValue()) === '') await code.fill(hub.ready.setupCode ?? '');
  await fillAccount(page, name, 'ada@example.com');
  await expect(page.getByRole('link', { name: 'Start' })).toBeVisible();
  return page;
}

async function fillAccount(page: Page, name: string, email: string): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.locator('form.sheet button[type=submit]').click();
}

/** Invites someone with these roles and lets her join in a context of her own. */
export async function joinHub(admin: Page, context: BrowserContext, name: string, email: string, roles: string[]): Promise<Page> {
  const hub = new URL(admin.url()).origin;
  await admin.goto(`${hub}/people`);
  for (const role of roles) await admin.locator(`#invite-${role}`).check();
  await admin.getByRole('button', { name: 'Make an invitation' }).click();
  const link = await admin.locator('#link').inputValue();
  const page = await context.newPage();
  await page.goto(link);
  await fillAccount(page, name, email);
  await expect(page.getByRole('link', { name: 'Start' })).toBeVisible();
  return page;
}

/** Ends the sign-in of a page's browser and signs someone else in there. */
export async function signInTo(page: Page, hub: Pick<HubProcess, 'url'>, email: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto(`${hub.url}/sign-in`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('link', { name: 'Start' })).toBeVisible();
}
