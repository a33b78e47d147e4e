import { expectAccessible } from './support/accessible.ts';
import { beginBlank } from './support/begin.ts';
import { expect, openStudio, test } from './support/fixtures.ts';
import { runShowhow } from './support/program.ts';

test('the studio opens from the address it printed, and forgets the token', async ({ page, studio }) => {
  await openStudio(page, studio);
  expect(new URL(page.url()).hash).toBe('');
  await page.reload();
  await expect(page.getByRole('main')).toBeVisible();
});

test('without the token there is only the page that says so', async ({ page, studio, newPerson }) => {
  await openStudio(page, studio);
  const stranger = await (await newPerson()).newPage();
  await stranger.goto(new URL('/', studio.url).href);
  await expect(stranger.getByText('This page belongs to a studio')).toBeVisible();
});

test('a request without the token, from another origin or for another host is refused', async ({ studio, playwright }) => {
  const { origin } = new URL(studio.url);
  const token = new URL(studio.url).hash.slice('#token='.length);
  const stranger = await playwright.request.newContext({ baseURL: origin });
  expect((await stranger.post('/api/takes/list')).status()).toBe(401);
  const headers = { Authorization: `Bearer ${token}` };
  expect((await stranger.get('/', { headers })).status()).toBe(200);
  expect((await stranger.post('/api/takes/list', { headers: { ...headers, Origin: 'https://elsewhere.example' } })).status()).toBe(403);
  expect((await stranger.get('/', { headers: { ...headers, Host: 'elsewhere.example' } })).status()).toBe(403);
  await stranger.dispose();
});

test.describe('an empty studio', () => {
  test.use({ allowedErrors: [/status of 404/] });

  test('is accessible on every page, in light and dark', async ({ page, studio }) => {
    test.slow();
    const none = '00000000-0000-4000-8000-000000000000';
    const rooms = ['/record', '/write', '/library', '/publish', '/reviews', '/insight', '/profile', '/settings'];
    const gone = [`/cut/${none}`, `/write/${none}`, `/write/${none}/history`, `/reviews/${none}`, '/no-such-page'];
    await openStudio(page, studio);
    for (const path of ['/', ...rooms, ...gone]) {
      await page.goto(new URL(path, studio.url).href);
      await expect(page.getByRole('main').getByRole('heading').first()).toBeAttached();
      await expectAccessible(page);
    }
  });
});

test('whoever follows a link by keyboard goes on in the page it leads to, and in the menu where it was there', async ({ page, studio }) => {
  await openStudio(page, studio);
  await page.getByRole('link', { name: 'Record your first take' }).press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Home' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.getByRole('link', { name: 'Library' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Library' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Library' })).toBeFocused();
  await beginBlank(page);
  await page.getByRole('button', { name: 'History' }).press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.goBack();
  await expect(page.getByRole('textbox', { name: 'Text of the module' })).toBeVisible();
  await expect(page.getByRole('main')).toBeFocused();
});

test('a second studio on the same workspace is told who has it', async ({ studio }) => {
  const { code, stderr } = await runShowhow(['studio', '--workspace', studio.workspace, '--port', '0', '--no-open', '--no-hub', '--json']);
  expect(code).toBe(1);
  expect(stderr).toContain('WORKSPACE_IN_USE: Another Showhow is using');
});

test('it ends when it is asked to, and the hub with it', async ({ startStudio }) => {
  const studio = await startStudio({ hub: true });
  const { hubUrl } = studio;
  expect(hubUrl).not.toBeNull();
  expect(await studio.stop()).toBe(0);
  await expect(fetch(hubUrl ?? '')).rejects.toThrow();
});
