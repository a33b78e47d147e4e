import { v4 } from 'uuid';
import type { CardSide, FlipCard } from '../../../../shared/model/blocks/flip-cards.ts';
import type { Picture } from '../../../../shared/model/blocks/picture.ts';

export const emptyCard = (): FlipCard => ({ id: v4(), front: { text: '' }, back: { text: '' } });

/** A side with another picture, or none: then the key is gone, as before one was chosen. */
export const withPicture = ({ text }: CardSide, picture: Picture | undefined): CardSide => (picture ? { text, picture } : { text });
