import { MediaHash } from '../../../shared/model/ids.ts';

/** Where the studio itself shows a face that lies at the hub, named by its hash at the end of the address; null for any other. */
export function facePath(photo: string | null): string | null {
  const { data: hash } = MediaHash.safeParse(photo?.split('/').at(-1));
  return hash ? `/faces/${hash}` : null;
}
