import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { LibraryCard } from '../../../src/shared/contract/library.ts';
import { newStudio, paragraph, video, write } from './support.ts';

describe('the library', () => {
  test('gives stretches of light cards in the order asked for, and counts all', async () => {
    const studio = await newStudio();
    for (const title of ['Zebra', 'Äpfel', 'apple pie', 'Mango']) await write(studio, { title }, [paragraph('fruit')]);
    const { total, entries } = await studio.client.library.find({ order: 'title', from: 1, count: 2 });
    expect(total).toBe(4);
    expect(entries.map(({ card }) => card.title)).toEqual(['apple pie', 'Mango']);
    expect(Object.keys(entries[0]?.card ?? {}).sort()).toEqual(Object.keys(LibraryCard.shape).sort());
    const newest = await studio.client.library.find({ order: 'changed' });
    expect(newest.entries.map(({ card }) => card.title)).toEqual(['Mango', 'apple pie', 'Äpfel', 'Zebra']);
  });

  test('keeps collections and tags beside the module, and skills in it', async () => {
    const { client, ...studio } = await newStudio();
    const { id } = await write({ client, ...studio }, { title: 'Till' });
    await write({ client, ...studio }, { title: 'Other' });
    const evening = await client.library.addCollection({ name: 'Evening' });
    await expect(client.library.addCollection({ name: 'evening' })).rejects.toMatchObject({ code: 'CONFLICT' });
    await client.library.sort({ id, collections: [evening.id, randomUUID()], tags: ['mine'], skills: ['Cash'] });
    expect((await client.modules.get({ id })).content.skills).toEqual(['Cash']);
    for (const filter of [{ collection: evening.id }, { tag: 'MINE' }, { skill: 'Cash' }, { collection: evening.id, words: 'til' }])
      expect((await client.library.find(filter)).entries.map(({ card }) => card.title)).toEqual(['Till']);
    expect(await client.library.facets()).toMatchObject({
      shelves: { all: 2, mine: 2, shared: 0, archived: 0 },
      states: { draft: 2, published: 0 },
      collections: [{ name: 'Evening', count: 1 }],
      tags: [{ name: 'mine', count: 1 }],
      skills: [{ name: 'Cash', count: 1 }],
    });
    await client.library.renameCollection({ id: evening.id, name: 'Late shift' });
    await client.library.removeCollection({ id: evening.id });
    expect((await client.library.find({})).total).toBe(2);
  });

  test('puts a copy beside the original', async () => {
    const studio = await newStudio();
    const made = await write(studio, { title: 'Till', skills: ['Cash'] }, [paragraph('alpha')]);
    const copy = await studio.client.library.duplicate({ id: made.id });
    expect(copy.content).toEqual({ ...made.content, title: 'Copy of Till' });
    expect(copy.id).not.toBe(made.id);
  });

  test('knows which modules show a video', async () => {
    const studio = await newStudio();
    await write(studio, { title: 'Shows it' }, [video('Film', null)]);
    const gone = await write(studio, { title: 'Showed it' }, [video('Film', null)]);
    await studio.client.modules.remove({ id: gone.id });
    expect((await studio.client.library.uses({ media: 'a'.repeat(64) })).map(({ title }) => title)).toEqual(['Shows it']);
    expect(await studio.client.library.uses({ media: 'c'.repeat(64) })).toEqual([]);
  });
});

describe('a block that was taken from another module', () => {
  test('knows when its original is changed, taken out, or removed with its module', async () => {
    const studio = await newStudio();
    const { client } = studio;
    const original = paragraph('Warm the ring.');
    const { id, version, content } = await write(studio, { title: 'Bearings' }, [original]);
    const place = { module: id, block: original.attrs.id };
    const { block, takenFrom } = await client.library.take(place);
    expect(block).toEqual(original);
    const now = async () => (await client.library.originals({ places: [place] }))[0];
    expect(await now()).toMatchObject({ state: 'there', title: 'Bearings', hash: takenFrom.hash });

    const body = (blocks: (typeof original)[]) => ({ type: 'doc' as const, content: blocks });
    const changed = { ...paragraph('Warm the ring slowly.'), attrs: original.attrs } as typeof original;
    await client.modules.save({ id, version, content: { ...content, body: body([changed]) } });
    const after = await now();
    expect(after?.state).toBe('there');
    expect(after?.hash).not.toBe(takenFrom.hash);
    await client.modules.save({ id, version: version + 1, content: { ...content, body: body([]) } });
    expect(await now()).toMatchObject({ state: 'block-gone', title: 'Bearings', hash: null });
    await expect(client.library.take(place)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await client.modules.remove({ id });
    expect(await now()).toMatchObject({ state: 'module-gone', hash: null });
  });
});
