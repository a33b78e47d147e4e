import type { z } from 'zod';
import { Fault } from '../../../shared/contract/faults.ts';
import { type Bundle, type BundleManifest, bundleParts, manifestFile, mediaFile, namesOfParts } from '../../../shared/model/bundle.ts';
import type { Dropped } from '../../../shared/model/dropped.ts';
import { canonicalJson, mediaOf } from '../../../shared/model/module.ts';
import { reviewFile } from '../../../shared/model/review/by-file.ts';
import type { Archive } from '../archive/read.ts';
import { partName, readPart, type ShowhowFile, sha256 } from './manifest.ts';

type Models = typeof bundleParts;

export interface ReadBundle {
  bundle: Bundle;
  /** What is in the file and stays there. */
  dropped: Dropped[];
}

/** Reads and checks all of a bundle but its media, which are checked while they are stored. */
export async function readBundle(opened: ShowhowFile): Promise<ReadBundle> {
  const { archive, manifest } = opened;
  const { name } = archive;
  // What comes back from a review has no lesson in it.
  if (manifest.format !== 'showhow-file') throw new Fault('BUNDLE_BROKEN', { name, part: partName('module.json') });
  const broken = (file: string) => new Fault('BUNDLE_BROKEN', { name, part: partName(file) });

  const known = async <Name extends keyof Models>(file: Name): Promise<z.infer<Models[Name]>> => {
    const value = await readPart(opened, file);
    if (value === null) throw broken(file);
    const read = bundleParts[file].safeParse(value);
    // The bytes are those that were written, and yet they are not understood: a newer Showhow knows more kinds of blocks.
    if (!read.success) throw new Fault('BUNDLE_NEWER', { name, version: manifest.version });
    return read.data as z.infer<Models[Name]>;
  };

  const content = await known('module.json');
  const hashOfModule = manifest.parts.find((one) => one.name === 'module.json')?.hash;
  if (hashOfModule !== manifest.revision) throw broken('module.json');
  // What was left away while reading was something that this Showhow does not know.
  if (sha256(canonicalJson(content)) !== manifest.revision) throw new Fault('BUNDLE_NEWER', { name, version: manifest.version });
  const [author, sweeps] = [await known('author.json'), await known('sweeps.json')];

  const listed = new Set(manifest.media.map(({ hash }) => hash));
  const needed = [...mediaOf(content), ...(author.photo === null ? [] : [author.photo])];
  const lacking = needed.find((hash) => !listed.has(hash)) ?? manifest.media.find(({ hash }) => !archive.has(mediaFile(hash)))?.hash;
  if (lacking) throw new Fault('BUNDLE_BROKEN', { name, part: mediaName(lacking, content) });
  const { moduleId, revision, media } = manifest;
  return { bundle: { moduleId, revision, content, author, sweeps, media }, dropped: leftIn(archive, manifest) };
}

/** How a person calls a file that a lesson shows. */
export function mediaName(hash: string, content: Bundle['content']): string {
  const block = content.body.content.find((one) => JSON.stringify(one).includes(hash));
  if (block?.type === 'video') return `the video “${block.attrs.title || 'Without a title'}”`;
  return block ? 'a picture' : 'the author’s picture';
}

function leftIn({ files }: Archive, { parts, media }: BundleManifest): Dropped[] {
  const listed = new Set([manifestFile, ...parts.map(({ name }) => name), ...media.map(({ hash }) => mediaFile(hash))]);
  const unknown = parts.filter(({ name }) => !namesOfParts.includes(name) && name !== reviewFile);
  return [
    ...unknown.map(({ name }) => ({ what: `The part “${name}”`, where: 'the file', why: 'This Showhow does not know it.' })),
    ...files
      .filter((file) => !listed.has(file))
      .map((file) => ({ what: `The file “${file}”`, where: 'the file', why: 'It is not listed in the table of contents.' })),
  ];
}
