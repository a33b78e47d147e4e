import { expect, it } from 'vitest';
import { ReviewComment } from '../../../src/shared/model/review/comment.ts';
import { handedIn } from './colleagues.ts';
import { connectStudio, manifest } from './studio.ts';
import { setUp, startHub } from './support.ts';

const block = '018f2f10-0000-7000-8000-000000000001';

async function scene() {
  const admin = await setUp(await startHub());
  const module = manifest();
  const people = await handedIn(admin, module);
  const { moduleId, revision } = module;
  const said = (more: Partial<ReviewComment>): ReviewComment =>
    ReviewComment.parse({
      id: '018f2f10-0000-7000-8000-000000000101',
      anchor: { kind: 'module' },
      severity: 'must',
      round: 1,
      revision,
      author: 'Ole',
      text: 'Gloves?',
      createdAt: '2026-01-22T10:00:00.000Z',
      ...more,
    });
  return { moduleId, revision, ...people, said };
}

it('shows a review to which a file brought a comment on a version that the hub never had', async () => {
  const { moduleId, reviewer, review, author, said } = await scene();
  const comments = [said({ anchor: { kind: 'block', blockId: block }, revision: 'f'.repeat(64) })];
  await author.studio.api.reviews.merge({ moduleId, comments });
  const answer = await reviewer.get(review);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('Gloves?');
});

it('writes down what a file settled, and lets nobody settle it from the future', async () => {
  const { moduleId, revision, reviewer, review, author, said } = await scene();
  const api = author.studio.api.reviews;
  const comments = [
    said({ turns: [{ state: 'resolved', by: 'Ole', at: '9999-12-31T23:59:59.000Z' }], createdAt: '9999-01-01T00:00:00.000Z' }),
  ];
  const once = await api.merge({ moduleId, comments });
  const now = new Date().toISOString();
  expect([once.comments[0]?.createdAt, once.comments[0]?.turns[0]?.at].every((at) => at !== undefined && at <= now)).toBe(true);
  expect(await api.merge({ moduleId, comments })).toEqual(once);
  const logged = (await api.history({ moduleId })).filter(({ what }) => what === 'settled');
  expect(logged).toMatchObject([{ who: { name: 'Bo' }, revision, detail: { comment: comments[0]?.id, how: 'resolved' } }]);
  expect(String(logged[0]?.detail.by)).toContain('Ole');
  await (await connectStudio(reviewer)).api.reviews.reopen({ moduleId, commentId: once.comments[0]?.id ?? '' });
  expect(await api.merge({ moduleId, comments })).toMatchObject({ comments: [{ turns: [{ state: 'resolved' }, { state: 'reopened' }] }] });
  expect(await (await reviewer.post(`${review}/approve`, { revision })).text()).toContain('must be settled is still open');
});

it('tells people whom a file speaks to, once', async () => {
  const { moduleId, reviewer, review, author, said } = await scene();
  const reply = {
    id: '018f2f10-0000-7000-8000-000000000102',
    author: 'Ole',
    text: 'And you, @Rea?',
    createdAt: '2026-01-22T11:00:00.000Z',
  };
  const comments = [said({ text: 'Gloves, @Rea?', replies: [{ ...reply, mentions: ['Rea'] }], mentions: ['Rea'] })];
  await author.studio.api.reviews.merge({ moduleId, comments });
  const start = async () => (await reviewer.get('/')).text();
  expect(await start()).toContain('You are spoken to in the review of Change the blade');
  await reviewer.get(review);
  await author.studio.api.reviews.merge({ moduleId, comments });
  expect(await start()).not.toContain('You are spoken to');
});
