import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { studioClient } from '../../../src/cli/client.ts';
import { addCheck } from '../../../src/cli/commands/check.ts';
import { withCore } from '../../../src/cli/core.ts';
import { UploadedPicture } from '../../../src/shared/contract/modules.ts';
import type { Block } from '../../../src/shared/model/blocks/index.ts';
import type { FaintWord, PictureFacts } from '../../../src/shared/model/lint/pictures.ts';
import { drawing, type Text } from '../../unit/shared/contrast/drawn.ts';
import { asked, good, lesson } from '../../unit/shared/lint/support.ts';
import { runShowhow } from '../cli/showhow.ts';
import { run, withFolder } from '../main/media/material.ts';
import { openStudio, type TestStudio } from '../support/studio.ts';
import { withStudio } from '../support/with-studio.ts';

const size = { width: 900, height: 420 };
const line = (text: string, y: number, ink: string, more: Partial<Text> = {}): Text => ({ text, x: 60, y, size: 17, ink, ...more });
const png = (texts: Text[], ground: string | null = '#ffffff', more = ''): Buffer =>
  Buffer.from(drawing(size, ground, texts, more).render().asPng());

/** A page of a program on which some words are well to be seen and some are not. */
const page: Text[] = [
  line('Open the monthly report', 60, '#222222'),
  line('Choose a branch first', 110, '#444444'),
  line('Draft saved yesterday', 160, '#b4b4b4'),
  line('Large heading', 230, '#8c8c8c', { size: 34 }),
  line('Optional', 300, '#e0a030'),
  line('Export', 360, '#ffffff', { x: 80 }),
];
const button = '<rect x="60" y="335" width="120" height="40" fill="#1f5fa8"/>';

async function add({ core }: TestStudio, bytes: Buffer): Promise<UploadedPicture> {
  const response = await core.fetch(new Request('http://studio/media?name=page.png', { method: 'POST', body: new Uint8Array(bytes) }));
  return UploadedPicture.parse(await response.json());
}

const imageOf = ({ hash, width, height }: Pick<UploadedPicture, 'hash' | 'width' | 'height'>): Block => ({
  type: 'image',
  attrs: { id: randomUUID(), media: hash, alt: 'The list of reports', decorative: false, width, height },
});

/** Asks as the page does, until no picture waits. */
async function looked({ client }: TestStudio, pictures: string[]): Promise<PictureFacts[]> {
  for (;;) {
    const facts = await client.lint.pictures({ pictures });
    if (facts.every(({ state }) => state !== 'waiting')) return facts;
    await new Promise((done) => setTimeout(done, 100));
  }
}

const wordsOf = (faint: readonly FaintWord[]): string[] => faint.map(({ text }) => text).sort();

test('faint words of a picture are found with their contrast, and those that are well to be seen are not', () =>
  withStudio(async (studio) => {
    const { hash } = await add(studio, png(page, '#ffffff', button));
    const [facts] = await looked(studio, [hash]);
    expect(facts).toMatchObject({ media: hash, state: 'seen' });
    expect(facts?.words).toBeGreaterThanOrEqual(12);
    const faint = facts?.faint ?? [];
    // The heading is faint for letters of usual size; the rule knows that it is large.
    expect(wordsOf(faint)).toEqual(['Draft', 'Large', 'Optional', 'heading', 'saved', 'yesterday']);
    const ratio = (word: string) => faint.find(({ text }) => text === word)?.ratio ?? 0;
    expect(ratio('saved')).toBeCloseTo(2.07, 0);
    expect(ratio('Large')).toBeCloseTo(3.36, 0);
    expect(ratio('Optional')).toBeCloseTo(2.26, 0);
    const draft = faint.find(({ text }) => text === 'Draft');
    expect((draft?.area.y ?? 0) * size.height).toBeGreaterThan(140);
    expect(draft?.size).toBeGreaterThan(14);
    expect(draft?.size).toBeLessThan(21);
  }));

test('a picture is looked at once, whatever asks and however often, also after the next start', () =>
  withFolder(async (folder) => {
    const workspace = join(folder, 'workspace');
    const first = await openStudio(workspace);
    const { hash } = await add(first, png(page));
    const [facts] = await looked(first, [hash]);
    const kept = join(first.core.studio.paths.cache, 'contrast');
    const files = (await readdir(kept, { recursive: true })).filter((name) => name.endsWith('.json'));
    expect(files).toHaveLength(1);
    await first.core.close();
    // Were it looked at again, the file would be missing.
    await rm(first.core.studio.media.path(hash));

    const second = await openStudio(workspace);
    expect(await second.client.lint.pictures({ pictures: [hash] })).toEqual([facts]);
    // Half a file after a crash is none.
    await writeFile(join(kept, files[0] ?? ''), '{"media":');
    expect(await looked(second, [hash])).toMatchObject([{ state: 'unseen' }]);
    await second.core.close();
  }));

test('what a page shines through is looked at on the light and on the dark one', () =>
  withStudio(async (studio) => {
    const drawn = png([line('Nobody reads this', 100, '#1c1c1c'), line('Everybody reads that', 200, '#ad5f00', { size: 40 })], null);
    const { hash } = await add(studio, drawn);
    const [facts] = await looked(studio, [hash]);
    expect(wordsOf(facts?.faint.filter(({ theme }) => theme === 'dark') ?? [])).toEqual(
      expect.arrayContaining(['Nobody', 'reads', 'this']),
    );
    expect(facts?.faint.find(({ text }) => text === 'Nobody')).toMatchObject({ theme: 'dark' });
    expect(facts?.faint[0]?.ratio).toBeLessThan(1.3);
  }));

test.each([
  ['jpg', ['-q:v', '3']],
  ['webp', ['-quality', '80']],
] as const)('a %s is looked at as well', (kind, options) =>
  withStudio(async (studio, folder) => {
    const source = join(folder, 'page.png');
    await writeFile(source, png(page, '#ffffff', button));
    await run(['-i', source, ...options, join(folder, `page.${kind}`)]);
    const { hash } = await add(studio, await readFile(join(folder, `page.${kind}`)));
    const [facts] = await looked(studio, [hash]);
    expect(wordsOf(facts?.faint ?? [])).toEqual(expect.arrayContaining(['Draft', 'Optional', 'saved', 'yesterday']));
    expect(wordsOf(facts?.faint ?? [])).not.toEqual(expect.arrayContaining(['Choose']));
  }),
);

test('a file that cannot be decoded is said to be unseen, and the next one is looked at', () =>
  withStudio(async (studio) => {
    const whole = png(page);
    const broken = Buffer.concat([whole.subarray(0, 60), Buffer.alloc(400, 7), whole.subarray(whole.length - 12)]);
    const [bad, fine] = [await add(studio, broken), await add(studio, whole)];
    expect(await looked(studio, [bad.hash, fine.hash])).toMatchObject([{ state: 'unseen', faint: [] }, { state: 'seen' }]);
    expect(await looked(studio, ['0'.repeat(64)])).toMatchObject([{ state: 'unseen' }]);
  }));

test('without the data of its language no picture is looked at, and the lesson says so once', () =>
  withStudio(async (studio) => {
    const { client } = studio;
    const { languages: _, ...settings } = await client.privacy.settings();
    await client.privacy.saveSettings({ ...settings, language: 'xyz' });
    const [one, other] = [await add(studio, png(page)), await add(studio, png(page, '#fafafa'))];
    expect(await client.lint.pictures({ pictures: [one.hash, other.hash] })).toMatchObject([{ state: 'unseen' }, { state: 'unseen' }]);
    const draft = await client.modules.create({});
    await client.modules.save({ id: draft.id, version: draft.version, content: lesson([good(), imageOf(one), imageOf(other), asked()]) });
    const findings = await client.lint.check({ moduleId: draft.id });
    expect(findings.map(({ rule }) => rule).filter((rule) => rule.startsWith('picture-'))).toEqual(['picture-unseen']);
  }));

test('a studio that closes does not wait for pictures, and looks at them after the next start', () =>
  withFolder(async (folder) => {
    const workspace = join(folder, 'workspace');
    const studio = await openStudio(workspace);
    const { hash } = await add(studio, png(page));
    expect(await studio.client.lint.pictures({ pictures: [hash] })).toMatchObject([{ state: 'waiting' }]);
    await studio.core.close();
    const next = await openStudio(workspace);
    expect(await looked(next, [hash])).toMatchObject([{ state: 'seen' }]);
    await next.core.close();
  }));

test('`showhow check` waits for the pictures and says which words are hard to see', () =>
  withFolder(async (folder) => {
    const workspace = join(folder, 'workspace');
    const image = await withCore({ workspace }, async (core) => {
      const client = studioClient(core);
      const block = imageOf(await add({ core } as TestStudio, png(page, '#ffffff', button)));
      await client.profile.save({ ...(await client.profile.get()), name: 'Mara' });
      const draft = await client.modules.create({});
      await client.modules.save({ id: draft.id, version: draft.version, content: lesson([good(), block, asked()]) });
      return block.attrs.id;
    });
    const { code, out, err } = await runShowhow([addCheck], ['check', 'Closing the till', '--workspace', workspace, '--json']);
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toEqual({
      findings: [
        {
          rule: 'picture-contrast',
          severity: 'warning',
          block: image,
          message: expect.stringMatching(/^Words in a picture are hard to see: “/),
        },
      ],
    });
  }));
