import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { migrations } from '../../../src/hub/database/migrations.ts';
import type { HubTables } from '../../../src/hub/database/tables.ts';
import { asksFrom } from '../../../src/hub/relations/asks.ts';
import { commentsOn } from '../../../src/hub/reviews/comments/read.ts';
import { logOf, verifyLog } from '../../../src/hub/reviews/log/log.ts';
import { placedIn } from '../../../src/hub/reviews/places.ts';
import { openDatabase } from '../../../src/node/sqlite.ts';
import { ModuleContent } from '../../../src/shared/model/module.ts';
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

const module = '018f2f10-0000-7000-8000-000000000010';
const block = '018f2f10-0000-7000-8000-000000000011';

/** A hub that vetted before comments had anchors and before there was a log. */
async function beforeVetting(file: string): Promise<void> {
  const old = (await openDatabase<HubTables>(file, Object.fromEntries(Object.entries(migrations).slice(0, 4)))).kysely;
  const at = '2026-11-01T08:00:00.000Z';
  const revision = 'a'.repeat(64);
  const content = JSON.stringify({
    title: 'Blade',
    objective: 'Safely',
    language: 'en',
    body: { type: 'doc', content: [{ type: 'paragraph', attrs: { id: block }, content: [{ type: 'text', text: 'First the plug.' }] }] },
  });
  await sql`INSERT INTO user (id, name, email, emailVerified, createdAt, updatedAt) VALUES ('bo', 'Bo', 'bo', 1, ${at}, ${at})`.execute(
    old,
  );
  await sql`INSERT INTO modules (id, author_id, title, state, round, revision, approved_revision, approved_by, created_at, updated_at)
    VALUES (${module}, 'bo', 'Blade', 'approved', 2, ${revision}, ${revision}, 'bo', ${at}, ${at})`.execute(old);
  await sql`INSERT INTO revisions (module_id, hash, round, content, author, handed_in_at) VALUES (${module}, ${revision}, 2, ${content}, '{}', ${at})`.execute(
    old,
  );
  for (const [number, on, resolved] of [
    [1, block, at],
    [2, null, null],
  ] as const)
    await sql`INSERT INTO comments (id, module_id, revision, round, block_id, author_id, text, created_at, resolved_at)
      VALUES (${`018f2f10-0000-7000-8000-00000000002${number}`}, ${module}, ${revision}, 1, ${on}, 'bo', 'Which plug?', ${at}, ${resolved})`.execute(
      old,
    );
  await old.destroy();
}

test('a hub of before comments had anchors keeps them, and who settled what as far as it was known', async () => {
  const file = join(await folder(), 'hub.db');
  await beforeVetting(file);
  const { kysely: database } = await openDatabase<HubTables>(file, migrations);
  const comments = await commentsOn({ database }, module);
  expect(comments).toMatchObject([
    { anchor: { kind: 'block', blockId: block }, severity: 'should', turns: [{ state: 'resolved', by: 'Someone' }] },
    { anchor: { kind: 'module' }, turns: [], replies: [] },
  ]);
  const changed = ModuleContent.parse({
    title: 'Blade',
    objective: 'Safely',
    language: 'en',
    body: { type: 'doc', content: [{ type: 'paragraph', attrs: { id: block }, content: [{ type: 'text', text: 'First the red plug.' }] }] },
  });
  const [placed] = await placedIn({ database }, module, comments, changed);
  expect(placed?.place).toEqual({ now: 'changed', blockId: block });
  await database.destroy();
});

test('its log begins with how each module stood, and can only be added to', async () => {
  const file = join(await folder(), 'hub.db');
  await beforeVetting(file);
  const { kysely: database } = await openDatabase<HubTables>(file, migrations);
  expect(await logOf({ database }, module)).toMatchObject([
    { seq: 1, what: 'carried-over', detail: { state: 'approved', approvedBy: 'bo' } },
  ]);
  expect(await verifyLog({ database })).toMatchObject({ entries: 1, brokenAt: null });
  await expect(sql`UPDATE review_log SET entry = '{}'`.execute(database)).rejects.toThrow('only ever added to');
  await expect(sql`DELETE FROM review_log`.execute(database)).rejects.toThrow('only ever added to');
  await sql`DROP TRIGGER review_log_no_update`.execute(database);
  await sql`UPDATE review_log SET entry = replace(entry, 'approved', 'retired')`.execute(database);
  expect((await verifyLog({ database })).brokenAt).toBe(1);
  await database.destroy();
});
