import { expect, it } from 'vitest';
import { handedIn } from './colleagues.ts';
import { connectStudio, manifest, refusal } from './studio.ts';
import { joins, setUp, startHub, switchOff } from './support.ts';

const blockId = '018f2f10-0000-7000-8000-000000000001';

async function scene() {
  const hub = await startHub();
  const admin = await setUp(hub);
  const module = manifest();
  const { author, reviewer } = await handedIn(admin, module);
  const lea = await joins(admin, 'Lea', ['reviewer']);
  const [rea, leas] = [await connectStudio(reviewer), await connectStudio(lea)];
  const { moduleId, revision } = module;
  const visitors = { reaVisitor: reviewer, authorVisitor: author.visitor };
  return { admin, author: author.studio.api.reviews, rea: rea.api.reviews, lea: leas.api.reviews, moduleId, revision, ...visitors };
}

it('lets a reviewer do all of it from a studio, by the rules of the hub’s pages', async () => {
  const { admin, author, rea, lea, moduleId, revision } = await scene();
  await admin.post('/policy', { days: '3', anyone: '2', list: '', items: 'Safe for the hands' });
  const [waits] = await rea.queue();
  expect(waits).toMatchObject({ reviewer: null, approvedByMe: false });
  await rea.take({ moduleId, from: null });
  expect(await refusal(lea.take({ moduleId, from: null }))).toBe('CONFLICT');
  const who = (await lea.reviewers()).find(({ name }) => name === 'Lea');
  expect(await refusal(rea.handOver({ moduleId, from: null, to: who?.id ?? '' }))).toBe('CONFLICT');
  await rea.handOver({ moduleId, from: (await rea.queue())[0]?.reviewer?.id ?? null, to: who?.id ?? '' });
  expect(await refusal(rea.putBack({ moduleId }))).toBe('CONFLICT');
  await lea.setDue({ moduleId, dueOn: '2020-01-31' });
  expect((await rea.queue())[0]).toMatchObject({ reviewer: { name: 'Lea' }, overdue: true });
  await lea.putBack({ moduleId });

  expect(await refusal(author.approve({ moduleId, revision }))).toBe('ROLE_MISSING');
  expect(await refusal(author.reviewers())).toBe('ROLE_MISSING');
  expect(await refusal(rea.approve({ moduleId, revision }))).toBe('CHECKLIST_OPEN');
  expect(await refusal(rea.approve({ moduleId, revision: 'a'.repeat(64) }))).toBe('CONFLICT');
  await rea.tick({ moduleId, revision, item: 'Safe for the hands', blockId });
  expect((await rea.approve({ moduleId, revision, word: 'Clear.' })).state).toBe('in-review');
  const draft = await lea.draft({ moduleId });
  expect(draft).toMatchObject({
    revision,
    content: { title: 'Change the blade' },
    checks: [{ item: 'Safe for the hands', blockId, by: 'Rea' }],
    approvals: [{ by: 'Rea', word: 'Clear.' }],
    needed: [null],
  });
  expect((await lea.approve({ moduleId, revision })).state).toBe('approved');
});

it('frees what lies on the desk of someone who left', async () => {
  const { admin, rea, lea, reaVisitor, moduleId } = await scene();
  await rea.take({ moduleId, from: null });
  expect((await lea.queue())[0]).toMatchObject({ reviewer: { name: 'Rea' } });
  await switchOff(admin, 'Rea');
  expect((await lea.queue())[0]).toMatchObject({ reviewer: null });
  await lea.take({ moduleId, from: null });
  expect((await lea.queue())[0]).toMatchObject({ reviewer: { name: 'Lea' } });
  expect((await reaVisitor.get('/review')).status).toBe(303);
});

it('lets one of two decide who decide at once, and tells the other', async () => {
  const { author, rea, lea, moduleId, revision } = await scene();
  const outcome = await Promise.allSettled([
    rea.approve({ moduleId, revision }),
    lea.returnWithReasons({ moduleId, revision, reasons: 'Not yet.', seen: 0 }),
  ]);
  expect(outcome.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const { state, reasons } = await author.get({ moduleId });
  expect([state, reasons]).toEqual(outcome[0].status === 'fulfilled' ? ['approved', null] : ['changes-requested', 'Not yet.']);
});

it('reminds who is on what is late, until she looks at it or wants to hear nothing; a new round begins anew', async () => {
  const { admin, author, rea, lea, moduleId, revision, reaVisitor, authorVisitor } = await scene();
  await rea.take({ moduleId, from: null });
  expect(await rea.reminders()).toEqual([]);
  await rea.setDue({ moduleId, dueOn: '2020-01-31' });
  expect(await rea.reminders()).toMatchObject([{ moduleId, title: 'Change the blade', kind: 'overdue', since: '2020-01-31' }]);
  expect(await lea.reminders()).toEqual([]);
  expect(await author.reminders()).toEqual([]);
  const start = await (await reaVisitor.get('/')).text();
  expect(start).toContain('Overdue:');
  expect(start).toContain(', 1 reminder');

  expect((await reaVisitor.post(`/review/${moduleId}/quiet`, { for: 'day' })).status).toBe(303);
  expect(await rea.reminders()).toEqual([]);
  expect(await (await reaVisitor.get('/')).text()).not.toContain('Overdue:');
  expect((await admin.post(`/review/${moduleId}/quiet`, { for: 'week' })).status).toBe(422);

  const next = manifest({ moduleId, text: 'First the plug!' });
  await rea.returnWithReasons({ moduleId, revision, reasons: 'Which plug?' });
  await author.handIn(next);
  await rea.setDue({ moduleId, dueOn: '2020-01-31' });
  expect(await rea.reminders()).toMatchObject([{ kind: 'overdue' }]);
  await reaVisitor.get(`/review/${moduleId}`);
  expect(await rea.reminders()).toEqual([]);
  await rea.keepQuiet({ moduleId, for: 'always' });
  await author.comment({ moduleId, revision: next.revision, anchor: { kind: 'module' }, severity: 'idea', text: 'Look again' });
  expect(await (await authorVisitor.get('/')).text()).not.toContain('reminder');
});
