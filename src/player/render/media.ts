import type { ImageBlock } from '../../shared/model/blocks/image.ts';
import { shownSeconds, shownStretch, type VideoBlock } from '../../shared/model/blocks/video.ts';
import { clock } from '../../shared/model/clock.ts';
import { languageName } from '../../shared/model/translation/language.ts';
import type { Around } from './around.ts';
import type { Markup } from './markup.ts';
import { type Address, pictureMarkup } from './picture.ts';
import { questionsMarkup } from './quiz/in-video.ts';

export const imageMarkup = ({ id, caption, ...picture }: ImageBlock['attrs'], address: Address): Markup => [
  'figure',
  { class: 'sh-image', id: `block-${id}`, 'data-block': id },
  pictureMarkup(picture, address),
  ...(caption ? ([['figcaption', {}, caption]] as const) : []),
];

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

/**
 * A video that plays without the script, in its best size; `<showhow-video>` adds keys, going on where one stopped, a choice
 * among its sizes, and records.
 * Of a video in parts the address names the stretch, which browsers keep to by themselves, and the element all the more.
 */
export const videoMarkup = (video: VideoBlock['attrs'], around: Pick<Around, 'media' | 'voice'>): Markup => {
  const { media: address } = around;
  const { id, media, sizes, poster, title, part, width, height } = video;
  const { from, to } = shownStretch(video);
  const file = (hash: string) => (part ? `${address(hash)}#t=${from},${to}` : address(hash));
  const files = [{ media, width, height }, ...(sizes ?? [])].map((size) => ({
    src: file(size.media),
    width: size.width,
    height: size.height,
  }));
  return [
    'figure',
    { class: 'sh-video', id: `block-${id}`, 'data-block': id },
    [
      'showhow-video',
      {
        'data-block': id,
        'data-media': media,
        ...(part ? { 'data-from': from, 'data-to': to } : {}),
        ...(sizes ? { 'data-sizes': JSON.stringify(files) } : {}),
      },
      [
        'video',
        {
          controls: '',
          playsinline: '',
          preload: 'metadata',
          src: file(media),
          // The still is of the video's beginning; of a part its own first picture is shown.
          poster: poster && !part ? address(poster) : null,
          width,
          height,
          'aria-label': title || null,
        },
        ...tracks(video, address),
      ],
      ...questionsMarkup(video, around),
    ],
    ['figcaption', {}, ...(title ? [['span', {}, title] as const] : []), ['span', { class: 'sh-length' }, clock(shownSeconds(video))]],
  ];
};
