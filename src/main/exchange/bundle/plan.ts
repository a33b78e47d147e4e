import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import {
  type Bundle,
  BundleManifest,
  type BundlePart,
  bundleVersion,
  manifestFile,
  mediaFile,
  ReturnManifest,
} from '../../../shared/model/bundle.ts';
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

const announced = (texts: readonly { name: string; bytes: Buffer }[]): BundlePart[] =>
  texts.map(({ name, bytes }) => ({ name, hash: sha256(bytes), bytes: bytes.length }));

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
    parts: announced(texts),
    media,
  });
  return [
    { name: manifestFile, from: bytesOf(manifest), deflate: true },
    ...texts.map(({ name, bytes }): Packed => ({ name, from: bytes, deflate: true })),
    ...media.map(({ hash }): Packed => ({ name: mediaFile(hash), from: { path: pathOf(hash) }, deflate: false })),
  ];
}

/** Pure: what comes back from a review, small enough for any e-mail. The same words give the same bytes. */
export function planReturn(of: Pick<ReturnManifest, 'moduleId' | 'revision' | 'title'>, parts: readonly Part[]): Packed[] {
  const texts = parts.map(({ name, value }) => ({ name, bytes: bytesOf(value) }));
  const manifest = ReturnManifest.parse({ format: 'showhow-review', version: bundleVersion, ...of, parts: announced(texts) });
  return [
    { name: manifestFile, from: bytesOf(manifest), deflate: true },
    ...texts.map(({ name, bytes }): Packed => ({ name, from: bytes, deflate: true })),
  ];
}
