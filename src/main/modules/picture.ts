import { imageSize } from 'image-size';
import { Fault } from '../../shared/contract/faults.ts';
import { mediaTypeOf } from './media-type.ts';

export type PictureType = 'image/png' | 'image/jpeg' | 'image/webp';

export interface Picture {
  type: PictureType;
  width: number;
  height: number;
}

export const largestPicture = 20_000_000;
/** Longer sides and more pixels than this fill a learner's phone: a small file can unpack to gigabytes. */
const longestSide = 16_000;
const mostPixels = 60_000_000;

const isPicture = (type: string | null): type is PictureType => type === 'image/png' || type === 'image/jpeg' || type === 'image/webp';

/** Where the file says that it ends. A JPEG does not say; one of the others that is longer carries something along. */
function endOf(bytes: Uint8Array, type: PictureType): number {
  if (type === 'image/webp') return new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true) + 8;
  if (type === 'image/png') return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf('IEND', 0, 'latin1') + 8;
  return bytes.length;
}

/**
 * What an uploaded picture is, read from its bytes. Refuses what is no PNG, JPEG or WebP, what is too large to show,
 * what breaks off, and what goes on after its end (`MEDIA_TYPE_REFUSED`, `MEDIA_TOO_LARGE`, `MEDIA_TRUNCATED`).
 */
export function readPicture(bytes: Uint8Array, name: string): Picture {
  const refused = () => new Fault('MEDIA_TYPE_REFUSED', { name, allowed: 'a PNG, JPEG or WebP picture' });
  const type = mediaTypeOf(bytes);
  if (!isPicture(type)) throw refused();
  const { width, height } = sizeOf(bytes, refused);
  if (!width || !height) throw refused();
  if (Math.max(width, height) > longestSide || width * height > mostPixels)
    throw new Fault('MEDIA_TOO_LARGE', { name, maxBytes: largestPicture });
  const end = endOf(bytes, type);
  // A WebP is padded to an even length.
  if (end > bytes.length || (type === 'image/png' && end < 8)) throw new Fault('MEDIA_TRUNCATED', { name });
  if (bytes.length > end + (type === 'image/webp' ? 1 : 0)) throw refused();
  return { type, width, height };
}

/** As the picture is shown: a JPEG that lies on its side says so, and is turned. */
function sizeOf(bytes: Uint8Array, refused: () => Fault): { width: number; height: number } {
  try {
    const { width, height, orientation } = imageSize(bytes);
    return orientation !== undefined && orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    throw refused();
  }
}
