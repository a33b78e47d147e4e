import { z } from 'zod';
import { Id, MediaHash, RevisionHash } from './ids.ts';
import { ModuleContent } from './module.ts';
import { MediaEntry } from './package.ts';
import { SweepRecord } from './privacy/record.ts';
import { Profile } from './profile.ts';

/** Raised only when an older Showhow would read a file wrongly. A new part raises nothing: who does not know it leaves it. */
export const bundleVersion = 1;

/**
 * Read before anything else of a `.showhow` file: whether it is one, and for which Showhow. `showhow-review` is what comes back
 * from a review: what was said, without the module, which its author has.
 */
export const BundleHeader = z.object({ format: z.enum(['showhow-file', 'showhow-review']), version: z.int().positive() });

export const manifestFile = 'manifest.json';
export const mediaFile = (hash: string): string => `media/${hash}`;

/** A text in the file beside the media, named like a file. Its models stand in `bundleParts`. */
export const BundlePart = z.object({
  name: z.string().regex(/^[a-z][a-z0-9-]{0,40}\.json$/),
  hash: MediaHash,
  bytes: z.int().positive(),
});
export type BundlePart = z.infer<typeof BundlePart>;

/** What a `.showhow` file holds: every byte in it is named here by its hash. Canonical JSON, and the first file in the zip. */
export const BundleManifest = z.object({
  format: z.literal('showhow-file'),
  version: z.literal(bundleVersion),
  moduleId: Id,
  revision: RevisionHash,
  parts: z.array(BundlePart).max(50),
  media: z.array(MediaEntry).max(2000),
});
export type BundleManifest = z.infer<typeof BundleManifest>;

/** What a file that comes back from a review holds beside `review.json`. */
export const ReturnManifest = z.object({
  format: z.literal('showhow-review'),
  version: z.literal(bundleVersion),
  moduleId: Id,
  revision: RevisionHash,
  title: z.string().max(120),
  parts: z.array(BundlePart).min(1).max(50),
});
export type ReturnManifest = z.infer<typeof ReturnManifest>;

/** The parts that are known. `module.json` is the content as canonical JSON: its hash is the revision. */
export const bundleParts = {
  'module.json': ModuleContent,
  'author.json': Profile,
  'sweeps.json': z.array(SweepRecord).max(500),
};
export const namesOfParts = Object.keys(bundleParts);

/** One module with all it needs. */
export interface Bundle {
  moduleId: string;
  revision: string;
  content: ModuleContent;
  author: Profile;
  sweeps: SweepRecord[];
  media: MediaEntry[];
}
