import { z } from 'zod';
import { Id, line } from '../ids.ts';
import { type Say, sayText } from '../translation/wording.ts';
import { identified } from './inline.ts';
import type { BlockKind } from './kind.ts';
import { Picture, pictureTexts, pictureUse, sayPicture } from './picture.ts';

export const maxCards = 24;
/** Letters on one side of a card. */
export const longestSide = 400;

const Side = z.object({ text: line(longestSide), picture: Picture.optional() });
export type CardSide = z.infer<typeof Side>;

const FlipCard = z.object({ id: Id, front: Side, back: Side });
export type FlipCard = z.infer<typeof FlipCard>;

export const FlipCards = z.object({
  type: z.literal('flipCards'),
  attrs: identified.extend({ cards: z.array(FlipCard).min(1).max(maxCards) }),
});
export type FlipCardsBlock = z.infer<typeof FlipCards>;

const sidesOf = ({ attrs }: FlipCardsBlock): CardSide[] => attrs.cards.flatMap(({ front, back }) => [front, back]);
const picturesOf = (block: FlipCardsBlock): Picture[] => sidesOf(block).flatMap(({ picture }) => picture ?? []);

const saySide = ({ text, picture }: CardSide, say: Say, key: string): CardSide => ({
  text: sayText(say, `${key}.text`, text, true),
  ...(picture && { picture: sayPicture(picture, say, `${key}.`) }),
});

export const flipCardsKind: BlockKind<FlipCardsBlock> = {
  name: 'flip cards',
  texts: (block) => sidesOf(block).flatMap(({ text, picture }) => [text, ...(picture ? pictureTexts(picture) : [])]),
  said: ({ attrs, ...block }, say) => ({
    ...block,
    attrs: {
      ...attrs,
      cards: attrs.cards.map(({ id, front, back }) => ({
        id,
        front: saySide(front, say, `${id}.front`),
        back: saySide(back, say, `${id}.back`),
      })),
    },
  }),
  media: (block) => picturesOf(block).map(({ media }) => pictureUse(media)),
  pictures: picturesOf,
  // One thinks before one turns a card.
  seconds: ({ attrs }) => 5 * attrs.cards.length,
  tells: (block) => sidesOf(block).some(({ text, picture }) => text.trim() !== '' || picture !== undefined),
  waits: (block) => sidesOf(block).some(({ text, picture }) => text.trim() === '' && picture === undefined),
  outlined: ({ attrs }) => attrs.cards.find(({ front }) => front.text.trim() !== '')?.front.text || 'Flip cards',
};
