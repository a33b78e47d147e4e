import { cutOf, type VideoCut } from '../../shared/model/review/cut.ts';
import type { Studio } from '../studio.ts';
import { originOf } from './origins.ts';

/** What videos were cut from; none of those that were not finished here. */
export async function cutsOf(studio: Pick<Studio, 'database'>, media: readonly string[]): Promise<VideoCut[]> {
  const cuts = await Promise.all(
    media.map(async (video) => {
      const origin = await originOf(studio, video);
      return origin ? [cutOf(video, origin.list)] : [];
    }),
  );
  return cuts.flat();
}
