import { z } from 'zod';
import { line, MediaHash } from '../ids.ts';
import { identified } from './inline.ts';
import type { BlockKind } from './kind.ts';

export const Image = z.object({
  type: z.literal('image'),
  attrs: identified.extend({
    media: MediaHash,
    /** What a person who cannot see it needs to know. Empty only where `decorative`. */
    alt: line(500),
    decorative: z.boolean(),
    width: z.int().positive(),
    height: z.int().positive(),
  }),
});
export type ImageBlock = z.infer<typeof Image>;

export const imageKind: BlockKind<ImageBlock> = {
  name: 'picture',
  texts: ({ attrs }) => [attrs.alt],
  media: ({ attrs }) => [{ hash: attrs.media, as: 'picture', name: 'A picture' }],
  seconds: () => 8,
  tells: () => true,
  outlined: ({ attrs }) => attrs.alt || 'Picture',
};
