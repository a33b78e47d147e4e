import { expect, it } from 'vitest';
import { handedIn } from './colleagues.ts';
import { connectStudio, manifest } from './studio.ts';
import { joins, setUp, startHub } from './support.ts';

const block = '018f2f10-0000-7000-8000-000000000001';

async function scene() {
  const hub = await startHub();
  const admin = await setUp(hub);
  const module = manifest();
  const people = await handedIn(admin, module);
  const { moduleId, revision } = module;
  const state = async () => (await people.author.studio.api.reviews.get({ moduleId })).state;
  const history = () => people.author.studio.api.reviews.history({ moduleId });
  return { admin, moduleId, revision, ...people, state, history };
}

const textOf = async (answer: Promise<Response>) => (await answer).text();
const idOf = (page: string, name: string) => new RegExp(`<option value="([^"]+)">${name}`).exec(page)?.[1] ?? '';
const asks = (anyone: number) => ({ days: '3', anyone: String(anyone), list: '', items: '' });

it('completes what has the approvals that a lowered policy asks for', async () => {
  const { admin, reviewer, review, revision, state, history } = await scene();
  await admin.post('/policy', asks(2));
  await reviewer.post(`${review}/approve`, { revision });
  expect(await state()).toBe('in-review');
  await admin.post('/policy', asks(1));
  expect(await state()).toBe('approved');
  expect((await history()).at(-1)).toMatchObject({ what: 'approved', who: { name: 'Ada' }, revision, detail: { by: 'policy' } });
  expect((await reviewer.post(review.replace('review', 'publish'), { revision })).status).toBe(303);
});

it('lets who approved complete what a lowered policy could not, because something was open then', async () => {
  const { admin, reviewer, review, moduleId, revision, author, state, history } = await scene();
  await admin.post('/policy', asks(2));
  await reviewer.post(`${review}/approve`, { revision });
  await author.visitor.post(`${review}/comments`, { revision, block, severity: 'must', text: 'Which plug?' });
  await admin.post('/policy', asks(1));
  expect(await state()).toBe('in-review');
  expect(await textOf(reviewer.get('/review'))).toContain('nobody else is needed any more');
  expect(await textOf(reviewer.get(review))).toContain('Approve this version');
  const [comment] = (await author.studio.api.reviews.get({ moduleId })).comments;
  await author.studio.api.reviews.resolve({ moduleId, commentId: comment?.id ?? '', taken: false });
  expect((await reviewer.post(`${review}/approve`, { revision })).status).toBe(303);
  expect(await state()).toBe('approved');
  expect((await history()).filter(({ what }) => what === 'approval')).toHaveLength(1);
});

it('reminds who approved of what waits for her again: nobody else is needed any more, or a new version came in', async () => {
  const { admin, reviewer, review, moduleId, revision, author, state } = await scene();
  const rea = (await connectStudio(reviewer)).api.reviews;
  const late = { moduleId, dueOn: '2020-01-31' };
  await admin.post('/policy', asks(2));
  await rea.take({ moduleId, from: null });
  await rea.setDue(late);
  await rea.approve({ moduleId, revision });
  expect(await rea.reminders()).toEqual([]);
  expect(await textOf(reviewer.get('/'))).not.toContain('Overdue:');

  await author.visitor.post(`${review}/comments`, { revision, block, severity: 'must', text: 'Which plug?' });
  await admin.post('/policy', asks(1));
  expect(await state()).toBe('in-review');
  expect(await rea.reminders()).toMatchObject([{ moduleId, kind: 'overdue' }]);
  expect(await textOf(reviewer.get('/'))).toContain('Overdue:');

  await admin.post('/policy', asks(2));
  expect(await rea.reminders()).toEqual([]);
  await author.studio.api.reviews.handIn(manifest({ moduleId, text: 'First the plug!' }));
  await rea.setDue(late);
  expect(await rea.reminders()).toMatchObject([{ moduleId, kind: 'overdue' }]);
});

it('takes nothing off the desk of a colleague whom a stale page does not know of', async () => {
  const { admin, reviewer, review, history } = await scene();
  const lea = await joins(admin, 'Lea', ['reviewer']);
  await joins(admin, 'Uma', ['reviewer']);
  await reviewer.post(`${review}/take`, { from: '' });
  const page = await textOf(reviewer.get(review));
  const rea = /name="from" value="([^"]+)"/.exec(page)?.[1] ?? '';
  await lea.post(`${review}/take`, { from: rea });
  const late = await reviewer.post(`${review}/put-back`, { from: rea });
  expect(late.status).toBe(409);
  expect(await late.text()).toContain('Lea has just taken it.');
  expect((await reviewer.post(`${review}/hand-over`, { from: rea, to: idOf(page, 'Uma') })).status).toBe(409);
  expect(await textOf(lea.get(review))).toContain('You are on it');
  expect((await history()).map(({ what }) => what)).toEqual(['handed-in', 'taken', 'taken']);
  const current = await textOf(lea.get(review));
  const from = /name="from" value="([^"]+)"/.exec(current)?.[1] ?? '';
  expect((await lea.post(`${review}/hand-over`, { from, to: idOf(current, 'Uma') })).status).toBe(303);
  expect(await textOf(lea.get(review))).toContain('Uma is on it');
});

it('writes down what kind of module it was said to be, and leaves the evidence of an approval as it was', async () => {
  const { admin, reviewer, review, revision, history } = await scene();
  const items = ['Safe for the hands', 'Under a minute'];
  await admin.post('/policy', { days: '3', anyone: '1', list: ['', 'Tip'], items });
  await reviewer.post(`${review}/kind`, { kind: 'Tip' });
  for (const item of items) await reviewer.post(`${review}/checks`, { revision, item, block });
  await reviewer.post(`${review}/approve`, { revision });
  expect(await history()).toMatchObject([
    { what: 'handed-in' },
    { what: 'kind', who: { name: 'Rea' }, revision, detail: { kind: 'Tip' } },
    { what: 'approval', detail: { kind: 'Tip' } },
    { what: 'approved' },
  ]);
  expect(await textOf(reviewer.get(`${review}/history`))).toContain('said what kind of module it is');
  for (const changed of ['', block]) {
    const answer = await reviewer.post(`${review}/checks`, { revision, item: items[0] ?? '', block: changed });
    expect(answer.status).toBe(409);
  }
  expect(await (await connectStudio(reviewer)).api.reviews.queue()).toEqual([]);
});
