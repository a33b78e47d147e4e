import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { Fault } from '../../../shared/contract/faults.ts';
import {
  type Bundle,
  BundleHeader,
  BundleManifest,
  bundleParts,
  bundleVersion,
  manifestFile,
  mediaFile,
  namesOfParts,
} from '../../../shared/model/bundle.ts';
import type { Dropped } from '../../../shared/model/dropped.ts';
import { canonicalJson, mediaOf } from '../../../shared/model/module.ts';
import type { Archive } from '../archive/read.ts';

const largestText = 20_000_000;

const partNames: Record<string, string> = {
  'module.json': 'the lesson',
  'author.json': 'the author’s profile',
  'sweeps.json': 'the record of the privacy search',
};
const manifestName = 'the table of contents';
export const partName = (file: string): string => partNames[file] ?? `the part “${file}”`;

type Models = typeof bundleParts;

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The table of contents: a newer one is told apart before it is judged. */
async function readManifest(archive: Archive): Promise<BundleManifest> {
  const { name } = archive;
  const broken = () => new Fault('BUNDLE_BROKEN', { name, part: manifestName });
  if (!archive.has(manifestFile)) throw broken();
  const value = parsed(await archive.bytes(manifestFile, largestText));
  const header = BundleHeader.safeParse(value);
  if (!header.success) throw broken();
  if (header.data.version > bundleVersion) throw new Fault('BUNDLE_NEWER', { name, version: header.data.version });
  const manifest = BundleManifest.safeParse(value);
  if (!manifest.success) throw broken();
  return manifest.data;
}

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

export interface ReadBundle {
  bundle: Bundle;
  /** What is in the file and stays there. */
  dropped: Dropped[];
  /** A part that somebody else knows, checked against its hash; null where the file has none. */
  part(name: string): Promise<unknown>;
}

/** Reads and checks all of a bundle but its media, which are checked while they are stored. */
export async function readBundle(archive: Archive): Promise<ReadBundle> {
  const { name } = archive;
  const manifest = await readManifest(archive);
  const broken = (file: string) => new Fault('BUNDLE_BROKEN', { name, part: partName(file) });

  const part = async (file: string): Promise<unknown> => {
    const announced = manifest.parts.find((one) => one.name === file);
    if (!announced) return null;
    if (!archive.has(file) || archive.bytesOf(file) !== announced.bytes) throw broken(file);
    const bytes = await archive.bytes(file, largestText);
    const value = parsed(bytes);
    if (sha256(bytes) !== announced.hash || value === undefined) throw broken(file);
    return value;
  };
  const known = async <Name extends keyof Models>(file: Name): Promise<z.infer<Models[Name]>> => {
    const value = await part(file);
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
  return { bundle: { moduleId, revision, content, author, sweeps, media }, dropped: leftIn(archive, manifest), part };
}

/** How a person calls a file that a lesson shows. */
export function mediaName(hash: string, content: Bundle['content']): string {
  const block = content.body.content.find((one) => JSON.stringify(one).includes(hash));
  if (block?.type === 'video') return `the video “${block.attrs.title || 'Without a title'}”`;
  return block ? 'a picture' : 'the author’s picture';
}

function leftIn({ files }: Archive, { parts, media }: BundleManifest): Dropped[] {
  const listed = new Set([manifestFile, ...parts.map(({ name }) => name), ...media.map(({ hash }) => mediaFile(hash))]);
  const unknown = parts.filter(({ name }) => !namesOfParts.includes(name) && name !== 'review.json');
  return [
    ...unknown.map(({ name }) => ({ what: `The part “${name}”`, where: 'the file', why: 'This Showhow does not know it.' })),
    ...files
      .filter((file) => !listed.has(file))
      .map((file) => ({ what: `The file “${file}”`, where: 'the file', why: 'It is not listed in the table of contents.' })),
  ];
}
