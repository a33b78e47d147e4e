import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrations } from '../../../src/main/database/migrations.ts';
import type { Tables } from '../../../src/main/database/tables.ts';
import { openDatabase } from '../../../src/node/sqlite.ts';
import { openStudio } from '../support/studio.ts';
import { withFolder } from './media/material.ts';

const id = '11111111-1111-4111-8111-111111111111';

test('a workspace of the first release opens with everything in it, and its takes can be given captions', async () => {
  await withFolder(async (folder) => {
    await mkdir(join(folder, 'work'));
    const first = { '0001-the-loop': migrations['0001-the-loop'] ?? { up: async () => undefined } };
    const { kysely } = await openDatabase<Tables>(join(folder, 'work', 'showhow.db'), first);
    const take = { id, title: 'Closing', origin: 'imported', state: 'ready', created_at: '2026-11-01T10:00:00.000Z', duration: 4 };
    await kysely
      .insertInto('takes')
      .values({ ...take, tracks: '[]', marks: '[]', discarded_at: null })
      .execute();
    const list = {
      version: 1,
      clips: [{ id: 'a', source: id, from: 0, to: 4 }],
      camera: { shown: true, corner: 'top-left', size: 0.2, shape: 'round' },
    };
    const edit = { id, take_id: id, title: 'Closing', version: 3, list: JSON.stringify(list), updated_at: take.created_at };
    await kysely.insertInto('edits').values(edit).execute();
    await kysely.destroy();

    const { core, client } = await openStudio(join(folder, 'work'));
    try {
      expect(await client.edits.get({ id })).toMatchObject({ version: 3, list: { chapters: [], opening: null } });
      expect(await client.captions.get({ take: id })).toBeNull();
      const cues = [{ id: 'a', from: 0, to: 1, text: 'Open the till.' }];
      const saved = await client.captions.save({ take: id, version: 0, language: 'en', origin: { by: 'hand' }, cues });
      expect(saved).toMatchObject({ version: 1, cues });
    } finally {
      await core.close();
    }
  });
});
