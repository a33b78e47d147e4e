import { z } from 'zod';
import { Fault } from '../../shared/contract/faults.ts';
import { MediaHash } from '../../shared/model/ids.ts';
import { MediaType } from '../../shared/model/package.ts';

/** What a studio says of a file before it sends it, in `Upload-Metadata`. */
export const Announced = z.object({ hash: MediaHash, filetype: MediaType });
export type Announced = z.infer<typeof Announced>;

const MB = 1_000_000;

/** Most bytes of a file of each type: an hour of screen at 4 Mbit/s is 1.8 GB. */
export const largest: Record<MediaType, number> = {
  'video/mp4': 4000 * MB,
  'image/jpeg': 25 * MB,
  'image/png': 25 * MB,
  'image/webp': 25 * MB,
  'application/json': 5 * MB,
  'text/vtt': 2 * MB,
};

/** Checks an announcement and the size that goes with it. */
export function readAnnounced(metadata: unknown, size: number | undefined): Announced {
  const parsed = Announced.safeParse(metadata);
  if (!parsed.success) throw new Fault('MEDIA_TYPE_REFUSED', { name: 'A file', allowed: Object.keys(largest).join(', ') });
  const maxBytes = largest[parsed.data.filetype];
  if (size === undefined || size > maxBytes) throw new Fault('MEDIA_TOO_LARGE', { name: 'A file of this module', maxBytes });
  if (size === 0) throw new Fault('MEDIA_EMPTY', { name: 'A file of this module' });
  return parsed.data;
}
