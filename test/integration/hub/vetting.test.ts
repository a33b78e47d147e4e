import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { migrations } from '../../../src/hub/database/migrations.ts';
import type { HubTables } from '../../../src/hub/database/tables.ts';
import { openDatabase } from '../../../src/node/sqlite.ts';
import { handedIn } from './colleagues.ts';
import { connectStudio, manifest, refusal } from './studio.ts';
import { joins, setUp, startHub } from './support.ts';

const block = '018f2f10-0000-7000-8000-000000000001';

async function scene() {
  const hub = await startHub();
  const admin = await setUp(hub);
  const module = manifest();
  const people = await handedIn(admin, module);
  const { moduleId, revision } = module;
  return { hub, admin, module, moduleId, revision, ...people };
}

const textOf = async (answer: Promise<Response>) => (await answer).text();
const idOf = (page: string, name: string) => new RegExp(`<option value="([^"]+)">${name}`).exec(page)?.[1] ?? '';

it('shows of a policy the rows that are there, and one more that may stay empty', async () => {
  const admin = await setUp(await startHub());
  const rows = async () => {
    const page = await textOf(admin.get('/policy'));
    return [...page.matchAll(/<input type="number" name="count"[^>]*value="(\d*)"/g)].map(([, value]) => value);
  };
  expect(await rows()).toEqual(['']);
  // As the page posts it: the row that was left empty goes along.
  await admin.post('/policy', { days: '3', anyone: '1', kind: ['L&D', 'compliance', ''], count: ['2', '', ''], list: '', items: '' });
  expect(await rows()).toEqual(['2', '1', '']);
});

it('asks for the approvals of the policy, each of another person, and binds them to the letter', async () => {
  const { admin, reviewer, review, moduleId, revision, author } = await scene();
  const lea = await joins(admin, 'Lea', ['reviewer']);
  const policy = { days: '3', anyone: '0', kind: ['L&D', 'compliance'], count: ['1', '1'], list: '', items: '' };
  expect((await admin.post('/policy', policy)).status).toBe(303);
  const page = await textOf(admin.get('/policy'));
  const [rea = '', leas = ''] = ['Rea', 'Lea'].map(
    (name) => new RegExp(`<h3>${name}</h3><form[^>]+/policy/people/([^"]+)"`).exec(page)?.[1],
  );
  expect((await reviewer.post(`${review}/approve`, { revision })).status).toBe(403);
  await admin.post(`/policy/people/${rea}`, { kinds: 'L&D' });
  await admin.post(`/policy/people/${leas}`, { kinds: ['compliance', 'no such kind'] });
  expect((await reviewer.post(`${review}/approve`, { revision, word: 'Clear and short.' })).status).toBe(303);
  expect((await author.studio.api.reviews.get({ moduleId })).state).toBe('in-review');
  expect((await reviewer.post(`${review}/approve`, { revision })).status).toBe(409);
  const shown = await textOf(lea.get(review));
  expect(shown).toContain('Clear and short.');
  expect(shown).toContain('Still waited for: compliance');

  const newer = manifest({ moduleId, text: 'First the plug!' });
  await author.studio.api.reviews.handIn(newer);
  expect((await lea.post(`${review}/approve`, { revision: newer.revision })).status).toBe(303);
  expect((await author.studio.api.reviews.get({ moduleId })).state).toBe('in-review');
  expect((await reviewer.post(`${review}/approve`, { revision: newer.revision })).status).toBe(303);
  expect(await author.studio.api.reviews.get({ moduleId })).toMatchObject({ state: 'approved', approvedRevision: newer.revision });
});

it('approves nothing before the checklist is ticked with evidence and what must be settled is', async () => {
  const { admin, reviewer, review, moduleId, revision, author } = await scene();
  await admin.post('/policy', { days: '3', anyone: '1', list: ['', 'Tip'], items: ['Safe for the hands', 'Under a minute'] });
  await reviewer.post(`${review}/comments`, { revision, block, severity: 'must', text: 'Which plug?' });
  expect(await textOf(reviewer.post(`${review}/approve`, { revision }))).toContain('must be settled is still open');
  const [comment] = (await author.studio.api.reviews.get({ moduleId })).comments;
  await author.studio.api.reviews.resolve({ moduleId, commentId: comment?.id ?? '', taken: false });
  expect(await textOf(reviewer.post(`${review}/approve`, { revision }))).toContain('Still open: Safe for the hands.');
  await reviewer.post(`${review}/kind`, { kind: 'Tip' });
  const item = 'Safe for the hands';
  expect((await reviewer.post(`${review}/checks`, { revision, item, block: moduleId })).status).toBe(404);
  expect((await reviewer.post(`${review}/checks`, { revision, item: 'Made up', block })).status).toBe(404);
  expect((await author.visitor.post(`${review}/checks`, { revision, item, block })).status).toBe(403);
  for (const each of [item, 'Under a minute']) await reviewer.post(`${review}/checks`, { revision, item: each, block });
  expect(await textOf(reviewer.get(review))).toContain('Ticked by Rea');
  expect((await reviewer.post(`${review}/approve`, { revision })).status).toBe(303);
  expect((await author.studio.api.reviews.get({ moduleId })).state).toBe('approved');
});

it('tells the second of two reviewers who decide at once', async () => {
  const { admin, reviewer, review, moduleId, revision, author } = await scene();
  const lea = await joins(admin, 'Lea', ['reviewer']);
  const answers = await Promise.all([
    reviewer.post(`${review}/approve`, { revision }),
    lea.post(`${review}/return`, { revision, reasons: 'Not yet.', seen: '0' }),
  ]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
  const { state } = await author.studio.api.reviews.get({ moduleId });
  expect(state).toBe(answers[0]?.status === 303 ? 'approved' : 'changes-requested');
});

it('is taken by one of two, handed over, due on a day, and says so in the queue', async () => {
  const { admin, reviewer, review, moduleId } = await scene();
  const lea = await joins(admin, 'Lea', ['reviewer']);
  const answers = await Promise.all([reviewer.post(`${review}/take`, { from: '' }), lea.post(`${review}/take`, { from: '' })]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
  const [first, second, other] = answers[0]?.status === 303 ? [reviewer, lea, 'Lea'] : [lea, reviewer, 'Rea'];
  expect(await textOf(first.get('/review?show=mine'))).toContain('You are on it');
  expect(await textOf(second.get('/review?show=mine'))).toContain('You are on nothing');
  const shown = await textOf(first.get(review));
  const from = /name="from" value="([^"]+)"/.exec(shown)?.[1] ?? '';
  await first.post(`${review}/hand-over`, { from, to: idOf(shown, other) });
  expect(await textOf(second.get(review))).toContain('You are on it');
  await second.post(`${review}/due`, { due: '2020-01-31' });
  expect(await textOf(first.get('/review'))).toContain('Overdue since');
  expect(await textOf(second.get('/'))).toContain('1 overdue');
  const studio = await connectStudio(second);
  expect(await studio.api.reviews.queue()).toMatchObject([{ moduleId, dueOn: '2020-01-31', overdue: true, reviewer: { name: other } }]);
});

it('keeps comments on words, moments and gone parts as words, whatever stands in them', async () => {
  const { reviewer, review, moduleId, revision, author } = await scene();
  const hostile = '<img src=x onerror=alert(1)>';
  const anchor = (exact: string) =>
    JSON.stringify({ kind: 'text', blockId: block, quote: { exact, prefix: '', suffix: '' }, start: 0, end: 0 });
  await reviewer.post(`${review}/comments`, {
    revision,
    block,
    anchor: anchor('the plug'),
    text: `${hostile} @Bo`,
    suggestion: 'the <b>red</b> plug',
  });
  await reviewer.post(`${review}/comments`, { revision, block, anchor: anchor(hostile), text: 'Where is this?' });
  expect((await reviewer.post(`${review}/comments`, { revision, block, anchor: '{"kind":"no"}', text: 'x' })).status).toBe(422);
  expect((await reviewer.post(`${review}/comments`, { revision, block: moduleId, text: 'x' })).status).toBe(404);
  const [words, odd] = (await author.studio.api.reviews.get({ moduleId })).comments;
  expect(words).toMatchObject({ anchor: { kind: 'text', quote: { exact: 'the plug', prefix: 'First ' } }, mentions: ['Bo'] });
  expect(odd).toMatchObject({ anchor: { kind: 'block' } });
  await reviewer.post(`${review}/comments/${words?.id}/reply`, { text: hostile });
  expect(await textOf(author.visitor.get('/'))).toContain('You are spoken to in the review of Change the blade');
  const page = await textOf(author.visitor.get(review));
  expect(page).not.toContain('<img src=x');
  expect(page).toContain('<del>the plug</del>');
  expect(await textOf(author.visitor.get('/'))).not.toContain('You are spoken to');

  const other = manifest({ moduleId });
  const gone = {
    ...other.content,
    body: {
      ...other.content.body,
      content: [{ type: 'paragraph' as const, attrs: { id: moduleId }, content: [{ type: 'text' as const, text: 'Other.' }] }],
    },
  };
  const { createHash } = await import('node:crypto');
  const { canonicalJson } = await import('../../../src/shared/model/module.ts');
  await author.studio.api.reviews.handIn({
    ...other,
    content: gone,
    revision: createHash('sha256').update(canonicalJson(gone)).digest('hex'),
  });
  expect(await textOf(reviewer.get(review))).toContain('Parts that are gone');
});

it('brings in the comments of a review file once, however often and by whom they come', async () => {
  const { reviewer, moduleId, revision, author } = await scene();
  const api = author.studio.api.reviews;
  const from = {
    id: '018f2f10-0000-7000-8000-000000000101',
    anchor: { kind: 'module' as const },
    severity: 'must' as const,
    round: 1,
    revision,
    author: 'Ole',
    text: 'Gloves?',
    createdAt: '2026-11-22T10:00:00.000Z',
    turns: [{ state: 'resolved' as const, by: 'Ole', at: '2026-11-22T11:00:00.000Z' }],
  };
  const once = await api.merge({ moduleId, comments: [from] });
  expect(await api.merge({ moduleId, comments: [from, from] })).toEqual(once);
  const reviewers = (await connectStudio(reviewer)).api.reviews;
  expect(await reviewers.merge({ moduleId, comments: once.comments })).toEqual(once);
  expect(once.comments).toMatchObject([{ author: 'Ole (by file, from Bo)', turns: [{ by: 'Ole (by file, from Bo)' }] }]);
  const reopened = await reviewers.reopen({ moduleId, commentId: from.id });
  expect(reopened.comments[0]?.turns.at(-1)).toMatchObject({ state: 'reopened', by: 'Rea' });
  expect(await refusal(reviewers.reply({ moduleId, commentId: moduleId, text: 'x' }))).toBe('NOT_FOUND');
});

it('writes down who decided what on which version, and shows when someone changed it from outside', async () => {
  const { hub, admin, reviewer, review, moduleId, revision, author } = await scene();
  await reviewer.post(`${review}/take`, { from: '' });
  await reviewer.post(`${review}/approve`, { revision, word: 'Good.' });
  await reviewer.post(`/publish/${moduleId}`, { revision });
  const entries = await author.studio.api.reviews.history({ moduleId });
  expect(entries.map(({ what, who, revision: on }) => [what, who.name, on])).toEqual(
    [
      ['handed-in', 'Bo'],
      ['taken', 'Rea'],
      ['approval', 'Rea'],
      ['approved', 'Rea'],
      ['published', 'Rea'],
    ].map((each) => [...each, revision]),
  );
  expect(await textOf(author.visitor.get(`${review}/history`))).toContain('The log is whole: 5 entries');
  const exported = (await (await admin.get('/policy/log.json')).json()) as { log: unknown[]; brokenAt: null };
  expect(exported).toMatchObject({ brokenAt: null });
  expect(exported.log).toHaveLength(5);
  expect((await reviewer.get('/policy/log.json')).status).toBe(403);
  expect((await reviewer.get('/policy')).status).toBe(403);
  const { kysely } = await openDatabase<HubTables>(join(hub.folder, 'hub.db'), migrations);
  await sql`DROP TRIGGER review_log_no_delete`.execute(kysely);
  await sql`DELETE FROM review_log WHERE seq = 3`.execute(kysely);
  await kysely.destroy();
  expect(await textOf(author.visitor.get(`${review}/history`))).toContain('changed from outside at entry 4');
});
