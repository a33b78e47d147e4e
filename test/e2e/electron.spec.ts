import { join } from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';
import { findElectron } from '../../scripts/lib/ensure-electron.mjs';
import { test as base, expect } from './support/fixtures.ts';

const binary = findElectron();

const test = base.extend<{ program: ElectronApplication; workspace: string }>({
  workspace: async ({ folder }, use) => use(join(folder, 'workspace')),
  program: async ({ workspace }, use) => {
    const args = ['.', '--workspace', workspace, '--no-sandbox'];
    const program = await _electron.launch({ ...(binary ? { executablePath: binary } : {}), args });
    await use(program);
    await program.close();
  },
});

test.skip(binary === null, 'Electron’s binary is not on this machine: the shell contract test stands in for it.');

test('the window shows the studio over its own scheme', async ({ program }) => {
  const page = await program.firstWindow();
  await expect(page.getByRole('main')).toBeVisible();
  expect(await page.evaluate(() => location.origin)).toBe('showhow://app');
});

test('the page has no Node, and only the bridge', async ({ program }) => {
  const page = await program.firstWindow();
  await expect(page.getByRole('main')).toBeVisible();
  const found = await page.evaluate(() => ({
    node: ['require', 'process', 'module'].filter((name) => name in window),
    bridge: Object.keys((window as unknown as { showhow: object }).showhow),
  }));
  expect(found).toEqual({ node: [], bridge: ['onCaptureChoice', 'answerCaptureChoice', 'keepOutOfPicture', 'showWorkspace', 'giveUp'] });
});

test('the API answers in the page, with a body sent and a stream opened', async ({ program, workspace }) => {
  const page = await program.firstWindow();
  await expect(page.getByRole('main')).toBeVisible();
  const status = await page.evaluate(async () => (await fetch('/api/system/status', { method: 'POST' })).json());
  expect(status).toMatchObject({ json: { shell: 'electron', workspace } });
});

test('nothing but capture is granted', async ({ program }) => {
  const page = await program.firstWindow();
  await expect(page.getByRole('main')).toBeVisible();
  const state = await page.evaluate(async () => (await navigator.permissions.query({ name: 'geolocation' })).state);
  expect(state).toBe('denied');
});

test('links to the web do not open in the window', async ({ program }) => {
  const page = await program.firstWindow();
  await expect(page.getByRole('main')).toBeVisible();
  const opened = await program.evaluateHandle(({ shell }) => {
    const addresses: string[] = [];
    shell.openExternal = async (url) => void addresses.push(url);
    return addresses;
  });
  await page.evaluate(() => void window.open('https://hub.example/m/1'));
  await expect.poll(() => opened.jsonValue()).toEqual(['https://hub.example/m/1']);
  expect(program.windows()).toHaveLength(1);
});

test('the person chooses in the studio’s own page what is recorded', async ({ program }) => {
  const page = await program.firstWindow();
  await expect(page.getByRole('main')).toBeVisible();
  const kind = page.evaluate(async () => (await navigator.mediaDevices.getDisplayMedia({ video: true })).getVideoTracks()[0]?.kind);
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Choose' }).click();
  expect(await kind).toBe('video');
});

test('the embedded hub runs, and ends with the program', async ({ program, workspace }) => {
  const page = await program.firstWindow();
  await expect(page.getByRole('main')).toBeVisible();
  const status = () => page.evaluate(async () => (await (await fetch('/api/system/status', { method: 'POST' })).json()).json);
  await expect.poll(async () => (await status()).embeddedHub?.url ?? null, { timeout: 30_000 }).not.toBeNull();
  expect((await status()).workspace).toBe(workspace);
});
