import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addExport } from '../../../src/cli/commands/export.ts';
import { addImport } from '../../../src/cli/commands/import.ts';
import type { Dropped } from '../../../src/shared/model/dropped.ts';
import { docx, h5p, pptx, slideLine, slideText, wordParagraph, wordPicture } from '../exchange/documents.ts';
import { png } from '../exchange/pictures.ts';
import { flashes, withFolder } from '../main/media/material.ts';
import { openStudio } from '../support/studio.ts';
import { runShowhow } from './showhow.ts';

const showhow = (...args: string[]) => runShowhow([addImport, addExport], args);
const answer = (out: string) => JSON.parse(out) as { module: string; dropped: Dropped[]; revision: string; file: string };

const lesson = `---
title: Closing the till
objective: Close it alone
---

## Count

Count it **twice**.

![The drawer](pictures/drawer.png)

![Nothing of yours](../secret.png)
![A way around](pictures/link.png)
`;

test('a lesson in Markdown becomes a module with the pictures beside it, and none from anywhere else', () =>
  withFolder(async (folder) => {
    const workspace = join(folder, 'workspace');
    const beside = join(folder, 'lesson');
    await mkdir(join(beside, 'pictures'), { recursive: true });
    await writeFile(join(folder, 'secret.png'), png(10, 10));
    await writeFile(join(beside, 'pictures', 'drawer.png'), png(64, 48));
    await symlink(join(folder, 'secret.png'), join(beside, 'pictures', 'link.png'));
    await writeFile(join(beside, 'lesson.md'), lesson);

    const { code, out, err } = await showhow('import', join(beside, 'lesson.md'), '--workspace', workspace, '--json');
    expect([code, err]).toEqual([0, '']);
    const { module, dropped } = answer(out);
    expect(Object.keys(JSON.parse(out))).toEqual(['module', 'dropped']);
    expect(dropped.map(({ what }) => what)).toEqual([
      'The picture ../secret.png (Nothing of yours)',
      'The picture pictures/link.png (A way around)',
    ]);
    const { core, client } = await openStudio(workspace);
    const { content } = await client.modules.get({ id: module });
    await core.close();
    expect(content).toMatchObject({ title: 'Closing the till', objective: 'Close it alone', language: 'en' });
    expect(content.body.content.find(({ type }) => type === 'image')).toMatchObject({
      attrs: { alt: 'The drawer', width: 64, height: 48 },
    });

    const written = await showhow(
      'export',
      'Closing the till',
      '--format',
      'markdown',
      '--out',
      join(folder, 'out.zip'),
      '--workspace',
      workspace,
      '--json',
    );
    expect([written.code, answer(written.out).dropped]).toEqual([0, []]);
    const again = await showhow('import', join(folder, 'out.zip'), '--workspace', join(folder, 'second'), '--json');
    const second = await openStudio(join(folder, 'second'));
    const back = (await second.client.modules.get({ id: answer(again.out).module })).content;
    await second.core.close();
    const bare = (value: unknown) => JSON.stringify(value, (key, one: unknown) => (key === 'id' ? undefined : one));
    expect(bare(back)).toBe(bare(content));
  }));

test('a module goes from one workspace to another by a file, and asks before it goes in twice', () =>
  withFolder(async (folder) => {
    const [first, second, file] = [join(folder, 'first'), join(folder, 'second'), join(folder, 'till.showhow')];
    await writeFile(join(folder, 'till.md'), '# Closing the till\n\nCount it twice.');
    const { module } = answer((await showhow('import', join(folder, 'till.md'), '--workspace', first, '--json')).out);
    const { revision } = answer(
      (await showhow('export', module, '--format', 'showhow', '--out', file, '--workspace', first, '--json')).out,
    );
    const arrived = await showhow('import', file, '--workspace', second, '--json');
    expect(answer(arrived.out)).toEqual({ module, dropped: [] });
    const twice = await showhow('import', file, '--workspace', second, '--json');
    expect([twice.code, twice.err.split(':')[0]]).toEqual([1, 'MODULE_THERE']);
    const copy = answer((await showhow('import', file, '--workspace', second, '--as', 'copy', '--json')).out);
    expect(copy.module).not.toBe(module);
    const again = await showhow('export', copy.module, '--format', 'showhow', '--out', file, '--workspace', second, '--json');
    expect(answer(again.out).revision).toBe(revision);
  }));

test('Word, slides and H5P answer in the same form as Markdown, and say what was not taken', () =>
  withFolder(async (folder) => {
    const audio = { content: { library: 'H5P.Audio 1.5', params: {} } };
    const text = { content: { library: 'H5P.AdvancedText 1.1', params: { text: '<p>Count it.</p>' } } };
    const documents = {
      'till.docx': [
        await docx({ body: wordParagraph('Count it.') + wordPicture('pic1', 'A plan'), pictures: { 'a.emf': Buffer.from('no picture') } }),
        'a.emf',
      ],
      'till.pptx': [await pptx([{ shapes: slideText('body', slideLine('Count it.')), timing: true }]), 'Movements'],
      'till.h5p': [await h5p('H5P.Column', { content: [text, audio] }), 'Audio'],
    } as const;
    const workspace = join(folder, 'workspace');
    const made: string[] = [];
    for (const [name, [bytes]] of Object.entries(documents)) {
      await writeFile(join(folder, name), bytes);
      const { code, out, err } = await showhow('import', join(folder, name), '--workspace', workspace, '--json');
      expect([code, err, Object.keys(JSON.parse(out))]).toEqual([0, '', ['module', 'dropped']]);
      const { module, dropped } = answer(out);
      expect(dropped.map(({ what }) => what).join(), name).toContain(documents[name as keyof typeof documents][1]);
      for (const one of dropped) expect(Object.keys(one).sort()).toEqual(['what', 'where', 'why']);
      made.push(module);
    }
    const { core, client } = await openStudio(workspace);
    for (const id of made) expect(JSON.stringify((await client.modules.get({ id })).content.body)).toContain('Count it.');
    await core.close();
    expect((await showhow('import', '--workspace', workspace, '--json')).code).toBe(2);
  }));

test('several files give one document that says what became of each, and a refusal names its reason', () =>
  withFolder(async (folder) => {
    const [clip, text, page] = [join(folder, 'clip.mp4'), join(folder, 'till.md'), join(folder, 'old.docx')];
    await flashes(clip, 1);
    await writeFile(text, 'Count it.');
    await writeFile(page, Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    const workspace = join(folder, 'workspace');
    const { out } = await showhow('import', clip, text, '--workspace', workspace, '--json');
    expect(JSON.parse(out)).toMatchObject({ takes: [{ title: 'clip' }], modules: [{ file: text, dropped: [] }] });
    const refused = await showhow('import', page, '--workspace', workspace, '--json');
    expect([refused.code, refused.out, refused.err.split(':')[0]]).toEqual([1, '', 'DOCUMENT_UNREADABLE']);
    const empty = join(folder, 'empty.md');
    await writeFile(empty, '');
    expect((await showhow('import', empty, '--workspace', workspace)).err).toMatch(/^MEDIA_EMPTY: empty\.md is empty/);
    const deep = join(folder, 'deep.md');
    await writeFile(deep, `${'> '.repeat(5000)}<img src="a.png">`);
    const refusedDeep = await showhow('import', deep, '--workspace', workspace, '--json');
    expect([refusedDeep.code, refusedDeep.out]).toEqual([1, '']);
    expect(refusedDeep.err).toMatch(/^DOCUMENT_TOO_DEEP: deep\.md was not opened: .*levels/);
    expect(String(await readFile(text))).toBe('Count it.');
  }));

test('a lesson goes to a translator and comes back, and says what was not taken', () =>
  withFolder(async (folder) => {
    const workspace = join(folder, 'workspace');
    const at = ['--workspace', workspace, '--json'];
    await writeFile(
      join(folder, 'lesson.md'),
      '---\ntitle: Closing the till\nobjective: Close it alone\n---\n\nCount it **twice**.\n\nLock the door.\n',
    );
    const { module } = answer((await showhow('import', join(folder, 'lesson.md'), ...at)).out);
    const file = join(folder, 'till.xlf');

    const without = await showhow('export', module, '--format', 'xliff', '--out', file, ...at);
    expect([without.code, without.err]).toEqual([1, expect.stringContaining('Say which language the translator is to write.')]);
    expect((await showhow('export', module, '--format', 'xliff', '--to', 'no such', '--out', file, ...at)).code).toBe(2);
    const same = await showhow('export', module, '--format', 'xliff', '--to', 'en', '--out', file, ...at);
    expect([same.code, same.err]).toEqual([1, expect.stringContaining('The lesson is written in this language.')]);
    expect((await showhow('export', module, '--format', 'xliff', '--to', 'de', '--out', file, ...at)).code).toBe(0);

    const words: Record<string, string> = {
      'Closing the till': 'Kasse abschließen',
      'Close it alone': 'Allein abschließen',
      'Lock the door.': 'Abschließen.',
    };
    const worked = (await readFile(file, 'utf8')).replaceAll(
      /<segment state="initial"><source>([\s\S]*?)<\/source>/g,
      (_, source: string) =>
        `<segment state="translated"><source>${source}</source><target>${words[source] ?? source.replace(/<\/?pc[^>]*>/g, '')}</target>`,
    );
    await writeFile(file, worked);
    const back = await showhow('import', file, ...at);
    expect([back.code, back.err]).toEqual([0, '']);
    expect(answer(back.out)).toEqual({
      module,
      dropped: [
        { what: '“Count it twice.”', where: 'Text “Count it twice.”', why: expect.stringContaining('A mark of the source is missing') },
      ],
    });
    const { core, client } = await openStudio(workspace);
    const { content } = await client.modules.get({ id: module });
    const { moments } = await client.history.list({ id: module });
    await core.close();
    expect(content.translations?.de?.head).toMatchObject({ title: { from: 'Closing the till', text: 'Kasse abschließen' } });
    expect(content).toMatchObject({ title: 'Closing the till', language: 'en' });
    expect(moments.map(({ kind }) => kind)).toContain('replaced');

    const plain = await showhow('export', module, '--format', 'markdown', '--out', join(folder, 'till.md'), ...at);
    expect(answer(plain.out).dropped.map(({ what }) => what)).toEqual(['What it says in German']);

    await writeFile(file, '<!DOCTYPE xliff [<!ENTITY a SYSTEM "file:///etc/passwd">]><xliff version="2.0">&a;</xliff>');
    const hostile = await showhow('import', file, ...at);
    expect([hostile.code, hostile.err]).toEqual([1, expect.stringContaining('was not opened')]);
    await writeFile(file, worked.replace(module, '018f2f10-0000-7000-8000-00000000aaaa'));
    expect((await showhow('import', file, ...at)).code).toBe(1);
    await writeFile(file, ' '.repeat(20_000_001));
    expect((await showhow('import', file, ...at)).err).toContain('larger than');
  }));
