import { z } from 'zod';
import { Colour } from './edit/list.ts';
import { line, MediaHash } from './ids.ts';

/** How the company's title and end cards look and what the last one says. */
export const Kit = z.object({
  /** The company's name; empty where there is no kit. */
  company: line(80),
  logo: MediaHash.nullable(),
  colour: Colour.nullable(),
  /** The title of an end card. */
  closing: line(120),
});
export type Kit = z.infer<typeof Kit>;

export const noKit: Kit = { company: '', logo: null, colour: null, closing: '' };

/** A logo is a small picture: this many bytes, as the letters of Base64 that a file holds. */
const mostLetters = 4 * Math.ceil(1_000_000 / 3);

/** A kit as a file that is handed from colleague to colleague. */
export const KitFile = z.object({
  format: z.literal('showhow-kit/1'),
  kit: Kit.omit({ logo: true }),
  /** The picture itself: what it is, is seen from its bytes. */
  logo: z.base64().max(mostLetters).nullable(),
});
export type KitFile = z.infer<typeof KitFile>;
