import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { LearningRecord } from '../../../src/shared/xapi/record.ts';
import { handedIn, published } from './colleagues.ts';
import { readerOf, report } from './reports.ts';
import { manifest } from './studio.ts';
import { joins, setUp, startHub } from './support.ts';

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
    const answer = await report(learner, records);
    expect(await answer.json()).toMatchObject({ refused: [], stored: [expect.any(String)] });
  }
  // Neither the author nor whoever vetted it is reached by it.
  await report(author.visitor, [opened(module)]);
  await report(reviewer, [opened(module)]);
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
  for (const visitor of [taker, answerer, reviewer, author.visitor]) await report(visitor, [opened(module)]);
  expect((await author.studio.api.insights.mine()).reach).toMatchObject([{ opened: 0 }]);
});

it('does not say that it kept a record whose id is that of another person', async () => {
  const admin = await setUp(await startHub());
  const module = manifest();
  await published(admin, module);
  const [lea, ole] = [await joins(admin, 'Lea', []), await joins(admin, 'Ole', [])];
  const record = opened(module);
  expect(await (await report(lea, [record])).json()).toEqual({ stored: [record.id], refused: [] });
  expect(await (await report(ole, [record])).json()).toMatchObject({ stored: [], refused: [{ at: 0, code: 'CONFLICT' }] });
});

it('books what a page reports on who opened it, and on nobody else who signs in there', async () => {
  const admin = await setUp(await startHub());
  const module = manifest();
  const { author } = await published(admin, module);
  const [lea, ole] = [await joins(admin, 'Lea', []), await joins(admin, 'Ole', [])];
  const leas = await readerOf(lea);
  const reached = async () => (await author.studio.api.insights.mine()).reach.map(({ opened }) => opened);
  const refused = await report(ole, [opened(module)], leas);
  expect([refused.status, await refused.json()]).toEqual([409, { code: 'READER_CHANGED', data: {} }]);
  expect(await reached()).toEqual([0]);
  expect((await report(lea, [opened(module)], leas)).status).toBe(200);
  expect(await reached()).toEqual([1]);
});

it('takes the good reports of a batch and says of each bad one what is wrong with it', async () => {
  const admin = await setUp(await startHub());
  const module = manifest();
  const { author } = await published(admin, module);
  const learner = await joins(admin, 'Lea', []);
  const [first, last] = [opened(module), opened(module)];
  const bad = { ...opened(module), event: { verb: 'paused', blockId: randomUUID(), time: -1, duration: 3, segments: [] } };
  const elsewhere = { ...opened(module), event: { verb: 'played', blockId: randomUUID(), time: 0, duration: 3 } };
  const answer = await report(learner, [first, bad, null, elsewhere, last]);
  expect(answer.status).toBe(200);
  const { stored, refused } = (await answer.json()) as { stored: string[]; refused: { at: number; code: string }[] };
  expect(stored).toEqual([first.id, last.id]);
  expect(refused.map(({ at, code }) => [at, code])).toEqual([
    [1, 'INPUT_INVALID'],
    [2, 'INPUT_INVALID'],
    [3, 'NOT_FOUND'],
  ]);
  expect((await author.studio.api.insights.mine()).reach).toMatchObject([{ opened: 1 }]);
});

it('refuses what speaks of a module nobody published, what is no record, and a stranger', async () => {
  const hub = await startHub();
  const admin = await setUp(hub);
  const learner = await joins(admin, 'Lea', []);
  const record = opened(manifest());
  const reader = await readerOf(learner);
  expect(await (await report(learner, [record])).json()).toEqual({
    stored: [],
    refused: [{ at: 0, code: 'NOT_FOUND', data: { what: 'module' } }],
  });
  expect((await report(learner, { verb: 'played' })).status).toBe(422);
  expect((await report(learner, [])).status).toBe(422);
  learner.cookies.clear();
  expect((await report(learner, [record], reader)).status).toBe(401);
});
