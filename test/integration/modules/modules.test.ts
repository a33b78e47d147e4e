import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ModuleContent } from '../../../src/shared/model/module.ts';
import { openStudio, type TestStudio } from '../support/studio.ts';

let folder: string;
let studio: TestStudio;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'showhow-'));
  studio = await openStudio(folder);
});
afterEach(async () => {
  await studio.core.close();
  await rm(folder, { recursive: true, force: true });
});

const titled = (content: ModuleContent, title: string): ModuleContent => ({ ...content, title });

describe('a module on the desk', () => {
  test('begins with a place to write, and is kept as it was saved', async () => {
    const { client } = studio;
    const made = await client.modules.create({});
    expect(made.content.body.content).toMatchObject([{ type: 'paragraph' }]);
    const saved = await client.modules.save({ id: made.id, version: made.version, content: titled(made.content, 'Warm the ring') });
    expect(saved.version).toBe(made.version + 1);
    expect((await client.modules.get({ id: made.id })).content.title).toBe('Warm the ring');
  });

  test('is still there after the studio was closed', async () => {
    const made = await studio.client.modules.create({});
    await studio.core.close();
    studio = await openStudio(folder);
    expect((await studio.client.modules.get({ id: made.id })).content).toEqual(made.content);
  });

  test('refuses a save that does not know of the last one, and keeps the last one', async () => {
    const { client } = studio;
    const { id, version, content } = await client.modules.create({});
    await client.modules.save({ id, version, content: titled(content, 'First window') });
    const late = client.modules.save({ id, version, content: titled(content, 'Second window') });
    await expect(late).rejects.toMatchObject({ code: 'MODULE_STALE', data: { version: 1 } });
    expect((await client.modules.get({ id })).content.title).toBe('First window');
  });

  test('tells every window of each save, beginning with how things stand', async () => {
    const { client } = studio;
    const { id, version, content } = await client.modules.create({});
    const stop = new AbortController();
    const heard = (await client.modules.watch({ id }, { signal: stop.signal }))[Symbol.asyncIterator]();
    expect((await heard.next()).value).toEqual({ version });
    await client.modules.save({ id, version, content: titled(content, 'First window') });
    expect((await heard.next()).value).toEqual({ version: version + 1 });
    stop.abort();
    const gone = await client.modules
      .watch({ id: '0f8fad5b-d9cb-469f-a165-70867728950e' })
      .then(
        (events) => events[Symbol.asyncIterator]().next(),
        (error: unknown) => Promise.reject(error),
      )
      .catch((error: unknown) => error);
    expect(gone).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('that was removed can be brought back, and takes no changes meanwhile', async () => {
    const { client } = studio;
    const { id, version, content } = await client.modules.create({});
    await client.modules.remove({ id });
    expect(await client.library.find({})).toEqual({ total: 0, entries: [] });
    await expect(client.modules.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(client.modules.save({ id, version, content })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await client.modules.restore({ id });
    expect(await client.library.find({})).toMatchObject({ total: 1, entries: [{ card: { id } }] });
  });

  test.each([
    ['a block of an unknown kind', { type: 'iframe', attrs: { id: '0f8fad5b-d9cb-469f-a165-70867728950e' } }],
    ['a block without an id', { type: 'paragraph' }],
    [
      'a link that runs something',
      {
        type: 'paragraph',
        attrs: { id: '0f8fad5b-d9cb-469f-a165-70867728950e' },
        content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:1' } }] }],
      },
    ],
  ])('refuses %s', async (_, block) => {
    const { client } = studio;
    const { id, version, content } = await client.modules.create({});
    const hostile = { ...content, body: { type: 'doc', content: [block] } } as unknown as ModuleContent;
    await expect(client.modules.save({ id, version, content: hostile })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });
});

describe('a revision', () => {
  test('is the same for the same content, another for another, and never changes', async () => {
    const { client } = studio;
    const { id, version, content } = await client.modules.create({});
    const first = await client.modules.fix({ id });
    expect(await client.modules.fix({ id })).toEqual(first);
    await client.modules.save({ id, version, content: titled(content, 'Changed') });
    const second = await client.modules.fix({ id });
    expect(second.hash).not.toBe(first.hash);
    const revisions = await client.modules.revisions({ id });
    expect(revisions.map(({ hash }) => hash).sort()).toEqual([first.hash, second.hash].sort());
    expect(revisions.find(({ hash }) => hash === first.hash)).toEqual(first);
  });

  test('can be made of a text that was cut through an emoji', async () => {
    const { client } = studio;
    const { id, version, content } = await client.modules.create({});
    await client.modules.save({ id, version, content: titled(content, 'Half \ud83d') });
    expect((await client.modules.fix({ id })).content.title).toBe('Half \ufffd');
  });
});

describe('the profile', () => {
  test('is empty at first and kept as saved', async () => {
    const { client } = studio;
    expect(await client.profile.get()).toMatchObject({ name: '', photo: null });
    const saved = { name: 'Mara Lind', role: 'Fitter', team: 'Workshop 2', photo: null, goodAt: ['Bearings'], askMeAbout: [] };
    await client.profile.save(saved);
    expect(await client.profile.get()).toEqual(saved);
  });
});

describe('the preview', () => {
  test('shows the module with its author, and allows no script but the player', async () => {
    const { client, core } = studio;
    const { id, version, content } = await client.modules.create({});
    await client.modules.save({ id, version, content: titled(content, '<script>alert(1)</script>') });
    await client.profile.save({ name: 'Mara Lind', role: '', team: '', photo: null, goodAt: [], askMeAbout: [] });
    const response = await core.fetch(new Request(`http://studio/preview/${id}?theme=dark"><script>`));
    const html = await response.text();
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(html).toContain('Mara Lind');
    expect(html.match(/<script[^>]*>/g)).toEqual(['<script type="module" src="/player/player.js">']);
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain('sandbox');
    expect(policy).not.toContain('unsafe');
  });

  test('of a module that is not there is 404', async () => {
    for (const id of ['0f8fad5b-d9cb-469f-a165-70867728950e', '..%2f..%2fetc', 'x'])
      expect((await studio.core.fetch(new Request(`http://studio/preview/${id}`))).status).toBe(404);
  });
});
