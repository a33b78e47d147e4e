import { expect, it } from 'vitest';
import { handedIn } from './colleagues.ts';
import { manifest } from './studio.ts';
import { setUp, startHub } from './support.ts';

const start = async () => setUp(await startHub());

it('puts a comment beside its block, as words, and lets it be done', async () => {
  const module = manifest();
  const { reviewer, review, author } = await handedIn(await start(), module);
  const block = module.content.body.content[0]?.attrs.id ?? '';
  const text = '<b onclick=alert(1)>Which</b> plug?';
  expect((await reviewer.post(`${review}/comments`, { revision: module.revision, block, text })).status).toBe(303);
  const page = await (await reviewer.get(review)).text();
  expect(page).toContain('&lt;b onclick=alert(1)&gt;Which');
  expect(page).not.toContain('<b onclick');
  expect(page).toContain(`id="comments-${block}"`);
  const [comment] = (await author.studio.api.reviews.get({ moduleId: module.moduleId })).comments;
  expect(comment).toMatchObject({ anchor: { kind: 'block', blockId: block }, text, author: 'Rea', severity: 'should' });
  await reviewer.post(`${review}/comments/${comment?.id}/resolve`, {});
  expect((await author.studio.api.reviews.get({ moduleId: module.moduleId })).comments[0]?.turns).toMatchObject([
    { state: 'resolved', by: 'Rea' },
  ]);
});

it('approves nothing where the module was handed in again meanwhile, and says so', async () => {
  const module = manifest();
  const { reviewer, review, author } = await handedIn(await start(), module);
  await author.studio.api.reviews.handIn(manifest({ moduleId: module.moduleId, text: 'First the other plug.' }));
  const answer = await reviewer.post(`${review}/approve`, { revision: module.revision });
  expect(answer.status).toBe(409);
  expect(await answer.text()).toContain('The author has handed in a newer version');
  expect(await author.studio.api.reviews.get({ moduleId: module.moduleId })).toMatchObject({ state: 'in-review', approvedRevision: null });
});

it('shows in the second round what was changed since the first', async () => {
  const module = manifest();
  const { reviewer, review, author } = await handedIn(await start(), module);
  expect((await reviewer.post(`${review}/return`, { revision: module.revision, reasons: 'Name the plug.' })).status).toBe(303);
  expect(await (await author.visitor.get(review)).text()).toContain('Name the plug.');
  await author.studio.api.reviews.handIn(manifest({ moduleId: module.moduleId, text: 'First the grey plug.' }));
  const page = await (await reviewer.get(review)).text();
  expect(page).toContain('Round 2');
  expect(page).toContain('Changed in this round');
});

it('offers an author no verdict on her own work, and a returned module none to anyone', async () => {
  const module = manifest();
  const { reviewer, review, author } = await handedIn(await start(), module);
  const own = await (await author.visitor.get(review)).text();
  expect(own).toContain('This is your own work');
  expect(own).not.toContain('Approve this version');
  expect((await author.visitor.post(`${review}/approve`, { revision: module.revision })).status).toBe(403);
  await reviewer.post(`${review}/return`, { revision: module.revision, reasons: 'Name the plug.' });
  const returned = await (await reviewer.get(review)).text();
  expect(returned).toContain('back with its author');
  expect(returned).not.toContain('Approve this version');
});

it('takes a published module back, and publishes nothing that is not approved', async () => {
  const module = manifest();
  const { reviewer, review, path } = await handedIn(await start(), module);
  expect((await reviewer.post(`/publish/${module.moduleId}`, { revision: module.revision })).status).toBe(409);
  await reviewer.post(`${review}/approve`, { revision: module.revision });
  await reviewer.post(`/publish/${module.moduleId}`, { revision: module.revision });
  expect((await reviewer.get(path)).status).toBe(200);
  expect((await reviewer.post(`/publish/${module.moduleId}/retire`, {})).status).toBe(303);
  expect((await reviewer.get(path)).status).toBe(404);
});
