import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { migrations } from '../../../src/main/database/migrations.ts';
import type { Tables } from '../../../src/main/database/tables.ts';
import { openDatabase } from '../../../src/node/sqlite.ts';
import { openStudio } from '../support/studio.ts';
import { captions, heading, newFolder, newStudio, paragraph, titles, video, write } from './support.ts';

describe('the search', () => {
  test('finds words wherever they stand, and says where', async () => {
    const studio = await newStudio();
    const said = await captions(studio, [
      [2, 'First you open the drawer.'],
      [63.5, 'Now the Señor counts the coins.'],
    ]);
    const blocks = [heading('Before the evening'), paragraph('Warm the ring slowly.'), video('The till', said)];
    const quiz = { kind: 'single' as const, question: 'Which spanner fits?', options: [], explanation: '' };
    const asked = { type: 'quiz' as const, attrs: { id: randomUUID(), quiz } };
    await write(studio, { title: 'Closing the till', objective: 'You close it alone.', skills: ['Cash handling'] }, [...blocks, asked]);
    const find = async (words: string) => (await studio.client.library.find({ words })).entries[0]?.hits[0];
    const [head, text, film] = blocks.map(({ attrs }) => attrs.id);

    expect(await find('closing')).toMatchObject({ where: 'title', block: null });
    expect(await find('alone')).toMatchObject({ where: 'objective' });
    expect(await find('cash')).toMatchObject({ where: 'labels' });
    expect(await find('evening')).toMatchObject({ where: 'headings', block: head, kind: 'heading' });
    expect(await find('spanner')).toMatchObject({ where: 'text', kind: 'question', block: asked.attrs.id });
    expect(await find('slowly')).toMatchObject({
      where: 'text',
      block: text,
      parts: [
        { text: 'Warm the ring ', found: false },
        { text: 'slowly', found: true },
        { text: '.', found: false },
      ],
    });
    expect(await find('senor coins')).toMatchObject({ where: 'spoken', block: film, second: 63.5 });
    expect(await find('nothing')).toBeUndefined();
  });

  test('takes beginnings of words, words in any order and place, and phrases as they stand', async () => {
    const studio = await newStudio();
    await write(studio, { title: 'Bearings' }, [paragraph('Warm the ring, then wait.')]);
    await write(studio, { title: 'Wedding' }, [paragraph('The ring is not warm. Wait outside.')]);
    expect(await titles(studio, 'bear')).toEqual(['Bearings']);
    expect((await titles(studio, 'wait ring')).sort()).toEqual(['Bearings', 'Wedding']);
    expect(await titles(studio, '"warm the ring"')).toEqual(['Bearings']);
    expect(await titles(studio, '"wai"')).toEqual([]);
    expect(await titles(studio, 'ring wedding')).toEqual(['Wedding']);
  });

  test('finds words of scripts that put no blanks between them', async () => {
    const studio = await newStudio();
    await write(studio, { title: '軸受の交換' }, [paragraph('リングをゆっくり温めます。')]);
    await write(studio, { title: 'อบรม' }, [paragraph('ปิดวาล์วก่อนเริ่มงาน')]);
    expect(await titles(studio, '交換')).toEqual(['軸受の交換']);
    expect(await titles(studio, '温め リング')).toEqual(['軸受の交換']);
    expect(await titles(studio, '交軸')).toEqual([]);
    expect(await titles(studio, 'วาล์ว')).toEqual(['อบรม']);
  });

  test('puts the title before the objective, headings, text and what is said', async () => {
    const studio = await newStudio();
    const said = await captions(studio, [[0, 'Torque is said here']]);
    const filler = paragraph('Nothing in particular is said in this one at all');
    await write(studio, { title: 'In speech' }, [video('', said), filler]);
    await write(studio, { title: 'In the text' }, [paragraph('Torque is written here'), filler]);
    await write(studio, { title: 'In a heading' }, [heading('Torque as a heading'), filler]);
    await write(studio, { title: 'In the objective', objective: 'You know torque by hand' }, [filler]);
    await write(studio, { title: 'Torque' }, [filler]);
    expect(await titles(studio, 'torque')).toEqual(['Torque', 'In the objective', 'In a heading', 'In the text', 'In speech']);
  });

  test('takes whatever is typed as words, and answers', async () => {
    const studio = await newStudio();
    await write(studio, { title: 'A"b OR c* (d) NEAR -e ^f {g} h:i' }, [paragraph('🙂 Grüße, naïve Straße')]);
    const hostile = ['"', '""', "'; DROP TABLE modules; --", '*', 'a AND', 'NOT', '(', 'title:a', '\0', 'a\0b', '🙂', '^f', '{g} : h', '-'];
    for (const words of hostile) await expect(studio.client.library.find({ words })).resolves.toMatchObject({ total: expect.any(Number) });
    for (const words of ['GRÜSSE', 'grusse strasse', 'gruße naive', '"NAÏVE STRAßE"']) expect(await titles(studio, words)).toHaveLength(1);
    expect(await titles(studio, '(d) h:i OR')).toHaveLength(1);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (words) => {
        await studio.client.library.find({ words });
      }),
      { numRuns: 300 },
    );
  });
});

describe('the index', () => {
  test('follows what is saved, removed, brought back, archived and tagged', async () => {
    const studio = await newStudio();
    const { client } = studio;
    const { id, version, content } = await write(studio, { title: 'First' }, [paragraph('alpha')]);
    expect(await titles(studio, 'alpha')).toEqual(['First']);
    await client.modules.save({
      id,
      version,
      content: { ...content, title: 'Second', body: { type: 'doc', content: [paragraph('beta')] } },
    });
    expect(await titles(studio, 'alpha')).toEqual([]);
    expect(await titles(studio, 'beta')).toEqual(['Second']);
    await client.modules.remove({ id });
    expect(await titles(studio, 'beta')).toEqual([]);
    await client.modules.restore({ id });
    expect(await titles(studio, 'beta')).toEqual(['Second']);
    await client.library.archive({ id, archived: true });
    expect(await titles(studio, 'beta')).toEqual([]);
    expect((await client.library.find({ words: 'beta', shelf: 'archived' })).total).toBe(1);
    await client.library.archive({ id, archived: false });
    await client.library.sort({ id, collections: [], tags: ['Workshop', 'workshop'], skills: ['Bearings'] });
    expect(await titles(studio, 'workshop')).toEqual(['Second']);
    expect(await titles(studio, 'bearings')).toEqual(['Second']);
    await client.library.sort({ id, collections: [], tags: [], skills: [] });
    expect(await titles(studio, 'workshop')).toEqual([]);
    expect((await client.modules.get({ id })).content).not.toHaveProperty('skills');
  });

  test('follows captions that were changed, and finds those that come later', async () => {
    const studio = await newStudio();
    const { client } = studio;
    const before = await captions(studio, [[1, 'A word misheard']]);
    const film = video('Film', before);
    const { id, version, content } = await write(studio, { title: 'Film' }, [film]);
    expect(await titles(studio, 'misheard')).toEqual(['Film']);
    const after = await captions(studio, [[1, 'A word corrected']]);
    const attrs = { ...film.attrs, captions: { media: after, language: 'en' } };
    await client.modules.save({
      id,
      version,
      content: { ...content, body: { type: 'doc', content: [{ ...film, attrs } as typeof film] } },
    });
    expect(await titles(studio, 'misheard')).toEqual([]);
    expect(await titles(studio, 'corrected')).toEqual(['Film']);
  });

  test.each(['0006', '0012'])('is made of a workspace from before %s when it is opened', async (first) => {
    const folder = await newFolder();
    const old = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < first));
    const { kysely } = await openDatabase<Tables>(join(folder, 'showhow.db'), old);
    const at = '2026-11-01T08:00:00.000Z';
    const content = { title: 'Old but good', objective: '', language: 'en', body: { type: 'doc', content: [paragraph('kept words')] } };
    const row = { id: randomUUID(), version: 3, content: JSON.stringify(content), created_at: at, updated_at: at, removed_at: null };
    const broken = { ...row, id: randomUUID(), content: '{"title":"No module"}' };
    await kysely.insertInto('modules').values([row, broken]).execute();
    // Whoever had a catalogue had read them.
    if (first > '0006') await kysely.deleteFrom('uncatalogued').execute();
    await kysely.destroy();
    const studio = await openStudio(folder);
    onTestFinished(() => studio.core.close());
    expect(await titles(studio, 'kept')).toEqual(['Old but good']);
    expect((await studio.client.library.find({})).total).toBe(1);
  });

  test('takes a save and its mark back together', async () => {
    const studio = await newStudio();
    const { id } = await write(studio, { title: 'Stays' }, [paragraph('alpha')]);
    expect(await titles(studio, 'alpha')).toEqual(['Stays']);
    const { database } = studio.core.studio;
    const undone = database.transaction().execute(async (within) => {
      await within.updateTable('modules').set({ content: '{}' }).where('id', '=', id).execute();
      expect(await within.selectFrom('uncatalogued').selectAll().execute()).toHaveLength(1);
      throw new Error('the disk is full');
    });
    await expect(undone).rejects.toThrow('the disk is full');
    expect(await database.selectFrom('uncatalogued').selectAll().execute()).toEqual([]);
    expect(await titles(studio, 'alpha')).toEqual(['Stays']);
  });
});
