import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Person } from '../../../src/hub/hub-env.ts';
import { hashFile } from '../../../src/node/media-store.ts';
import { isOver, type Job } from '../../../src/shared/contract/jobs.ts';
import { connect } from '../support/connect.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { type Line, startLine } from '../support/line.ts';
import { writeModule } from '../support/module.ts';
import { openStudio, type TestStudio } from '../support/studio.ts';

const MB = 1_000_000;

let folder: string;
let hub: TestHub;
let line: Line;
let studio: TestStudio;
let mara: Person & { headers: Headers };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'showhow-'));
  [hub, studio] = await Promise.all([startHub(join(folder, 'hub')), openStudio(join(folder, 'studio'))]);
  line = await startLine(hub.port);
  mara = await hub.account('Mara', ['author']);
  await connect(studio, hub, mara.headers, line.url);
});
afterEach(async () => {
  await studio.core.close();
  await line.close();
  await hub.stop();
  await rm(folder, { recursive: true, force: true });
});

const handIn = async (moduleId: string): Promise<Job> => {
  const { id } = await studio.client.publishing.handIn({ moduleId });
  return studio.core.studio.jobs.finished(id);
};

const arrived = async (hash: string) => (await hashFile(hub.hub.media.path(hash))).hash === hash;

/** Fires once, when that many more bytes have come from the studio. */
const after = (bytes: number) => {
  const from = line.received();
  return new Promise<void>((done) => {
    line.watch = async () => {
      if (line.received() - from < bytes) return;
      line.watch = null;
      done();
    };
  });
};

test('a module that is handed in waits for the reviewers, whole', async () => {
  const { draft, clip } = await writeModule(studio);
  expect(await studio.client.publishing.review({ moduleId: draft.id })).toMatchObject({ state: 'draft' });
  const check = await studio.client.publishing.check({ moduleId: draft.id });
  expect(check.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(check).toMatchObject({ files: 1, bytes: clip.bytes });
  expect(await handIn(draft.id)).toMatchObject({ state: 'done', progress: 1 });
  expect(await studio.client.publishing.review({ moduleId: draft.id })).toMatchObject({
    state: 'in-review',
    round: 1,
    revision: check.revision,
  });
  expect(await arrived(clip.hash)).toBe(true);
});

test('what the module still needs is named before anything is sent', async () => {
  const { id } = await studio.client.modules.create({});
  const sent = line.received();
  await expect(studio.client.publishing.handIn({ moduleId: id })).rejects.toMatchObject({
    code: 'MODULE_UNFINISHED',
    data: { findings: ['title', 'objective', 'body', 'profile-name'].map((rule) => expect.objectContaining({ rule })) },
  });
  expect(line.received()).toBe(sent);
});

test('the smaller sizes of a video go along with it', async () => {
  const [{ draft, clip }, smaller] = [await writeModule(studio), await writeModule(studio, { title: 'Smaller' })];
  const content = structuredClone(draft.content);
  for (const block of content.body.content)
    if (block.type === 'video') block.attrs.sizes = [{ media: smaller.clip.hash, width: 160, height: 90 }];
  await studio.client.modules.save({ id: draft.id, version: draft.version, content });
  const check = await studio.client.publishing.check({ moduleId: draft.id });
  expect(check).toMatchObject({ files: 2, bytes: clip.bytes + smaller.clip.bytes, videos: [{ media: clip.hash }] });
  expect(await handIn(draft.id)).toMatchObject({ state: 'done', progress: 1 });
  expect([await arrived(clip.hash), await arrived(smaller.clip.hash)]).toEqual([true, true]);
});

test('what the hub has already is not sent again', async () => {
  const { draft, clip } = await writeModule(studio, { bytes: 5 * MB });
  await handIn(draft.id);
  const sent = line.received();
  const content = { ...draft.content, objective: 'Close it alone, in three minutes' };
  await studio.client.modules.save({ id: draft.id, version: draft.version, content });
  expect(await handIn(draft.id)).toMatchObject({ state: 'done' });
  expect(line.received() - sent).toBeLessThan(clip.bytes / 10);
});

test('a connection cut in mid-upload and a hub that restarts cost no byte twice', async () => {
  const { draft, clip } = await writeModule(studio, { bytes: 24 * MB });
  const midway = after(9 * MB);
  const job = await studio.client.publishing.handIn({ moduleId: draft.id });
  await midway;
  line.cut();
  const { port } = hub;
  await hub.stop();
  hub = await startHub(join(folder, 'hub'), port);
  line.mend();
  expect(await studio.core.studio.jobs.finished(job.id)).toMatchObject({ state: 'done' });
  expect(await arrived(clip.hash)).toBe(true);
  // What was on the way when the line was cut is sent once more, and nothing else.
  expect(line.received()).toBeLessThan(clip.bytes + 9 * MB);
  expect(await studio.client.publishing.review({ moduleId: draft.id })).toMatchObject({ state: 'in-review' });
});

test('a proxy that finds nothing while the hub is upgraded only delays what is handed in, and costs no byte twice', async () => {
  const { draft, clip } = await writeModule(studio, { bytes: 24 * MB });
  const midway = after(9 * MB);
  line.away();
  const refused = await studio.client.publishing.handIn({ moduleId: draft.id });
  expect(await studio.core.studio.jobs.finished(refused.id)).toMatchObject({ state: 'failed', fault: { code: 'HUB_UNREACHABLE' } });
  line.mend();
  const job = await studio.client.publishing.handIn({ moduleId: draft.id });
  const over = studio.core.studio.jobs.finished(job.id);
  await Promise.race([midway, over]);
  line.away();
  await wait(1200);
  line.mend();
  expect(await over).toMatchObject({ state: 'done', fault: null });
  expect(await arrived(clip.hash)).toBe(true);
  expect(line.received()).toBeLessThan(clip.bytes + 9 * MB);
  line.away();
  await expect(studio.client.publishing.publish({ moduleId: draft.id })).rejects.toMatchObject({ code: 'HUB_UNREACHABLE' });
  line.mend();
  expect(await studio.client.publishing.review({ moduleId: draft.id })).toMatchObject({ state: 'in-review' });
});

test('a studio that is closed in mid-upload goes on by itself at its next start', async () => {
  const { draft, clip } = await writeModule(studio, { bytes: 24 * MB });
  const midway = after(9 * MB);
  const { id } = await studio.client.publishing.handIn({ moduleId: draft.id });
  await midway;
  await studio.core.close();
  expect(line.received()).toBeLessThan(clip.bytes);
  studio = await openStudio(join(folder, 'studio'));
  expect(await studio.core.studio.jobs.finished(id)).toMatchObject({ state: 'done' });
  expect(await arrived(clip.hash)).toBe(true);
  expect(line.received()).toBeLessThan(clip.bytes + 9 * MB);
});

test('a cancelled upload hands nothing in, and the next one goes on from there', async () => {
  const { draft, clip } = await writeModule(studio, { bytes: 24 * MB });
  const midway = after(9 * MB);
  const { id } = await studio.client.publishing.handIn({ moduleId: draft.id });
  await midway;
  expect(await studio.client.jobs.cancel({ id })).toMatchObject({ state: 'cancelled' });
  expect(await studio.client.publishing.review({ moduleId: draft.id })).toMatchObject({ state: 'draft' });
  expect(await handIn(draft.id)).toMatchObject({ state: 'done' });
  expect(line.received()).toBeLessThan(clip.bytes + 9 * MB);
});

test('what was changed while it is uploaded and handed in again is what the hub gets, and no byte of it twice', async () => {
  const { draft, clip } = await writeModule(studio, { bytes: 24 * MB });
  const moduleId = draft.id;
  const midway = after(9 * MB);
  const first = await studio.client.publishing.handIn({ moduleId });
  await midway;
  expect((await studio.client.publishing.handIn({ moduleId })).id).toBe(first.id);
  const content = { ...draft.content, objective: 'Close it alone, in three minutes' };
  await studio.client.modules.save({ id: moduleId, version: draft.version, content });
  expect(await handIn(moduleId)).toMatchObject({ state: 'done' });
  expect(await studio.core.studio.jobs.get(first.id)).toMatchObject({ state: 'cancelled' });
  const { revision } = await studio.client.publishing.check({ moduleId });
  expect(await studio.client.publishing.review({ moduleId })).toMatchObject({ state: 'in-review', round: 1, revision });
  expect(line.received()).toBeLessThan(clip.bytes + 9 * MB);
});

test('a file the hub loses before the manifest comes is sent once more', async () => {
  const { draft, clip } = await writeModule(studio);
  line.watch = async (piece) => {
    if (!piece.includes('/api/reviews/handIn')) return;
    line.watch = null;
    await hub.hub.media.remove(clip.hash);
  };
  expect(await handIn(draft.id)).toMatchObject({ state: 'done' });
  expect(await arrived(clip.hash)).toBe(true);
});

test('a sign-in that has expired is said, and nothing is lost', async () => {
  const { draft } = await writeModule(studio);
  await (await hub.hub.accounts()).endSessions(mara.id);
  const job = await handIn(draft.id);
  expect(job).toMatchObject({ state: 'failed', fault: { code: 'SIGN_IN_EXPIRED' } });
  const again = await hub.account('Mara2', ['author']);
  await connect(studio, hub, again.headers, line.url);
  expect(await handIn(draft.id)).toMatchObject({ state: 'done' });
});

test('a person without the role of an author is told which one she needs', async () => {
  const { draft } = await writeModule(studio);
  const ole = await hub.account('Ole', ['learner']);
  await connect(studio, hub, ole.headers, line.url);
  const job = await handIn(draft.id);
  expect(isOver(job.state)).toBe(true);
  expect(job.fault?.code).toMatch(/ROLE_MISSING|NOT_ALLOWED/);
});

test('where the hub does not answer, what it said last still stands', async () => {
  const { draft } = await writeModule(studio);
  await handIn(draft.id);
  const heard = await studio.client.publishing.reviews();
  line.cut();
  expect(await studio.client.publishing.reviews()).toEqual(heard);
  expect(await studio.client.publishing.review({ moduleId: draft.id })).toMatchObject({ state: 'in-review' });
  await expect(studio.client.publishing.publish({ moduleId: draft.id })).rejects.toMatchObject({ code: 'HUB_UNREACHABLE' });
});
