import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { migrations } from '../../../src/hub/database/migrations.ts';
import type { HubTables } from '../../../src/hub/database/tables.ts';
import { asksFrom } from '../../../src/hub/relations/asks.ts';
import { openDatabase } from '../../../src/node/sqlite.ts';
import { folder } from './support.ts';

test('a hub of the first release is opened with its questions and answers', async () => {
  const file = join(await folder(), 'hub.db');
  const first = Object.fromEntries(Object.entries(migrations).slice(0, 2));
  const old = (await openDatabase<HubTables>(file, first)).kysely;
  const at = '2026-11-01T08:00:00.000Z';
  for (const id of ['ann', 'bo'])
    await sql`INSERT INTO user (id, name, email, emailVerified, createdAt, updatedAt) VALUES (${id}, ${id}, ${id}, 1, ${at}, ${at})`.execute(
      old,
    );
  await sql`INSERT INTO asks (id, author_id, from_id, text, created_at, answer, answered_at)
    VALUES ('018f2f10-0000-7000-8000-000000000001', 'bo', 'ann', 'Why?', ${at}, 'Because.', ${at})`.execute(old);
  await old.destroy();

  const { kysely: database } = await openDatabase<HubTables>(file, migrations);
  expect(await asksFrom({ database }, 'ann')).toMatchObject([{ text: 'Why?', answer: { text: 'Because.', module: null } }]);
  await database.destroy();
});
