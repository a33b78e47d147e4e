import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { exchangeDesk } from '../../../src/cli/exchange-desk.ts';
import type { ModuleDraft } from '../../../src/shared/model/module.ts';
import { writeModule } from '../support/module.ts';
import { bytesOf, edit, give, tampered } from '../support/showhow-files.ts';
import { openStudio, type TestStudio } from '../support/studio.ts';
import { png } from './pictures.ts';

let folder = '';
let mara: TestStudio;
let draft: ModuleDraft;
let file: Buffer;
const opened: TestStudio[] = [];

const exportOf = (studio: TestStudio, id: string): Promise<Buffer> => bytesOf(studio, `/exports/${id}/showhow`);
const send = (studio: TestStudio, body: Buffer, name = 'till.showhow') => give(studio, body, name);
const another = async (name: string): Promise<TestStudio> => {
  const studio = await openStudio(join(folder, name));
  opened.push(studio);
  return studio;
};

/** The same file with its files changed; without new sums, because the change is the point. */
const changed = (bytes: Buffer, change: (files: Map<string, Buffer>) => void): Promise<Buffer> =>
  tampered(folder, bytes, change, { sums: false });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundle-'));
  mara = await openStudio(join(folder, 'mara'));
  const written = await writeModule(mara);
  const photo = await mara.core.fetch(
    new Request('http://studio/media?name=face.png', { method: 'POST', body: new Uint8Array(png(40, 40)) }),
  );
  const { hash } = (await photo.json()) as { hash: string };
  await mara.client.profile.save({ ...(await mara.client.profile.get()), photo: hash, role: 'Shop lead' });
  draft = written.draft;
  file = await exportOf(mara, draft.id);
});
afterEach(async () => {
  for (const { core } of opened.splice(0)) await core.close();
});
afterAll(async () => {
  await mara.core.close();
  await rm(folder, { recursive: true });
});

test('a module that goes to another workspace arrives whole: same id, same revision, its media and its author', async () => {
  const tom = await another('tom');
  const revision = (await mara.client.modules.fix({ id: draft.id })).hash;
  const answer = await send(tom, file);
  expect(answer).toMatchObject({ module: draft.id, title: 'Closing the till', from: 'showhow', dropped: [], revision });
  expect(answer.author).toMatchObject({ name: 'Mara', role: 'Shop lead' });
  expect((await tom.client.modules.get({ id: draft.id })).content).toEqual(draft.content);
  expect(await tom.client.modules.revisions({ id: draft.id })).toMatchObject([{ hash: revision }]);
  for (const hash of [
    answer.author?.photo,
    ...draft.content.body.content.flatMap((block) => (block.type === 'video' ? [block.attrs.media] : [])),
  ]) {
    const bytes = await tom.core.fetch(new Request(`http://studio/media/${hash}`));
    expect(
      createHash('sha256')
        .update(Buffer.from(await bytes.arrayBuffer()))
        .digest('hex'),
    ).toBe(hash);
  }
});

test('a file of a module is no hand-in: nothing of it is written into the history', async () => {
  const kinds = async () => (await mara.client.history.list({ id: draft.id })).moments.map(({ kind }) => kind);
  const before = await kinds();
  const content = { ...draft.content, objective: 'You count it twice.' };
  const { version } = await mara.client.modules.get({ id: draft.id });
  const changed = await mara.client.modules.save({ id: draft.id, version, content });
  await exportOf(mara, draft.id);
  expect(await kinds()).toEqual(before);
  await mara.client.modules.save({ id: draft.id, version: changed.version, content: draft.content });
});

test('what is passed on is the same file, byte for byte, and still its author’s', async () => {
  const tom = await another('passing');
  expect(await exportOf(mara, draft.id)).toEqual(file);
  await send(tom, file);
  await tom.client.profile.save({ ...(await tom.client.profile.get()), name: 'Tom' });
  expect(await exportOf(tom, draft.id)).toEqual(file);
});

test('what was searched in a video elsewhere counts where it is handed in, as what its file says, and travels on as it came', async () => {
  const tom = await another('searched');
  const [media = ''] = draft.content.body.content.flatMap((block) => (block.type === 'video' ? [block.attrs.media] : []));
  const record = { media, searchedAt: '2026-11-22T10:00:00.000Z', reader: 'reader 5', language: 'en', seconds: 1, kinds: [] };
  const searched = await changed(file, (files) => {
    files.set('sweeps.json', Buffer.from(JSON.stringify([record])));
    const bytes = files.get('sweeps.json') ?? Buffer.alloc(0);
    const hash = createHash('sha256').update(bytes).digest('hex');
    edit(files, 'manifest.json', ({ parts }) => {
      const part = (parts as { name: string; hash: string; bytes: number }[]).find(({ name }) => name === 'sweeps.json');
      Object.assign(part ?? {}, { hash, bytes: bytes.length });
    });
  });
  await send(tom, file);
  expect((await tom.client.publishing.check({ moduleId: draft.id })).videos).toMatchObject([{ state: 'unsearched' }]);
  await tom.client.exchange.settle({ waiting: (await send(tom, searched)).waiting, as: 'replace' });
  expect((await tom.client.publishing.check({ moduleId: draft.id })).videos).toMatchObject([{ state: 'clear', edit: null }]);
  const desk = await exchangeDesk(tom.core.studio);
  expect((await desk.videos(draft.content)).map((judged) => judged.record)).toEqual([{ ...record, reader: 'reader 5, as its file says' }]);
  const { bundleOf } = await import('../../../src/main/exchange/export.ts');
  const revision = await tom.client.modules.fix({ id: draft.id });
  expect((await bundleOf(tom.core.studio, desk, revision)).sweeps).toEqual([record]);
});

test('a module that is here already waits for an answer; replacing keeps what was there as a revision, a copy stands beside it', async () => {
  const tom = await another('twice');
  await send(tom, file);
  const here = await tom.client.modules.get({ id: draft.id });
  const mine = await tom.client.modules.save({ id: here.id, version: here.version, content: { ...here.content, title: 'My own words' } });
  const waiting = await send(tom, file);
  expect(waiting).toMatchObject({ title: 'Closing the till', same: false, author: { name: 'Mara' } });
  expect((await tom.client.modules.get({ id: draft.id })).content).toEqual(mine.content);

  const replaced = await tom.client.exchange.settle({ waiting: waiting.waiting, as: 'replace' });
  expect(replaced.module).toBe(draft.id);
  expect((await tom.client.modules.get({ id: draft.id })).content).toEqual(draft.content);
  const titles = (await tom.client.modules.revisions({ id: draft.id })).map(({ content }) => content.title);
  expect(titles.toSorted()).toEqual(['Closing the till', 'My own words']);
  await expect(tom.client.exchange.settle({ waiting: waiting.waiting, as: 'replace' })).rejects.toMatchObject({ code: 'NOT_FOUND' });

  const again = await send(tom, file);
  expect(again.same).toBe(true);
  const copy = await tom.client.exchange.settle({ waiting: again.waiting, as: 'copy' });
  expect(copy.module).not.toBe(draft.id);
  expect(copy.revision).toBe(replaced.revision);
  expect((await tom.client.library.find({})).total).toBe(2);
});

test('one that was removed here comes back as whose it was: one’s own, or a colleague’s', async () => {
  const tom = await another('removed');
  await send(tom, file);
  const own = (await writeModule(tom)).draft.id;
  const saved = await exportOf(tom, own);
  for (const [id, bytes] of [
    [draft.id, file],
    [own, saved],
  ] as const) {
    await tom.client.modules.remove({ id });
    expect((await send(tom, bytes)).module).toBe(id);
  }
  expect((await tom.client.library.facets()).shelves).toMatchObject({ all: 2, mine: 1, shared: 1 });
});

test('a newer file is refused as newer, whether it says so or holds what is not known', async () => {
  const tom = await another('newer');
  const newer = expect.objectContaining({ code: 'BUNDLE_NEWER' });
  const said = await changed(file, (files) => edit(files, 'manifest.json', (manifest) => Object.assign(manifest, { version: 2 })));
  await expect(send(tom, said)).rejects.toEqual(newer);
  const sum = (bytes: Buffer | undefined) =>
    createHash('sha256')
      .update(bytes ?? '')
      .digest('hex');
  for (const [what, news] of [
    ['an attribute', { mood: 'calm' }],
    ['a block', { body: { type: 'doc', content: [{ type: 'hologram', attrs: { id: crypto.randomUUID() } }] } }],
  ] as const) {
    const unknown = await changed(file, (files) => {
      edit(files, 'module.json', (module) => Object.assign(module, news));
      const hash = sum(files.get('module.json'));
      edit(files, 'manifest.json', (manifest) => {
        const part = (manifest.parts as { name: string; hash: string; bytes: number }[]).find(({ name }) => name === 'module.json');
        Object.assign(part ?? {}, { hash, bytes: files.get('module.json')?.length });
        manifest.revision = hash;
      });
    });
    await expect(send(tom, unknown), what).rejects.toEqual(newer);
  }
  expect((await tom.client.library.find({})).total).toBe(0);
});

test('a broken file is refused with the part that is broken, and nothing of it stays', async () => {
  const tom = await another('broken');
  const broken = (part: string) => ({ code: 'BUNDLE_BROKEN', data: { name: 'till.showhow', part } });
  const media = draft.content.body.content.flatMap((block) => (block.type === 'video' ? [`media/${block.attrs.media}`] : []));
  const flip = (name: string) => (files: Map<string, Buffer>) => {
    const bytes = Buffer.from(files.get(name) ?? '');
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 5) ^ 1, bytes.length - 5);
    files.set(name, bytes);
  };
  for (const [part, change] of [
    ['the lesson', flip('module.json')],
    ['the author’s profile', flip('author.json')],
    ['the record of the privacy search', (files: Map<string, Buffer>) => files.delete('sweeps.json')],
    ['the video “Closing the till”', flip(media[0] ?? '')],
    ['the video “Closing the till”', (files: Map<string, Buffer>) => files.delete(media[0] ?? '')],
    ['the table of contents', (files: Map<string, Buffer>) => files.set('manifest.json', Buffer.from('{"format":"other"}'))],
  ] as const) {
    await expect(send(tom, await changed(file, change)), part).rejects.toEqual(broken(part));
  }
  expect((await tom.client.library.find({})).total).toBe(0);
  expect(tom.core.studio.media.has(media[0]?.slice(6) ?? '')).toBe(false);
  await expect(send(tom, file.subarray(0, file.length - 400))).rejects.toMatchObject({ code: 'ARCHIVE_BROKEN' });
  const deep = await changed(file, (files) => files.set('manifest.json', Buffer.from('['.repeat(20_000) + ']'.repeat(20_000))));
  await expect(send(tom, deep)).rejects.toMatchObject({ code: 'DOCUMENT_TOO_DEEP', data: { name: 'till.showhow' } });
});

test('a part that is not known is left in the file and said, and so is a file that nobody lists', async () => {
  const tom = await another('parts');
  const more = Buffer.from('{"a":1}');
  const withMore = await changed(file, (files) => {
    files.set('future.json', more).set('readme.txt', Buffer.from('hello'));
    const hash = createHash('sha256').update(more).digest('hex');
    edit(files, 'manifest.json', (manifest) => (manifest.parts as unknown[]).push({ name: 'future.json', hash, bytes: more.length }));
  });
  expect((await send(tom, withMore)).dropped.map(({ what }) => what)).toEqual(['The part “future.json”', 'The file “readme.txt”']);
});

test('what travels is what the desk of a command gives as well', async () => {
  const desk = await exchangeDesk(mara.core.studio);
  expect((await desk.profile()).name).toBe('Mara');
  expect(await readFile(mara.core.studio.media.path((await desk.profile()).photo ?? ''))).toEqual(png(40, 40));
});

test('a file that lists one of my files under another name is refused, and takes nothing of mine away', async () => {
  const tom = await another('robbed');
  const mine = png(50, 40);
  const answer = await tom.core.fetch(new Request('http://studio/media?name=mine.png', { method: 'POST', body: new Uint8Array(mine) }));
  const { hash } = (await answer.json()) as { hash: string };
  const robbing = await changed(file, (files) => {
    const name = [...files].find(([one, bytes]) => one.startsWith('media/') && bytes.length > mine.length)?.[0] ?? '';
    files.set(name, mine);
  });
  await expect(send(tom, robbing)).rejects.toMatchObject({ code: 'BUNDLE_BROKEN' });
  const kept = await tom.core.fetch(new Request(`http://studio/media/${hash}`));
  expect(Buffer.from(await kept.arrayBuffer())).toEqual(mine);
});

test('a file whose last step fails leaves nothing behind: no module, no version, no media; and it can be brought in again', async () => {
  const tom = await another('tom-full');
  const database = new Database(join(folder, 'tom-full', 'showhow.db'));
  const count = (table: string) => database.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  try {
    database.exec("CREATE TRIGGER no_room BEFORE INSERT ON brought BEGIN SELECT RAISE(ABORT, 'no room'); END");
    await expect(send(tom, file)).rejects.toMatchObject({ code: 'UNEXPECTED' });
    expect(['modules', 'revisions', 'moments'].map(count)).toEqual([0, 0, 0]);
    for (const hash of draft.content.body.content.flatMap((block) => (block.type === 'video' ? [block.attrs.media] : [])))
      expect((await tom.core.fetch(new Request(`http://studio/media/${hash}`))).status).toBe(404);
    database.exec('DROP TRIGGER no_room');
    expect(await send(tom, file)).toMatchObject({ module: draft.id });
    expect(await tom.client.modules.get({ id: draft.id })).toMatchObject({ content: draft.content });
  } finally {
    database.close();
  }
});

test('a file that cannot take the place of the module that is here leaves it as it was', async () => {
  const tom = await another('tom-there');
  await send(tom, file);
  const { version, content } = await tom.client.modules.get({ id: draft.id });
  const mine = { ...content, objective: 'My own words.' };
  await tom.client.modules.save({ id: draft.id, version, content: mine });
  const kept = (await tom.client.history.list({ id: draft.id })).moments.length;
  const database = new Database(join(folder, 'tom-there', 'showhow.db'));
  try {
    database.exec("CREATE TRIGGER no_room BEFORE UPDATE ON brought BEGIN SELECT RAISE(ABORT, 'no room'); END");
    const { waiting } = await send(tom, file);
    await expect(tom.client.exchange.settle({ waiting, as: 'replace' })).rejects.toMatchObject({ code: 'UNEXPECTED' });
    expect((await tom.client.modules.get({ id: draft.id })).content).toEqual(mine);
    expect((await tom.client.history.list({ id: draft.id })).moments).toHaveLength(kept);
  } finally {
    database.close();
  }
});
