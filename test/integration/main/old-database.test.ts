import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { migrations } from '../../../src/main/database/migrations.ts';
import type { Tables } from '../../../src/main/database/tables.ts';
import { openDatabase } from '../../../src/node/sqlite.ts';
import { openStudio } from '../support/studio.ts';

test('a workspace of the first release is opened with what is in it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'showhow-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const old = (await openDatabase<Tables>(join(folder, 'showhow.db'), Object.fromEntries(Object.entries(migrations).slice(0, 1)))).kysely;
  const id = '018f2f10-0000-7000-8000-000000000001';
  await sql`INSERT INTO takes (id, title, origin, state, created_at, duration, tracks, marks)
    VALUES (${id}, 'Old take', 'recorded', 'ready', '2026-11-01T08:00:00.000Z', 5, '[]', '[]')`.execute(old);
  await old.destroy();

  const { core, client } = await openStudio(folder);
  expect(await client.takes.get({ id })).toMatchObject({ title: 'Old take', duration: 5 });
  expect(await client.insights.answering({ moduleId: id })).toBeNull();
  await core.close();
});
