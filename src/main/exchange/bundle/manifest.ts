import { createHash } from 'node:crypto';
import { Fault } from '../../../shared/contract/faults.ts';
import { BundleHeader, BundleManifest, bundleVersion, manifestFile, ReturnManifest } from '../../../shared/model/bundle.ts';
import { assertJsonDepth } from '../../../shared/model/depth.ts';
import type { Archive } from '../archive/read.ts';

/** Bytes of a text in a file at most. */
export const largestText = 20_000_000;

const manifestName = 'the table of contents';
const partNames: Record<string, string> = {
  'module.json': 'the lesson',
  'author.json': 'the author’s profile',
  'sweeps.json': 'the record of the privacy search',
  'review.json': 'what was said in the review',
};
export const partName = (file: string): string => partNames[file] ?? `the part “${file}”`;

/** Undefined where it is no JSON; throws TooDeep. */
function parsed(bytes: Buffer): unknown {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    assertJsonDepth(value);
    return value;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** A `.showhow` file with its table of contents. */
export interface ShowhowFile {
  archive: Archive;
  manifest: BundleManifest | ReturnManifest;
}

/** Reads the table of contents: a newer one is told apart before it is judged. */
export async function openShowhow(archive: Archive): Promise<ShowhowFile> {
  const { name } = archive;
  const broken = () => new Fault('BUNDLE_BROKEN', { name, part: manifestName });
  if (!archive.has(manifestFile)) throw broken();
  const value = parsed(await archive.bytes(manifestFile, largestText));
  const header = BundleHeader.safeParse(value);
  if (!header.success) throw broken();
  const { format, version } = header.data;
  if (version > bundleVersion) throw new Fault('BUNDLE_NEWER', { name, version });
  const manifest = (format === 'showhow-file' ? BundleManifest : ReturnManifest).safeParse(value);
  if (!manifest.success) throw broken();
  return { archive, manifest: manifest.data };
}

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** A part as JSON, checked against the hash it was announced with; null where the file has none of this name. */
export async function readPart({ archive, manifest }: ShowhowFile, file: string, maxBytes = largestText): Promise<unknown> {
  const announced = manifest.parts.find((one) => one.name === file);
  if (!announced) return null;
  const broken = () => new Fault('BUNDLE_BROKEN', { name: archive.name, part: partName(file) });
  if (!archive.has(file) || archive.bytesOf(file) !== announced.bytes) throw broken();
  const bytes = await archive.bytes(file, maxBytes);
  const value = parsed(bytes);
  if (sha256(bytes) !== announced.hash || value === undefined) throw broken();
  return value;
}
