import type { CardSide, FlipCard, FlipCardsBlock } from '../../shared/model/blocks/flip-cards.ts';
import type { Around } from './around.ts';
import { listed, type Markup, paragraphs } from './markup.ts';
import { pictureMarkup } from './picture.ts';

const side = ({ text, picture }: CardSide, { media }: Around): Markup[] => [
  ...(picture ? [pictureMarkup(picture, media)] : []),
  ...paragraphs(text),
];

/** Without the script a card opens; with it, it turns. */
const card = ({ front, back }: FlipCard, around: Around): Markup => [
  'li',
  {},
  [
    'details',
    { class: 'sh-card' },
    // A summary holds phrases only, so that its words stay a button's name.
    ['summary', {}, ['span', { class: 'sh-side' }, ...side(front, around).map(asPhrase)]],
    ['div', { class: 'sh-side' }, ...side(back, around)],
  ],
];

const asPhrase = ([tag, attributes, ...children]: Markup): Markup => [tag === 'p' ? 'span' : tag, attributes, ...children];

export const flipCardsMarkup = ({ id, cards }: FlipCardsBlock['attrs'], around: Around): Markup => [
  'showhow-cards',
  { 'data-block': id, id: `block-${id}` },
  ['ul', { class: 'sh-cards', ...listed }, ...cards.map((one) => card(one, around))],
];
