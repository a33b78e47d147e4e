import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCore } from '../../../src/main/core.ts';
import { type Loopback, startLoopback } from '../../../src/main/host/loopback.ts';
import { faults } from '../../../src/shared/contract/faults.ts';
import { testHost } from '../support/host.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'showhow-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const call = (path: string, body: unknown = {}) =>
  new Request(`http://studio/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ json: body }),
  });

test('the status speaks of the workspace', async () => {
  const core = await createCore(testHost(folder));
  const answer = (await (await core.fetch(call('system/status'))).json()) as { json: { workspace: string; freeBytes: number } };
  expect(answer.json.workspace).toBe(folder);
  expect(answer.json.freeBytes).toBeGreaterThan(0);
  await core.close();
});

test('a call with a wrong input is refused with what is wrong', async () => {
  const core = await createCore(testHost(folder));
  const response = await core.fetch(call('jobs/cancel', { id: 'no id' }));
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ json: { code: 'INPUT_INVALID', data: { issues: [{ path: 'id' }] } } });
  await core.close();
});

test('a workspace that another core holds is refused, and free again when it closes', async () => {
  const first = await createCore(testHost(folder));
  await expect(createCore(testHost(folder))).rejects.toMatchObject({
    code: 'WORKSPACE_IN_USE',
    data: { path: folder, holder: { process: process.pid, computer: hostname() } },
  });
  await first.close();
  await (await createCore(testHost(folder))).close();
});

test('a workspace whose lock is taken away is let go of in order, and whoever still asks is refused', async () => {
  const core = await createCore(testHost(folder));
  await rm(`${folder}/.lock`, { recursive: true });
  await expect
    .poll(async () => (await core.fetch(call('system/status'))).status, { timeout: 10_000, interval: 200 })
    .toBe(faults.WORKSPACE_IN_USE.status);
  await core.close();
  await (await createCore(testHost(folder))).close();
});

test('a part that does not close leaves neither the database nor the lock behind', async () => {
  const core = await createCore(testHost(folder));
  core.studio.jobs.close = async () => Promise.reject(new Error('no'));
  await core.close();
  await (await createCore(testHost(folder))).close();
});

test('a database of a newer program is refused and left as it is', async () => {
  await (await createCore(testHost(folder))).close();
  const sqlite = new Database(join(folder, 'showhow.db'));
  sqlite.prepare("INSERT INTO kysely_migration VALUES ('9999-from-the-future', '2030-01-01')").run();
  sqlite.close();
  await expect(createCore(testHost(folder))).rejects.toMatchObject({ code: 'DATABASE_NEWER' });
});

test('a file that is no database is refused and left as it is', async () => {
  await writeFile(join(folder, 'showhow.db'), 'not a database at all');
  await expect(createCore(testHost(folder))).rejects.toMatchObject({ code: 'DATABASE_CORRUPT' });
  expect(await readFile(join(folder, 'showhow.db'), 'utf8')).toBe('not a database at all');
});

test('a database with damaged pages is refused', async () => {
  await (await createCore(testHost(folder))).close();
  const file = join(folder, 'showhow.db');
  const bytes = await readFile(file);
  bytes.fill(0xff, 4096);
  await writeFile(file, bytes);
  await expect(createCore(testHost(folder))).rejects.toMatchObject({ code: 'DATABASE_CORRUPT' });
});

async function onLoopback(work: (loopback: Loopback) => Promise<void>): Promise<void> {
  const core = await createCore(testHost(folder));
  const loopback = await startLoopback(core, { port: 0 });
  try {
    await work(loopback);
  } finally {
    await loopback.close();
    await core.close();
  }
}

test('without the token every address answers 401', () =>
  onLoopback(async ({ origin }) => {
    expect((await fetch(origin)).status).toBe(401);
    expect((await fetch(`${origin}/api/system/status`, { method: 'POST' })).status).toBe(401);
    expect((await fetch(`${origin}/session`, { method: 'POST', headers: { authorization: 'Bearer wrong' } })).status).toBe(401);
  }));

test('the token of the launch is exchanged for a strict cookie that opens the studio', () =>
  onLoopback(async ({ origin, url }) => {
    const token = new URL(url).hash.slice('#token='.length);
    const session = await fetch(`${origin}/session`, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
    const cookie = session.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).not.toContain(token);
    const status = await fetch(`${origin}/api/system/status`, { method: 'POST', headers: { cookie: cookie.split(';')[0] ?? '' } });
    expect(status.status).toBe(200);
  }));

test('a foreign Origin and a foreign Host answer 403, even with the token', () =>
  onLoopback(async ({ origin, url }) => {
    const authorization = `Bearer ${new URL(url).hash.slice('#token='.length)}`;
    const foreign = await fetch(`${origin}/api/system/status`, {
      method: 'POST',
      headers: { authorization, origin: 'http://evil.example' },
    });
    expect(foreign.status).toBe(403);
    const { request } = await import('node:http');
    const status = await new Promise((done) => {
      request(`${origin}/api/system/status`, { method: 'POST', headers: { authorization, host: 'evil.example' } }, (answer) =>
        done(answer.statusCode),
      ).end();
    });
    expect(status).toBe(403);
  }));
