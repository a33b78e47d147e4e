import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ModuleDraft } from '../../../src/shared/model/module.ts';
import { isOpen } from '../../../src/shared/model/review/comment.ts';
import { connect } from '../support/connect.ts';
import { startHub } from '../support/hub.ts';
import { writeModule } from '../support/module.ts';
import { edit, editReview, give, handBack, handOut, tampered } from '../support/showhow-files.ts';
import { openStudio, type TestStudio } from '../support/studio.ts';

let folder: string;
let mara: TestStudio;
let draft: ModuleDraft;
const opened: TestStudio[] = [];

const reviewer = async (name: string): Promise<TestStudio> => {
  const studio = await openStudio(join(folder, name));
  opened.push(studio);
  await studio.client.profile.save({ ...(await studio.client.profile.get()), name });
  return studio;
};
const blockAt = (index: number): string => draft.content.body.content[index]?.attrs.id ?? '';

/** What a reviewer says of the words "it twice", with other ones in their place. */
async function sayOfWords({ client }: TestStudio, text: string, suggestion?: string) {
  const { revision } = await client.reviewing.get({ moduleId: draft.id });
  const quote = { exact: 'it twice', prefix: 'Count ', suffix: '.' };
  const anchor = { kind: 'text' as const, blockId: blockAt(1), quote, start: 0, end: 0 };
  return client.reviewing.comment({ moduleId: draft.id, revision, anchor, severity: 'must', text, ...(suggestion && { suggestion }) });
}
const atHome = () => mara.client.publishing.review({ moduleId: draft.id });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'by-file-'));
  mara = await openStudio(join(folder, 'mara'));
  opened.push(mara);
  draft = (await writeModule(mara)).draft;
});
afterEach(async () => {
  for (const { core } of opened.splice(0)) await core.close();
  await rm(folder, { recursive: true });
});

test('a module goes out as a file, is commented without an account, and what was said comes back once, however often', async () => {
  const tom = await reviewer('Tom');
  const out = await handOut(mara, draft.id);
  expect(await give(tom, out)).toMatchObject({
    review: { module: draft.id, title: 'Closing the till', is: 'opened', author: { name: 'Mara' } },
  });
  expect((await tom.client.library.find({})).total).toBe(0);
  const there = await tom.client.reviewing.get({ moduleId: draft.id });
  expect(there).toMatchObject({ content: draft.content, handedOut: { by: 'Mara', round: 1 }, comments: [], before: null });
  const { revision } = there;

  await sayOfWords(tom, 'Whom do I ask?', 'it in pairs');
  const moment = { kind: 'moment' as const, blockId: blockAt(0), media: 'f'.repeat(64), duration: 9, from: 0.2, to: 0.6 };
  await tom.client.reviewing.comment({ moduleId: draft.id, revision, anchor: moment, severity: 'idea', text: 'Slower' });
  const said = await tom.client.reviewing.advise({ moduleId: draft.id, revision, verdict: 'return', words: 'Nearly.' });
  expect(said.comments).toMatchObject([
    { author: 'Tom', round: 1, anchor: { kind: 'text', start: 6, about: 'text: Count it twice.' } },
    { anchor: { kind: 'moment', from: 0.2, to: 0.6, duration: 1 } },
  ]);
  expect(said.byFile).toEqual([]);
  expect(await tom.client.reviewing.list()).toMatchObject([{ title: 'Closing the till', open: 2, handedBackAt: null }]);

  const back = await handBack(tom, draft.id);
  expect(back.length).toBeLessThan(5_000);
  expect((await tom.client.reviewing.list())[0]?.handedBackAt).not.toBeNull();
  expect(await give(mara, back)).toMatchObject({
    review: { is: 'back', by: ['Tom'], fresh: { comments: 2, replies: 0, turns: 0, advice: 1 } },
  });
  const once = await atHome();
  expect(once.comments).toEqual(said.comments);
  expect(once).toMatchObject({ state: 'draft', byFile: said.comments.map(({ id }) => id), advice: [{ by: 'Tom', verdict: 'return' }] });
  expect((await give(mara, back)).review.fresh).toEqual({ comments: 0, replies: 0, turns: 0, advice: 0 });
  expect(await atHome()).toEqual(once);
  expect((await mara.client.publishing.reviews()).reviews).toMatchObject([{ moduleId: draft.id, comments: once.comments }]);
});

test('two reviewers’ files merge in either order, and the author’s answers reach them with the next round', async () => {
  const [tom, rea] = [await reviewer('Tom'), await reviewer('Rea')];
  const out = await handOut(mara, draft.id);
  await Promise.all([give(tom, out), give(rea, out)]);
  await Promise.all([sayOfWords(tom, 'Whom do I ask?'), sayOfWords(rea, 'How often?')]);
  const [first, second] = [await handBack(tom, draft.id), await handBack(rea, draft.id)];
  const other = await openStudio(join(folder, 'other desk'));
  opened.push(other);
  await give(other, out);
  for (const file of [first, second]) await give(mara, file);
  for (const file of [second, first, second]) await give(other, file);
  expect((await other.client.reviewing.get({ moduleId: draft.id })).comments).toEqual((await atHome()).comments);

  const [mine] = (await atHome()).comments;
  const commentId = mine?.id ?? '';
  await mara.client.publishing.replyToComment({ moduleId: draft.id, commentId, text: 'Your lead.' });
  const settled = await mara.client.publishing.turnComment({ moduleId: draft.id, commentId, state: 'resolved' });
  expect(settled.comments.find(({ id }) => id === commentId)).toMatchObject({
    replies: [{ author: 'Mara', text: 'Your lead.' }],
    turns: [{ state: 'resolved', by: 'Mara' }],
  });
  expect(settled.byFile).not.toContain(settled.comments.find(({ id }) => id === commentId)?.replies[0]?.id);
  const { version, content } = await mara.client.modules.get({ id: draft.id });
  const [clip] = content.body.content;
  const next = { ...content, body: { ...content.body, content: clip ? [clip] : [] } };
  await mara.client.modules.save({ id: draft.id, version, content: next });

  const round = await handOut(mara, draft.id);
  expect((await give(tom, round)).review).toMatchObject({ is: 'opened', fresh: { comments: 1, replies: 1, turns: 1 }, older: false });
  const again = await tom.client.reviewing.get({ moduleId: draft.id });
  expect(again).toMatchObject({ content: next, before: content, handedOut: { round: 2 } });
  expect(again.comments).toHaveLength(2);
  // The part it spoke of is gone, and it is still there.
  expect(again.comments.filter(isOpen)).toMatchObject([{ anchor: { about: 'text: Count it twice.' } }]);
  expect((await give(tom, out)).review.older).toBe(true);
  expect((await tom.client.reviewing.get({ moduleId: draft.id })).revision).toBe(again.revision);
});

test('whoever reviews says who she is first, about the version on screen, and of what is there', async () => {
  const tom = await reviewer('Tom');
  await give(tom, await handOut(mara, draft.id));
  const { revision } = await tom.client.reviewing.get({ moduleId: draft.id });
  const said = { moduleId: draft.id, revision, severity: 'should' as const, text: 'Well' };
  const code = (name: string) => expect.objectContaining({ code: name });
  const anchor = { kind: 'block' as const, blockId: crypto.randomUUID() };
  await expect(tom.client.reviewing.comment({ ...said, anchor })).rejects.toEqual(code('NOT_FOUND'));
  const whole = { kind: 'module' as const };
  await expect(tom.client.reviewing.comment({ ...said, anchor: whole, revision: 'a'.repeat(64) })).rejects.toEqual(code('CONFLICT'));
  await expect(tom.client.reviewing.comment({ ...said, anchor: whole, suggestion: 'Better' })).rejects.toEqual(code('SUGGESTION_UNPLACED'));
  await tom.client.profile.save({ ...(await tom.client.profile.get()), name: '' });
  await expect(tom.client.reviewing.comment({ ...said, anchor: whole })).rejects.toEqual(code('NAME_MISSING'));
  expect((await tom.client.reviewing.get({ moduleId: draft.id })).comments).toEqual([]);
});

test('what came in a file reaches the hub that reviews the module; no name in it passes for the author’s own', async () => {
  const hub = await startHub(join(folder, 'hub'));
  try {
    const account = await hub.account('Mara', ['author']);
    const lea = await hub.account('Lea', ['reviewer']);
    await connect(mara, hub, account.headers);
    const tom = await reviewer('Mara');
    await give(tom, await handOut(mara, draft.id));
    await sayOfWords(tom, 'I approve this myself');
    await give(mara, await handBack(tom, draft.id));
    const [claimed] = (await atHome()).comments;
    await mara.client.publishing.replyToComment({ moduleId: draft.id, commentId: claimed?.id ?? '', text: 'That was not me.' });

    const job = await mara.client.publishing.handIn({ moduleId: draft.id });
    expect(await mara.core.studio.jobs.finished(job.id)).toMatchObject({ state: 'done' });
    const now = await atHome();
    expect(now).toMatchObject({ state: 'in-review', notAtHub: 0, byFile: [] });
    expect(now.comments).toMatchObject([
      { author: 'Mara, says the file (by file, from Mara)', replies: [{ author: 'Mara', text: 'That was not me.' }] },
    ]);
    const { reviewFor } = await import('../../../src/hub/reviews/find.ts');
    expect((await reviewFor(hub.hub, lea, draft.id)).comments).toEqual(now.comments);
    expect((await atHome()).comments).toEqual(now.comments);

    await mara.client.publishing.reviews();
    await hub.stop();
    await sayOfWords(tom, 'And this?');
    await give(mara, await handBack(tom, draft.id));
    const away = await atHome();
    expect(away).toMatchObject({ notAtHub: 1, comments: [{ text: 'I approve this myself' }, { text: 'And this?' }] });
    expect(away.byFile).toEqual([away.comments[1]?.id]);
  } finally {
    await hub.stop().catch(() => undefined);
  }
});

test('a hub that answers nonsense takes nothing away: what came in files is shown, and what was last heard', async () => {
  const hub = await startHub(join(folder, 'hub'));
  const account = await hub.account('Mara', ['author']);
  await connect(mara, hub, account.headers);
  const job = await mara.client.publishing.handIn({ moduleId: draft.id });
  await mara.core.studio.jobs.finished(job.id);
  await mara.client.publishing.reviews();
  await hub.stop();
  const { createServer } = await import('node:http');
  const answers = ['<h1>It works</h1>', '{"json":{"moduleId":"no","comments":"many"}}', '{"json":', ''];
  let turn = 0;
  const nonsense = createServer((_, response) => response.end(answers[turn++ % answers.length]));
  await new Promise<void>((ready) => nonsense.listen(hub.port, '127.0.0.1', ready));
  try {
    const tom = await reviewer('Tom');
    await give(tom, await handOut(mara, draft.id));
    await sayOfWords(tom, 'Whom do I ask?');
    await give(mara, await handBack(tom, draft.id));
    for (const _ of answers) expect(await atHome()).toMatchObject({ state: 'in-review', notAtHub: 1, comments: [{ author: 'Tom' }] });
    await expect(mara.client.publishing.publish({ moduleId: draft.id })).rejects.toMatchObject({ code: 'HUB_UNREACHABLE' });
  } finally {
    nonsense.closeAllConnections();
    nonsense.close();
  }
});

test('a hostile file is refused in a sentence of its own, and leaves nothing behind', async () => {
  const tom = await reviewer('Tom');
  const out = await handOut(mara, draft.id);
  await give(tom, out);
  await sayOfWords(tom, 'Whom do I ask?');
  const back = await handBack(tom, draft.id);
  const before = await atHome();
  const refused = async (what: string, file: Promise<Buffer>, fault: object) =>
    expect(give(mara, await file), what).rejects.toMatchObject(fault);
  const broken = { code: 'BUNDLE_BROKEN', data: { part: 'what was said in the review' } };
  const huge = { code: 'ARCHIVE_REFUSED', data: { why: 'too-large' } };

  await refused(
    'newer',
    tampered(folder, back, (files) => edit(files, 'manifest.json', (it) => Object.assign(it, { version: 2 }))),
    {
      code: 'BUNDLE_NEWER',
    },
  );
  await refused(
    'with kinds of comments that are not known',
    tampered(folder, back, (files) => editReview(files, ({ comments }) => Object.assign(comments[0] ?? {}, { severity: 'mood' }))),
    { code: 'BUNDLE_NEWER' },
  );
  await refused(
    'with a letter changed',
    tampered(folder, back, (files) => editReview(files, (it) => Object.assign(it.handedOut, { by: 'Eve' })), { sums: false }),
    broken,
  );
  await refused(
    'without what was said',
    tampered(folder, back, (files) => files.delete('review.json'), { sums: false }),
    broken,
  );
  await refused(
    'no JSON',
    tampered(folder, back, (files) => files.set('review.json', Buffer.from('{'))),
    broken,
  );
  await refused(
    'with thousands of comments',
    tampered(folder, back, (files) =>
      editReview(files, (it) => {
        const [one] = it.comments;
        it.comments = Array.from({ length: 1001 }, () => ({ ...(one as (typeof it.comments)[number]), id: crypto.randomUUID() }));
      }),
    ),
    huge,
  );
  await refused(
    'with a novel in it',
    tampered(folder, back, (files) => files.set('review.json', Buffer.from(`"${randomBytes(3_000_000).toString('hex')}"`))),
    huge,
  );
  await refused(
    'that unpacks to a thousand times its size',
    tampered(folder, back, (files) => files.set('review.json', Buffer.alloc(8_000_000, ' '))),
    {
      code: 'ARCHIVE_REFUSED',
      data: { why: 'bomb' },
    },
  );
  await refused('that breaks off', Promise.resolve(back.subarray(0, back.length - 30)), { code: 'ARCHIVE_BROKEN' });
  expect(await atHome()).toEqual(before);

  const rea = await reviewer('Rea');
  await expect(give(rea, back)).rejects.toMatchObject({ code: 'REVIEW_FOREIGN', data: { title: 'Closing the till' } });
  await expect(give(rea, await tampered(folder, out, (files) => files.delete('module.json'), { sums: false }))).rejects.toMatchObject({
    code: 'BUNDLE_BROKEN',
    data: { part: 'the lesson' },
  });
  expect(await rea.client.reviewing.list()).toEqual([]);
});

test('a comment says only what it may: its place is made anew from the module, and its words stay words', async () => {
  const tom = await reviewer('Tom');
  await give(tom, await handOut(mara, draft.id));
  await sayOfWords(tom, 'Whom do I ask?');
  const html = '<img src=x onerror=alert(1)><script>alert(2)</script>';
  const file = await tampered(folder, await handBack(tom, draft.id), (files) =>
    editReview(files, ({ comments: [one] }) => {
      if (one?.anchor.kind === 'text') Object.assign(one.anchor, { about: 'text: All is well', start: 900, end: 901 });
      Object.assign(one ?? {}, { text: html, author: html });
    }),
  );
  await give(mara, file);
  expect((await atHome()).comments).toMatchObject([
    { author: html, text: html, anchor: { kind: 'text', about: 'text: Count it twice.', start: 6, end: 14 } },
  ]);
});

test('a file for a review whose last step fails leaves nothing behind, and can be opened again', async () => {
  const tom = await reviewer('Tom');
  const out = await handOut(mara, draft.id);
  const database = new Database(join(folder, 'Tom', 'showhow.db'));
  const left = () => ['said_by_file', 'file_reviews'].map((table) => database.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  try {
    database.exec("CREATE TRIGGER no_room BEFORE INSERT ON file_reviews BEGIN SELECT RAISE(ABORT, 'no room'); END");
    await expect(give(tom, out)).rejects.toMatchObject({ code: 'UNEXPECTED' });
    expect(left()).toEqual([0, 0]);
    for (const media of draft.content.body.content.flatMap((block) => (block.type === 'video' ? [block.attrs.media] : [])))
      expect((await tom.core.fetch(new Request(`http://studio/media/${media}`))).status).toBe(404);
    database.exec('DROP TRIGGER no_room');
    expect(await give(tom, out)).toMatchObject({ review: { module: draft.id, is: 'opened' } });
  } finally {
    database.close();
  }
});
