import type { Moment, Step, StepsBlock } from '../../shared/model/blocks/steps.ts';
import { clock } from '../../shared/model/clock.ts';
import { whereShown } from '../../shared/model/moments.ts';
import type { Around } from './around.ts';
import { listed, type Markup, paragraphs } from './markup.ts';
import { pictureMarkup } from './picture.ts';
import { voiceIn } from './voice.ts';

/** A way to the moment: a link to its video, which `<showhow-steps>` follows to the second. */
function moment({ video, at, still }: Moment, { blocks, media, ...around }: Around): Markup {
  const { words, mark } = voiceIn(around);
  const shown = whereShown(blocks, { video, at });
  const picture: Markup = ['img', { src: media(still.media), alt: '', width: still.width, height: still.height, loading: 'lazy' }];
  if (shown === 'gone' || shown === 'outside') {
    return ['div', { class: 'sh-moment' }, picture, ['p', { class: 'sh-hint', ...mark }, words.momentGone]];
  }
  return [
    'a',
    { class: 'sh-moment', href: `#block-${video}`, target: '_self', 'data-at': at },
    picture,
    ['span', mark, words.watchStep, ' ', ['span', { class: 'sh-length' }, clock(shown.place)]],
  ];
}

const step = ({ heading, text, shows }: Step, around: Around): Markup => [
  'li',
  {},
  ['div', { class: 'sh-step' }, ...(heading ? [['p', { class: 'sh-step-heading' }, heading] as const] : []), ...paragraphs(text)],
  ...(shows ? [shows.as === 'picture' ? pictureMarkup(shows, around.media) : moment(shows, around)] : []),
];

export const stepsMarkup = ({ id, steps }: StepsBlock['attrs'], around: Around): Markup => [
  'showhow-steps',
  { 'data-block': id, id: `block-${id}` },
  ['ol', { class: 'sh-steps', ...listed }, ...steps.map((one) => step(one, around))],
];
