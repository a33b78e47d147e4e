import type { BrowserContext, Page } from '@playwright/test';
import { expect, type HubProcess } from './fixtures.ts';

const password = 'well kept secret';

async function enterAccount(page: Page, name: string): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail').fill(`${name.toLowerCase()}@example.com`);
  await page.getByLabel('Password').fill(password);
}

/** Makes the first account of a hub, which may do everything there. */
export async function setUpHub(context: BrowserContext, hub: HubProcess, name: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${hub.url}/setup`);
  await page.getByLabel('Setup code').fill(hub.ready.setupCode ?? '');
  await enterAccount(page, name);
  await page.getByRole('button', { name: 'Make the first account' }).click();
  await expect(page.getByRole('heading', { name: `Hello, ${name}` })).toBeVisible();
  return page;
}

/** An invitation link, made by an administrator on the page of people. */
export async function invite(admin: Page, hub: HubProcess, roles: RegExp[]): Promise<string> {
  await admin.goto(`${hub.url}/people`);
  const form = admin.locator('form').filter({ has: admin.getByRole('button', { name: 'Make an invitation' }) });
  for (const role of roles) await form.getByRole('checkbox', { name: role }).check();
  await form.getByRole('button', { name: 'Make an invitation' }).click();
  return admin.getByLabel(/Send this link/).inputValue();
}

/** Takes an invitation: a new person at the hub, signed in. */
export async function join(context: BrowserContext, link: string, name: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(link);
  await enterAccount(page, name);
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByRole('heading', { name: `Hello, ${name}` })).toBeVisible();
  return page;
}

/** Connects the studio of this page to a hub: the address there, the yes to its code at the hub. */
export async function connectStudio(page: Page, hub: HubProcess, name: string): Promise<void> {
  await page.goto(new URL('/publish', page.url()).href);
  await page.getByLabel('Address of the hub').fill(hub.url);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  const code = await page.getByLabel('Code', { exact: true }).innerText();
  const [approval] = await Promise.all([page.context().waitForEvent('page'), page.getByRole('link', { name: 'Open the hub' }).click()]);
  expect((await approval.getByLabel('Code in the studio').inputValue()).replaceAll('-', '')).toBe(code.replaceAll('-', ''));
  await approval.getByRole('button', { name: 'Connect this studio' }).click();
  await expect(approval.getByRole('status')).toHaveText('The studio is connected. Go back to it.');
  await approval.close();
  await expect(page.getByText(`as ${name}`)).toBeVisible({ timeout: 20_000 });
}
