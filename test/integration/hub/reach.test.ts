import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrations } from '../../../src/hub/database/migrations.ts';
import type { HubTables } from '../../../src/hub/database/tables.ts';
import { reach } from '../../../src/hub/insights/reach.ts';
import { openDatabase } from '../../../src/node/sqlite.ts';
import type { ModuleContent } from '../../../src/shared/model/module.ts';
import { emptyProfile } from '../../../src/shared/model/profile.ts';
import type { MomentQuiz } from '../../../src/shared/model/quiz/model.ts';
import { folder } from './support.ts';

const now = new Date().toISOString();
const hash = 'a'.repeat(64);
const quiz: MomentQuiz = {
  kind: 'order',
  question: 'In which order?',
  explanation: '',
  items: ['one', 'two'].map((id) => ({ id, text: id, feedback: '' })),
};

it('has answered right who was right in every question, those in videos included', async () => {
  const { kysely: database } = await openDatabase<HubTables>(join(await folder(), 'hub.db'), migrations);
  const [author, moduleId, videoId, inVideo, alone] = Array.from({ length: 5 }, () => randomUUID()) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const person = async (id: string) => {
    await database
      .insertInto('user')
      .values({ id, name: 'Lea', email: `${id}@example.com`, emailVerified: 1, image: null, createdAt: now, updatedAt: now })
      .execute();
    return id;
  };
  await person(author);
  const video = { id: videoId, media: hash, poster: null, title: '', duration: 9, width: 16, height: 9 };
  const content: ModuleContent = {
    title: 'Blades',
    objective: '',
    language: 'en',
    body: {
      type: 'doc',
      content: [
        { type: 'video', attrs: { ...video, questions: [{ id: inVideo, at: 3, quiz }] } },
        { type: 'quiz', attrs: { id: alone, quiz } },
      ],
    },
  };
  const module = { id: moduleId, author_id: author, title: 'Blades', state: 'published' as const, round: 1, revision: hash };
  const approval = { approved_revision: hash, approved_by: null, published_revision: hash, published_at: now, reasons: null };
  await database
    .insertInto('modules')
    .values({ ...module, ...approval, created_at: now, updated_at: now })
    .execute();
  await database
    .insertInto('revisions')
    .values({
      module_id: moduleId,
      hash,
      round: 1,
      content: JSON.stringify(content),
      author: JSON.stringify(emptyProfile),
      handed_in_at: now,
    })
    .execute();
  await database
    .insertInto('publications')
    .values({ id: randomUUID(), module_id: moduleId, revision: hash, published_by: author, published_at: now, retired_at: null })
    .execute();
  const answers = (personId: string, blockId: string, success: number) =>
    database
      .insertInto('statements')
      .values({
        id: randomUUID(),
        person_id: personId,
        module_id: moduleId,
        revision: hash,
        block_id: blockId,
        verb: 'answered',
        success,
        statement: '{}',
        stored_at: now,
      })
      .execute();
  // Six are right in both; five know only the question that stands by itself.
  for (let index = 0; index < 11; index += 1) {
    const id = await person(randomUUID());
    await answers(id, alone, 1);
    await answers(id, inVideo, index < 6 ? 1 : 0);
  }
  expect(await reach({ database }, author)).toMatchObject([{ moduleId, answeredRight: 6 }]);
  await database.destroy();
});
