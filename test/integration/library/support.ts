import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';
import type { Block } from '../../../src/shared/model/blocks/index.ts';
import type { ModuleContent, ModuleDraft } from '../../../src/shared/model/module.ts';
import { openStudio, type TestStudio } from '../support/studio.ts';

export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'showhow-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A studio on a new workspace, closed after the test. */
export async function newStudio(): Promise<TestStudio & { folder: string }> {
  const folder = await newFolder();
  const studio = await openStudio(folder);
  onTestFinished(() => studio.core.close());
  return { ...studio, folder };
}

export const paragraph = (text: string): Block => ({ type: 'paragraph', attrs: { id: randomUUID() }, content: [{ type: 'text', text }] });
export const heading = (text: string): Block => ({
  type: 'heading',
  attrs: { id: randomUUID(), level: 2 },
  content: [{ type: 'text', text }],
});

const stamp = (second: number) => new Date(second * 1000).toISOString().slice(11, 23);

/** A file of captions in the store: each line is said for two seconds. */
export async function captions({ core }: TestStudio, lines: [second: number, text: string][]): Promise<string> {
  const cues = lines.map(([second, text]) => `${stamp(second)} --> ${stamp(second + 2)}\n${text}`);
  const text = `WEBVTT\n\n${cues.join('\n\n')}\n`;
  return (await core.studio.media.write(Readable.from([Buffer.from(text)]), { name: 'captions', maxBytes: 1_000_000 })).hash;
}

export const video = (title: string, media: string | null): Block => ({
  type: 'video',
  attrs: {
    id: randomUUID(),
    media: 'a'.repeat(64),
    poster: 'b'.repeat(64),
    title,
    duration: 90,
    width: 320,
    height: 180,
    ...(media && { captions: { media, language: 'en' } }),
  },
});

export async function write({ client }: TestStudio, change: Partial<ModuleContent>, blocks: Block[] = []): Promise<ModuleDraft> {
  const { id, version, content } = await client.modules.create({});
  return client.modules.save({ id, version, content: { ...content, ...change, body: { type: 'doc', content: blocks } } });
}

/** The titles of what is found, in order. */
export const titles = async ({ client }: TestStudio, words: string): Promise<string[]> =>
  (await client.library.find({ words })).entries.map(({ card }) => card.title);
