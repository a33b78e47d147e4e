import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Block, textsOfBlock } from '../../../src/shared/model/blocks/index.ts';
import { guidanceOf } from '../../../src/shared/model/guidance.ts';
import type { TemplateFile } from '../../../src/shared/model/templates/template.ts';
import { png } from '../exchange/pictures.ts';
import { openStudio, type TestStudio } from '../support/studio.ts';

let folder: string;
let studio: TestStudio;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'showhow-'));
  studio = await openStudio(join(folder, 'mine'));
});
afterEach(async () => {
  await studio.core.close();
  await rm(folder, { recursive: true, force: true });
});

const hintsIn = (blocks: readonly Block[]) => blocks.flatMap((block) => guidanceOf(block) ?? []);

const sign = png(32, 20, 90);

/** A module with a text and a picture, made a template of. */
async function companyTemplate(guidance: boolean): Promise<{ id: string; hash: string }> {
  const { core, client } = studio;
  const answer = await core.fetch(new Request('http://studio/media?name=sign.png', { method: 'POST', body: new Uint8Array(sign) }));
  const { hash, width, height } = (await answer.json()) as { hash: string; width: number; height: number };
  const { id, version, content } = await client.modules.create({});
  const blocks: Block[] = [
    { type: 'heading', attrs: { id: crypto.randomUUID(), level: 2 }, content: [{ type: 'text', text: 'Before you begin' }] },
    { type: 'paragraph', attrs: { id: crypto.randomUUID() }, content: [{ type: 'text', text: 'Name the risk first.' }] },
    { type: 'image', attrs: { id: crypto.randomUUID(), media: hash, alt: 'The sign', decorative: false, width, height } },
  ];
  await client.modules.save({ id, version, content: { ...content, title: 'Risks', body: { type: 'doc', content: blocks } } });
  const template = await client.templates.save({ module: id, name: 'Safety lesson', about: 'Each with its risk.', minutes: 4, guidance });
  return { id: template.id, hash };
}

describe('templates', () => {
  test('that come with the program begin a module that asks for its parts, under new ids each time', async () => {
    const { client } = studio;
    const offered = await client.templates.list();
    expect(offered).toHaveLength(6);
    for (const { id, from } of offered) {
      expect(from).toBe('showhow');
      const [one, other] = [await client.modules.create({ template: id }), await client.modules.create({ template: id })];
      expect(hintsIn(one.content.body.content).length).toBeGreaterThan(3);
      const ids = new Set(one.content.body.content.map(({ attrs }) => attrs.id));
      expect(other.content.body.content.some(({ attrs }) => ids.has(attrs.id))).toBe(false);
    }
    await expect(client.modules.create({ template: 'no-such-one' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('of the company are kept, offered, taken away and brought back', async () => {
    const { client } = studio;
    const { id } = await companyTemplate(false);
    expect((await client.templates.list()).at(-1)).toEqual({
      id,
      from: 'company',
      name: 'Safety lesson',
      about: 'Each with its risk.',
      minutes: 4,
      stages: ['Before you begin'],
    });
    await studio.core.close();
    studio = await openStudio(join(folder, 'mine'));
    const begun = await studio.client.modules.create({ template: id });
    expect(begun.content.title).toBe('Risks');
    expect(begun.content.body.content.flatMap(textsOfBlock)).toEqual(['Before you begin', 'Name the risk first.', 'The sign']);

    await studio.client.templates.remove({ id });
    expect((await studio.client.templates.list()).some(({ from }) => from === 'company')).toBe(false);
    await expect(studio.client.modules.create({ template: id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await studio.client.templates.restore({ id });
    expect((await studio.client.templates.list()).at(-1)?.id).toBe(id);
  });

  test('go to another studio as a file, with their pictures, and are kept once however often they come', async () => {
    const { id, hash } = await companyTemplate(true);
    const file = await studio.client.templates.file({ id });
    const other = await openStudio(join(folder, 'other'));
    try {
      const opened = await other.client.templates.open(JSON.parse(JSON.stringify(file)));
      expect(await other.client.templates.open(file)).toEqual(opened);
      expect((await other.client.templates.list()).filter(({ from }) => from === 'company')).toEqual([opened]);
      const { content } = await other.client.modules.create({ template: opened.id });
      expect(hintsIn(content.body.content)).toEqual(['Name the risk first.']);
      const picture = await other.core.fetch(new Request(`http://studio/media/${hash}`));
      expect(Buffer.from(await picture.arrayBuffer())).toEqual(sign);
    } finally {
      await other.core.close();
    }
  });

  test('with another picture than they say, or with something that is none, are refused and not kept', async () => {
    const { client } = studio;
    const { id, hash } = await companyTemplate(true);
    const file = await client.templates.file({ id });
    await client.templates.remove({ id });
    const script = Buffer.from('<script>alert(1)</script>');
    const scriptHash = createHash('sha256').update(script).digest('hex');
    const renamed = JSON.parse(JSON.stringify(file).replaceAll(hash, scriptHash)) as TemplateFile;
    const swapped = { ...file, pictures: [{ hash, bytes: script.toString('base64') }] };
    const disguised = { ...renamed, pictures: [{ hash: scriptHash, bytes: script.toString('base64') }] };
    await expect(client.templates.open(swapped)).rejects.toMatchObject({ code: 'TEMPLATE_UNREADABLE' });
    await expect(client.templates.open(disguised)).rejects.toMatchObject({ code: 'MEDIA_TYPE_REFUSED' });
    await expect(client.templates.open({ ...file, pictures: [] })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    expect((await client.templates.list()).some(({ from }) => from === 'company')).toBe(false);
    expect(studio.core.studio.media.has(scriptHash)).toBe(false);
  });
});

describe('guidance', () => {
  test('stays on the desk: no preview, no file and no revision that leaves it has any', async () => {
    const { core, client } = studio;
    const { id, content } = await client.modules.create({ template: 'change' });
    const hints = content.body.content.flatMap(({ attrs }) => attrs.hint ?? []);
    expect(hints.length).toBeGreaterThan(5);
    const preview = await (await core.fetch(new Request(`http://studio/preview/${id}`))).text();
    const { revision } = await client.exchange.plan({ module: id, format: 'markdown' });
    const markdown = await (await core.fetch(new Request(`http://studio/exports/${id}/markdown`))).text();
    const fixed = await client.modules.fix({ id });
    expect(preview).toContain('From now on');
    expect(markdown).toContain('From now on');
    for (const hint of hints) for (const text of [preview, markdown, JSON.stringify(fixed.content)]) expect(text).not.toContain(hint);
    expect(JSON.stringify(fixed.content)).not.toContain('"hint"');
    // One name for what leaves the desk, whoever asks for it.
    const { entries } = await client.library.find({});
    expect(
      new Set([revision, fixed.hash, entries[0]?.card.revision, (await client.publishing.check({ moduleId: id })).revision]).size,
    ).toBe(1);
    expect((await client.modules.get({ id })).content).toEqual(content);
  });
});
