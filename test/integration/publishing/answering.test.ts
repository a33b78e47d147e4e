import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask, asksFrom } from '../../../src/hub/relations/asks.ts';
import { approve } from '../../../src/hub/reviews/vet.ts';
import { insertTake } from '../../../src/main/capture/take-rows.ts';
import { connect } from '../support/connect.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { writeModule } from '../support/module.ts';
import { openStudio, type TestStudio } from '../support/studio.ts';

let folder: string;
let hub: TestHub;
let studio: TestStudio;
let mara: Awaited<ReturnType<TestHub['account']>>;
let ole: Awaited<ReturnType<TestHub['account']>>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'showhow-'));
  [hub, studio] = await Promise.all([startHub(join(folder, 'hub')), openStudio(join(folder, 'studio'))]);
  mara = await hub.account('Mara', ['author']);
  ole = await hub.account('Ole', ['reviewer']);
  await connect(studio, hub, mara.headers);
});
afterEach(async () => {
  await studio.core.close();
  await hub.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A take as it is while it is recorded, and later ready to be cut. */
async function take(): Promise<string> {
  const id = randomUUID();
  await insertTake(studio.core.studio.database, {
    ...{
      id,
      title: 'Take 1',
      origin: 'recorded',
      state: 'ready',
      createdAt: new Date().toISOString(),
      duration: 5,
      tracks: [],
      marks: [],
      redoes: null,
      lost: [],
    },
  });
  return id;
}

/** Ole's question, as Mara's studio has heard it. */
async function asked(text: string): Promise<string> {
  await ask(hub.hub, ole.id, { personId: mara.id }, text);
  const [first] = (await studio.client.insights.mine()).asks;
  return first?.id ?? '';
}

test('a take that answers a question is named by it, and the module made of it knows the question', async () => {
  const askId = await asked('How do I close the till when the drawer is stuck?\nIt is the old one.');
  const id = await take();
  await studio.client.insights.answerWith({ askId, take: id });
  expect(await studio.client.takes.get({ id })).toMatchObject({ title: 'How do I close the till when the drawer is stuck?' });
  const edit = await studio.client.edits.open({ take: id });
  const draft = await studio.client.modules.create({ edit: edit.id });
  expect(draft.content.title).toBe('How do I close the till when the drawer is stuck?');
  expect(await studio.client.insights.answering({ moduleId: draft.id })).toMatchObject({ id: askId, from: { name: 'Ole' }, answer: null });
  const other = await studio.client.modules.create({});
  expect(await studio.client.insights.answering({ moduleId: other.id })).toBeNull();
  await expect(studio.client.insights.answerWith({ askId: randomUUID(), take: id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('a published module answers the question with its link, an unpublished one is refused', async () => {
  const askId = await asked('Which drawer?');
  const { draft } = await writeModule(studio);
  const moduleId = draft.id;
  const answer = { askId, text: 'I made something that shows you.', moduleId };
  await expect(studio.client.insights.answer(answer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const job = await studio.client.publishing.handIn({ moduleId });
  await studio.core.studio.jobs.finished(job.id);
  const { revision } = await studio.client.publishing.check({ moduleId });
  await approve(hub.hub, ole, { moduleId, revision });
  await studio.client.publishing.publish({ moduleId });
  const module = { id: moduleId, title: 'Closing the till' };
  expect(await studio.client.insights.answer(answer)).toMatchObject({ answer: { module } });
  const shown = { id: moduleId, head: { title: module.title } };
  expect(await asksFrom(hub.hub, ole.id)).toMatchObject([{ answer: { text: answer.text, module: shown } }]);
  // Taken back, it is a link to nowhere and not shown.
  await studio.client.publishing.retire({ moduleId });
  expect(await asksFrom(hub.hub, ole.id)).toMatchObject([{ answer: { text: answer.text, module: null } }]);
});
