import { z } from 'zod';
import { Area } from '../edit/list.ts';
import { line, MediaHash } from '../ids.ts';
import { type Say, sayText } from '../translation/wording.ts';
import type { MediaUse } from './kind.ts';

/** A picture as any block shows it. Width and height are those of the file. */
export const Picture = z.object({
  media: MediaHash,
  /** What a person who cannot see it needs to know. Empty only where `decorative`. */
  alt: line(500),
  decorative: z.boolean(),
  width: z.int().positive(),
  height: z.int().positive(),
  /** The part of the file that is shown; all of it where this is absent. The file itself stays whole. */
  crop: Area.optional(),
});
export type Picture = z.infer<typeof Picture>;

/** Its size as it is shown, in pixels of the file. */
export const shownSize = ({ width, height, crop }: Pick<Picture, 'width' | 'height' | 'crop'>): { width: number; height: number } => ({
  width: Math.max(1, Math.round(width * (crop?.width ?? 1))),
  height: Math.max(1, Math.round(height * (crop?.height ?? 1))),
});

export const pictureUse = (hash: MediaHash, name = 'A picture'): MediaUse => ({ hash, as: 'picture', name });
/** Its words, where it has any to say. */
export const pictureTexts = ({ alt, decorative }: Picture): string[] => (decorative ? [] : [alt]);
/** `key` is where it stands in its block. */
export const sayPicture = <P extends Picture>(picture: P, say: Say, key: string): P =>
  picture.decorative ? picture : { ...picture, alt: sayText(say, `${key}alt`, picture.alt) };
