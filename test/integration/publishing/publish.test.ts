import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { publishModule } from '../../../src/cli/publish-module.ts';
import { comment } from '../../../src/hub/reviews/comments/write.ts';
import { approve, returnWithReasons } from '../../../src/hub/reviews/vet.ts';
import { connect } from '../support/connect.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { startLine } from '../support/line.ts';
import { writeModule } from '../support/module.ts';
import { openStudio, type TestStudio } from '../support/studio.ts';

let folder: string;
let hub: TestHub;
let studio: TestStudio;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'showhow-'));
  [hub, studio] = await Promise.all([startHub(join(folder, 'hub')), openStudio(join(folder, 'studio'))]);
  const mara = await hub.account('Mara', ['author']);
  await connect(studio, hub, mara.headers);
});
afterEach(async () => {
  await studio.core.close();
  await hub.stop();
  await rm(folder, { recursive: true, force: true });
});

const handIn = async (moduleId: string): Promise<string> => {
  const job = await studio.client.publishing.handIn({ moduleId });
  expect(await studio.core.studio.jobs.finished(job.id)).toMatchObject({ state: 'done' });
  return (await studio.client.publishing.check({ moduleId })).revision;
};

test('an approved module is published with a receipt, and once however often it is asked', async () => {
  const { draft, clip } = await writeModule(studio);
  const moduleId = draft.id;
  const ole = await hub.account('Ole', ['reviewer']);
  const revision = await handIn(moduleId);
  await approve(hub.hub, ole, { moduleId, revision });
  const receipt = await studio.client.publishing.publish({ moduleId });
  expect(receipt).toMatchObject({ moduleId, revision, target: hub.url, bytesSent: clip.bytes });
  expect(receipt.page.startsWith(hub.url)).toBe(true);
  expect(await studio.client.publishing.publish({ moduleId })).toEqual(receipt);
  expect(await studio.client.publishing.receipts({ moduleId })).toEqual([receipt]);
});

test('a letter changed after the approval needs a new round', async () => {
  const { draft } = await writeModule(studio);
  const moduleId = draft.id;
  const ole = await hub.account('Ole', ['reviewer']);
  await approve(hub.hub, ole, { moduleId, revision: await handIn(moduleId) });
  await studio.client.modules.save({ id: moduleId, version: draft.version, content: { ...draft.content, title: 'Closing the tills' } });
  await expect(studio.client.publishing.publish({ moduleId })).rejects.toMatchObject({
    code: 'NOT_APPROVED',
    data: { state: 'changed since it was approved' },
  });
});

test('what a reviewer says arrives at the desk, and what is done is ticked off', async () => {
  const { draft } = await writeModule(studio);
  const moduleId = draft.id;
  const ole = await hub.account('Ole', ['reviewer']);
  const revision = await handIn(moduleId);
  const blockId = draft.content.body.content[1]?.attrs.id ?? '';
  await comment(hub.hub, ole, { moduleId, revision, anchor: { kind: 'block', blockId }, severity: 'must', text: 'Which drawer?' });
  await returnWithReasons(hub.hub, ole, { moduleId, revision, reasons: 'Nearly there.' });
  const review = await studio.client.publishing.review({ moduleId });
  expect(review).toMatchObject({
    state: 'changes-requested',
    reasons: 'Nearly there.',
    comments: [{ anchor: { kind: 'block', blockId }, severity: 'must', author: 'Ole', text: 'Which drawer?', turns: [] }],
  });
  const commentId = review.comments[0]?.id ?? '';
  const resolved = await studio.client.publishing.turnComment({ moduleId, commentId, state: 'resolved' });
  expect(resolved.comments[0]?.turns).toMatchObject([{ state: 'resolved', by: 'Mara' }]);
  expect(resolved).toEqual(await studio.client.publishing.review({ moduleId }));
});

test('an answer to a comment of the hub is one call to it', async () => {
  const { draft } = await writeModule(studio);
  const moduleId = draft.id;
  const [ole, lea] = [await hub.account('Ole', ['reviewer']), await hub.account('Lea', ['author'])];
  const line = await startLine(hub.port);
  try {
    await connect(studio, hub, lea.headers, line.url);
    const revision = await handIn(moduleId);
    await comment(hub.hub, ole, { moduleId, revision, anchor: { kind: 'module' }, severity: 'must', text: 'Which drawer?' });
    const [asked] = (await studio.client.publishing.review({ moduleId })).comments;
    let calls = 0;
    line.watch = async (piece) => {
      calls += piece.toString('latin1').split('POST /api/').length - 1;
    };
    const answered = await studio.client.publishing.replyToComment({ moduleId, commentId: asked?.id ?? '', text: 'The upper one.' });
    expect(calls).toBe(1);
    expect(answered.comments).toMatchObject([{ replies: [{ author: 'Lea', text: 'The upper one.' }] }]);
    await studio.client.publishing.review({ moduleId });
    expect(calls).toBe(2);
  } finally {
    await line.close();
  }
});

test('what was published can be taken back and published again', async () => {
  const { draft } = await writeModule(studio);
  const moduleId = draft.id;
  const ole = await hub.account('Ole', ['reviewer']);
  await approve(hub.hub, ole, { moduleId, revision: await handIn(moduleId) });
  await studio.client.publishing.publish({ moduleId });
  expect(await studio.client.publishing.retire({ moduleId })).toMatchObject({ state: 'retired', publishedRevision: null });
  expect(await studio.client.publishing.publish({ moduleId })).toMatchObject({ moduleId });
});

test('the command hands in what was not, says why it cannot publish yet, and publishes what is approved', async () => {
  const { draft } = await writeModule(studio, { title: 'Closing the till' });
  const moduleId = draft.id;
  const said: string[] = [];
  const run = (named: string) => publishModule(studio.client, named, (text) => said.push(text));
  await expect(run('Closing the till')).rejects.toMatchObject({ code: 'NOT_APPROVED', data: { state: 'in-review' } });
  expect(said).toEqual([expect.stringContaining('was handed in')]);
  await expect(run(moduleId)).rejects.toMatchObject({ code: 'NOT_APPROVED' });
  expect(said).toHaveLength(1);
  const ole = await hub.account('Ole', ['reviewer']);
  await approve(hub.hub, ole, { moduleId, revision: (await studio.client.publishing.check({ moduleId })).revision });
  expect(await run('Closing the till')).toMatchObject({ moduleId });
  await expect(run('Opening the till')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await writeModule(studio, { title: 'Closing the till' });
  await expect(run('Closing the till')).rejects.toMatchObject({ code: 'INPUT_INVALID' });
});
