import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { LearningRecord } from '../../../src/shared/xapi/record.ts';
import { published } from './colleagues.ts';
import { manifest } from './studio.ts';
import { joins, setUp, startHub, type Visitor } from './support.ts';

const send = (visitor: Visitor, records: unknown) =>
  visitor.request('/xapi/statements', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(records),
  });

const opened = ({ moduleId, revision }: { moduleId: string; revision: string }): LearningRecord => ({
  id: randomUUID(),
  at: new Date().toISOString(),
  session: randomUUID(),
  moduleId,
  revision,
  event: { verb: 'initialized' },
});

it('keeps a record once, however often it is sent, and counts people and not visits', async () => {
  const hub = await startHub();
  const admin = await setUp(hub);
  const learner = await joins(admin, 'Lea', []);
  const module = manifest();
  const { author, reviewer } = await published(admin, module);
  const record = opened(module);
  for (const records of [[record], [record], [opened(module)]]) {
    const answer = await send(learner, records);
    expect(await answer.json()).toMatchObject({ refused: [], stored: [expect.any(String)] });
  }
  // Neither the author nor whoever vetted it is reached by it.
  await send(author.visitor, [opened(module)]);
  await send(reviewer, [opened(module)]);
  expect((await author.studio.api.insights.mine()).reach).toMatchObject([{ opened: 1, watchedToEnd: null, answeredRight: null }]);
});

it('refuses what speaks of a module nobody published, what is no record, and a stranger', async () => {
  const hub = await startHub();
  const admin = await setUp(hub);
  const learner = await joins(admin, 'Lea', []);
  const record = opened(manifest());
  expect(await (await send(learner, [record])).json()).toEqual({ stored: [], refused: [record.id] });
  expect((await send(learner, [{ verb: 'played' }])).status).toBe(422);
  learner.cookies.clear();
  expect((await send(learner, [record])).status).toBe(401);
});
