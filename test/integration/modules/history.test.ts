import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ModuleDraft } from '../../../src/shared/model/module.ts';
import { openStudio, type TestStudio } from '../support/studio.ts';

let folder: string;
let studio: TestStudio;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-26T08:00:00.000Z') });
  folder = await mkdtemp(join(tmpdir(), 'showhow-'));
  studio = await openStudio(folder);
});
afterEach(async () => {
  await studio.core.close();
  await rm(folder, { recursive: true, force: true });
  vi.useRealTimers();
});

const minutes = (count: number) => vi.setSystemTime(Date.now() + count * 60_000);

async function saved(draft: ModuleDraft, title: string): Promise<ModuleDraft> {
  return studio.client.modules.save({ id: draft.id, version: draft.version, content: { ...draft.content, title } });
}
const kept = async (id: string) => (await studio.client.history.list({ id })).moments;
const titleOf = async (id: string, hash: string) => (await studio.client.history.revision({ id, hash })).content.title;

describe('the history of a module', () => {
  test('keeps nothing while one writes for a while, and what stood there when one goes on after a rest', async () => {
    let draft = await studio.client.modules.create({});
    minutes(1);
    draft = await saved(draft, 'One');
    minutes(2);
    draft = await saved(draft, 'Two');
    expect(await kept(draft.id)).toEqual([]);
    minutes(30);
    draft = await saved(draft, 'Three');
    minutes(1);
    draft = await saved(draft, 'Four');
    const moments = await kept(draft.id);
    expect(moments).toMatchObject([{ kind: 'pause', name: null, at: '2026-11-26T08:03:00.000Z' }]);
    expect(await titleOf(draft.id, moments[0]?.hash ?? '')).toBe('Two');
    expect((await studio.client.history.list({ id: draft.id })).now).toBe('The title changed.');
  });

  test('keeps a version every ten minutes of writing without a rest', async () => {
    let draft = await studio.client.modules.create({});
    for (let minute = 1; minute <= 45; minute += 1) {
      minutes(1);
      draft = await saved(draft, `Minute ${minute}`);
    }
    expect(await kept(draft.id)).toHaveLength(4);
  });

  test('keeps a version under a name, which can be changed and taken away', async () => {
    const draft = await saved(await studio.client.modules.create({}), 'Change a blade');
    const { id } = draft;
    const named = await studio.client.history.keep({ id, name: 'For Ole' });
    expect(named).toMatchObject({ kind: 'named', name: 'For Ole' });
    expect(await studio.client.history.rename({ id, moment: named.id, name: 'For Ida' })).toMatchObject({ name: 'For Ida' });
    await studio.client.history.rename({ id, moment: named.id, name: null });
    expect(await kept(id)).toMatchObject([{ id: named.id, name: null, kind: 'named' }]);
    const unknown = studio.client.history.rename({ id, moment: id, name: 'x' });
    await expect(unknown).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('brings a version back as one save, and that too can be undone', async () => {
    let draft = await saved(await studio.client.modules.create({}), 'Old');
    const { id } = draft;
    const old = await studio.client.history.keep({ id, name: 'The old one' });
    draft = await saved(draft, 'New');
    const { draft: restored, before } = await studio.client.history.restore({ id, hash: old.hash });
    expect(restored).toMatchObject({ version: draft.version + 1, content: { title: 'Old' } });
    expect(before.kind).toBe('restored');
    const undone = await studio.client.history.restore({ id, hash: before.hash });
    expect(undone.draft.content.title).toBe('New');
    await expect(studio.client.history.restore({ id, hash: 'f'.repeat(64) })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('has what was handed in, once, and for good', async () => {
    const draft = await saved(await studio.client.modules.create({}), 'Change a blade');
    const { id } = draft;
    const revision = await studio.client.modules.fix({ id });
    expect((await studio.client.modules.fix({ id })).hash).toBe(revision.hash);
    expect(await kept(id)).toMatchObject([{ kind: 'handed-in', hash: revision.hash }]);
    expect(await studio.client.modules.revisions({ id })).toMatchObject([{ hash: revision.hash }]);
  });

  test('grows thinner with age, and lets go of states that nothing speaks of any more', async () => {
    let draft = await studio.client.modules.create({});
    for (let step = 1; step <= 12; step += 1) {
      minutes(11);
      draft = await saved(draft, `Step ${step}`);
    }
    expect(await kept(draft.id)).toHaveLength(11);
    minutes(3 * 24 * 60);
    draft = await saved(draft, 'Days later');
    // Two hours of work lie three days back: one version an hour is left, and the last one.
    const left = await kept(draft.id);
    expect(left.length).toBeLessThanOrEqual(4);
    expect(left.length).toBeGreaterThanOrEqual(2);
    expect(await studio.client.modules.revisions({ id: draft.id })).toHaveLength(left.length);
  });

  test('says what happened from one version to the next', async () => {
    let draft = await saved(await studio.client.modules.create({}), 'Blade');
    await studio.client.history.keep({ id: draft.id, name: 'One' });
    minutes(1);
    const paragraph = {
      type: 'paragraph' as const,
      attrs: { id: '0f8fad5b-d9cb-469f-a165-70867728950e' },
      content: [{ type: 'text' as const, text: 'Warm it.' }],
    };
    const content = { ...draft.content, body: { ...draft.content.body, content: [...draft.content.body.content, paragraph] } };
    draft = await studio.client.modules.save({ id: draft.id, version: draft.version, content });
    await studio.client.history.keep({ id: draft.id, name: 'Two' });
    expect((await kept(draft.id)).map(({ name, summary }) => [name, summary])).toEqual([
      ['Two', '1 part new.'],
      ['One', 'The first version that was kept.'],
    ]);
  });
});
