import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { type Bundle, BundleManifest, bundleVersion, manifestFile, mediaFile } from '../../../shared/model/bundle.ts';
import { canonicalJson } from '../../../shared/model/module.ts';
import type { Packed } from '../archive/write.ts';

/** A text of a bundle, for whoever adds one: a name ending in `.json` and a value that JSON can hold. */
export interface Part {
  name: string;
  value: unknown;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function bytesOf(value: unknown): Buffer {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('A part of a bundle is always JSON');
  return Buffer.from(text);
}

/** Pure: which files a bundle consists of, in their order. The same module gives the same plan, and with it the same bytes. */
export function planBundle(bundle: Bundle, more: readonly Part[], pathOf: (hash: string) => string): Packed[] {
  const texts: { name: string; bytes: Buffer }[] = [
    { name: 'module.json', bytes: Buffer.from(canonicalJson(bundle.content)) },
    { name: 'author.json', bytes: bytesOf(bundle.author) },
    { name: 'sweeps.json', bytes: bytesOf(bundle.sweeps) },
    ...more.map(({ name, value }) => ({ name, bytes: bytesOf(value) })),
  ];
  const media = bundle.media.toSorted((a, b) => a.hash.localeCompare(b.hash));
  const manifest = BundleManifest.parse({
    format: 'showhow-file',
    version: bundleVersion,
    moduleId: bundle.moduleId,
    revision: bundle.revision,
    parts: texts.map(({ name, bytes }) => ({ name, hash: sha256(bytes), bytes: bytes.length })),
    media,
  });
  return [
    { name: manifestFile, from: bytesOf(manifest), deflate: true },
    ...texts.map(({ name, bytes }): Packed => ({ name, from: bytes, deflate: true })),
    ...media.map(({ hash }): Packed => ({ name: mediaFile(hash), from: { path: pathOf(hash) }, deflate: false })),
  ];
}
