import { mkdtemp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
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
  // Closed again: nothing is left that only an open database has.
  expect((await readdir(folder)).filter((name) => /-(wal|shm)$/.test(name))).toEqual([]);
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
  expect((await readdir(folder)).filter((name) => /-(wal|shm)$/.test(name))).toEqual([]);
});

const noteFile = () => join(folder, 'showhow.db-closed');
const checkedAt = async (): Promise<string> => JSON.parse(await readFile(noteFile(), 'utf8')).checkedAt;

test('a database that is as it was left is not looked through again, for a week', async () => {
  await (await createCore(testHost(folder))).close();
  const first = await checkedAt();
  await (await createCore(testHost(folder))).close();
  expect(await checkedAt()).toBe(first);

  const note = JSON.parse(await readFile(noteFile(), 'utf8'));
  await writeFile(noteFile(), JSON.stringify({ ...note, checkedAt: new Date(Date.now() - 8 * 24 * 3600 * 1000).toISOString() }));
  await (await createCore(testHost(folder))).close();
  expect((await checkedAt()) > first).toBe(true);
});

test('whoever is killed leaves no note, and a note of another file or half a note says nothing', async () => {
  const core = await createCore(testHost(folder));
  await expect(stat(noteFile())).rejects.toMatchObject({ code: 'ENOENT' });
  await core.close();
  const first = await checkedAt();
  // The same bytes, put back from a copy.
  await writeFile(join(folder, 'showhow.db'), await readFile(join(folder, 'showhow.db')));
  await (await createCore(testHost(folder))).close();
  const second = await checkedAt();
  expect(second > first).toBe(true);
  await writeFile(noteFile(), '{"bytes":');
  await (await createCore(testHost(folder))).close();
  expect((await checkedAt()) > second).toBe(true);
  // The database was taken away, and its note was not.
  await rm(join(folder, 'showhow.db'));
  await (await createCore(testHost(folder))).close();
  await checkedAt();
});

test('damage that is met while working is told as damage, and refused at the next start', async () => {
  const core = await createCore(testHost(folder));
  const file = join(folder, 'showhow.db');
  await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(core.studio.database);
  const { size } = await stat(file);
  const handle = await open(file, 'r+');
  await handle.write(Buffer.alloc(size - 4096, 0xff), 0, size - 4096, 4096);
  await handle.close();
  const response = await core.fetch(call('takes/list'));
  expect(await response.json()).toMatchObject({ json: { code: 'DATABASE_CORRUPT', data: { path: file } } });
  await core.close();
  await expect(createCore(testHost(folder))).rejects.toMatchObject({ code: 'DATABASE_CORRUPT' });
});

test('a disk on which the database finds no room is told as full', async () => {
  const core = await createCore(testHost(folder));
  await sql`PRAGMA max_page_count = 1`.execute(core.studio.database);
  let answer = { code: '' };
  for (let tries = 0; answer.code === undefined || answer.code === ''; tries += 1) {
    expect(tries).toBeLessThan(500);
    answer = ((await (await core.fetch(call('modules/create'))).json()) as { json: typeof answer }).json;
  }
  expect(answer).toMatchObject({ code: 'DISK_FULL', data: { freeBytes: 0 } });
  await core.close();
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
