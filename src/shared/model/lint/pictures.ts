import { z } from 'zod';
import type { Block } from '../blocks/index.ts';
import type { Picture } from '../blocks/picture.ts';
import { Area } from '../edit/list.ts';
import { MediaHash } from '../ids.ts';
import type { ModuleContent } from '../module.ts';

/** A word in a picture that does not stand out enough to be read by everyone. */
export const FaintWord = z.object({
  /** As it was read, which may be wrong by a letter. */
  text: z.string().max(100),
  /** Where it stands, in shares of the whole picture. */
  area: Area,
  /** Contrast of its letters and what is behind them, 1 to 21. */
  ratio: z.number().min(1).max(21),
  /** Size and thickness of its letters, in pixels of the file. */
  size: z.number().positive(),
  stroke: z.number().nonnegative(),
  /** The look of the page on which it is so; null where no page shines through. */
  theme: z.enum(['light', 'dark']).nullable(),
});
export type FaintWord = z.infer<typeof FaintWord>;

/** What only the studio's core knows of a picture that a module shows. */
export const PictureFacts = z.object({
  media: MediaHash,
  /** `unseen`: it could not be looked at here. */
  state: z.enum(['seen', 'waiting', 'unseen']),
  /** How many words were read in it. */
  words: z.int().nonnegative(),
  /** Those whose contrast is too low for letters of usual size, the worst first. */
  faint: z.array(FaintWord),
});
export type PictureFacts = z.infer<typeof PictureFacts>;

/** A picture as a block shows it. */
export interface ShownPicture extends Pick<Picture, 'media' | 'width' | 'height' | 'crop'> {
  decorative: boolean;
  /** How wide it is shown at the most, in pixels of a page. */
  room: number;
}

/** The width of a lesson's column, of a picture beside a step, and of one on a card, as `player.css` lays them out. */
const room = { column: 640, step: 260, card: 220 };

/**
 * The pictures of a block, whatever kind it is. Posters and the stills of moments are none: they show a video's picture, small,
 * and lead to it.
 */
export function picturesIn(block: Block): ShownPicture[] {
  switch (block.type) {
    case 'image':
      return [{ ...block.attrs, room: room.column }];
    case 'steps':
      return block.attrs.steps.flatMap(({ shows }) => (shows?.as === 'picture' ? [{ ...shows, room: room.step }] : []));
    case 'flipCards':
      return block.attrs.cards.flatMap(({ front, back }) =>
        [front, back].flatMap(({ picture }) => (picture ? [{ ...picture, room: room.card }] : [])),
      );
    case 'quiz': {
      const { quiz } = block.attrs;
      return quiz.kind === 'hotspot' && quiz.picture ? [{ ...quiz.picture, decorative: false, room: room.column }] : [];
    }
    default:
      return [];
  }
}

/** The hashes of a module's pictures, each once. */
export const shownPictures = ({ body }: Pick<ModuleContent, 'body'>): MediaHash[] => [
  ...new Set(body.content.flatMap((block) => picturesIn(block).map(({ media }) => media))),
];
