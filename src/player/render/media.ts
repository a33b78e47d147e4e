import type { ImageBlock, VideoBlock } from '../../shared/model/document.ts';
import { clock } from '../words.ts';
import type { Markup } from './markup.ts';

type Address = (hash: string) => string;

export const imageMarkup = ({ id, media, alt, decorative, width, height }: ImageBlock['attrs'], address: Address): Markup => [
  'figure',
  { class: 'sh-image', id: `block-${id}`, 'data-block': id },
  ['img', { src: address(media), alt: decorative ? '' : alt, width, height, loading: 'lazy', decoding: 'async' }],
];

/** A video that plays without the script; `<showhow-video>` adds keys, going on where one stopped, and records. */
export const videoMarkup = ({ id, media, poster, title, duration, width, height }: VideoBlock['attrs'], address: Address): Markup => [
  'figure',
  { class: 'sh-video', id: `block-${id}`, 'data-block': id },
  [
    'showhow-video',
    { 'data-block': id, 'data-media': media },
    [
      'video',
      {
        controls: '',
        playsinline: '',
        preload: 'metadata',
        src: address(media),
        poster: poster ? address(poster) : null,
        width,
        height,
        'aria-label': title || null,
      },
    ],
  ],
  ['figcaption', {}, ...(title ? [['span', {}, title] as const] : []), ['span', { class: 'sh-length' }, clock(duration)]],
];
