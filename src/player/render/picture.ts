import { type Picture, shownSize } from '../../shared/model/blocks/picture.ts';
import type { Markup } from './markup.ts';

/** The address of a file in the media store. */
export type Address = (hash: string) => string;

/** Up to a thousandth of a pixel: more digits are arithmetic. */
const thousandths = (value: number): string => String(Math.round(value * 1000) / 1000);

/**
 * A part of a picture as a drawing that looks at that part: it needs neither script nor style, keeps its shape before the
 * file is there, and the file is the one that stands whole elsewhere.
 */
function cropped(picture: Picture, { x, y, width, height }: NonNullable<Picture['crop']>, address: Address): Markup {
  const size = shownSize(picture);
  const view = [x * picture.width, y * picture.height, width * picture.width, height * picture.height].map(thousandths).join(' ');
  const words: Record<string, string> = picture.decorative ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': picture.alt };
  return [
    'svg',
    { class: 'sh-picture', viewBox: view, ...size, ...words },
    ['image', { href: address(picture.media), width: picture.width, height: picture.height }],
  ];
}

/** A picture or the part of it that is shown, with its words. */
export const pictureMarkup = (picture: Picture, address: Address): Markup =>
  picture.crop
    ? cropped(picture, picture.crop, address)
    : [
        'img',
        {
          src: address(picture.media),
          alt: picture.decorative ? '' : picture.alt,
          width: picture.width,
          height: picture.height,
          loading: 'lazy',
          decoding: 'async',
          class: 'sh-picture',
        },
      ];
