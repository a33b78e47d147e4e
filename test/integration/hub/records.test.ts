import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { LearningRecord } from '../../../src/shared/xapi/record.ts';
import { handedIn, published } from './colleagues.ts';
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

it('counts nobody as reached who had to do with the review, whether she said something or not', async () => {
  const admin = await setUp(await startHub());
  const module = manifest();
  const { author, reviewer, review } = await handedIn(admin, module);
  const [taker, answerer] = [await joins(admin, 'Uma', ['reviewer']), await joins(admin, 'Ina', ['reviewer'])];
  await taker.post(`${review}/take`, { from: '' });
  await reviewer.post(`${review}/comments`, { revision: module.revision, block: '', text: 'Short. Good.' });
  const [comment] = (await author.studio.api.reviews.get({ moduleId: module.moduleId })).comments;
  await answerer.post(`${review}/comments/${comment?.id}/reply`, { text: 'I agree.' });
  await reviewer.post(`${review}/approve`, { revision: module.revision });
  await reviewer.post(`/publish/${module.moduleId}`, { revision: module.revision });
  for (const visitor of [taker, answerer, reviewer, author.visitor]) await send(visitor, [opened(module)]);
  expect((await author.studio.api.insights.mine()).reach).toMatchObject([{ opened: 0 }]);
});

it('does not say that it kept a record whose id is that of another person', async () => {
  const admin = await setUp(await startHub());
  const module = manifest();
  await published(admin, module);
  const [lea, ole] = [await joins(admin, 'Lea', []), await joins(admin, 'Ole', [])];
  const record = opened(module);
  expect(await (await send(lea, [record])).json()).toEqual({ stored: [record.id], refused: [] });
  expect(await (await send(ole, [record])).json()).toEqual({ stored: [], refused: [record.id] });
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
