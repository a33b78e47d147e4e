import type { ImageBlock } from '../../shared/model/blocks/image.ts';
import type { VideoBlock } from '../../shared/model/blocks/video.ts';
import { clock } from '../words.ts';
import type { Markup } from './markup.ts';
import { questionsMarkup } from './quiz/in-video.ts';

type Address = (hash: string) => string;

export const imageMarkup = ({ id, media, alt, decorative, width, height }: ImageBlock['attrs'], address: Address): Markup => [
  'figure',
  { class: 'sh-image', id: `block-${id}`, 'data-block': id },
  ['img', { src: address(media), alt: decorative ? '' : alt, width, height, loading: 'lazy', decoding: 'async' }],
];

/** A language by its own name, as the menu of captions shows it. */
function languageName(language: string): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** Text that goes with a video. Browsers fetch chapters only where something asks for them. */
const tracks = ({ captions, chapters }: VideoBlock['attrs'], address: Address): Markup[] => [
  ...(captions
    ? ([
        [
          'track',
          {
            kind: 'captions',
            src: address(captions.media),
            srclang: captions.language,
            label: languageName(captions.language),
            default: '',
          },
        ],
      ] as const)
    : []),
  ...(chapters ? ([['track', { kind: 'chapters', src: address(chapters) }]] as const) : []),
];

/** A video that plays without the script; `<showhow-video>` adds keys, going on where one stopped, and records. */
export const videoMarkup = (video: VideoBlock['attrs'], address: Address): Markup => {
  const { id, media, poster, title, duration, width, height } = video;
  return [
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
        ...tracks(video, address),
      ],
      ...questionsMarkup(video.questions ?? [], address),
    ],
    ['figcaption', {}, ...(title ? [['span', {}, title] as const] : []), ['span', { class: 'sh-length' }, clock(duration)]],
  ];
};
