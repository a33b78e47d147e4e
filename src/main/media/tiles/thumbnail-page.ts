import { type Page, thumbnailInterval, thumbnails } from '../../../shared/model/tiles.ts';
import type { FfmpegWork } from '../ffmpeg.ts';
import { guarded, literal } from '../guard.ts';
import { pictureFrom } from '../plan/picture-from.ts';
import { jpeg } from '../plan/sheet.ts';
import type { SourceTrack } from '../plan/sources.ts';

/** Up to this distance a stretch is decoded in one go; beyond it, seeking to each thumbnail costs less. In seconds. */
const seekFrom = 2;

/** Height of a thumbnail for a picture, even as encoders want it. */
export const thumbnailHeight = ({ width, height }: Pick<SourceTrack, 'width' | 'height'>): number =>
  Math.max(2, 2 * Math.round((thumbnails.width * height) / Math.max(1, width) / 2));

/** Moments of the file that a page shows; none where it lies after the end. */
function moments(picture: SourceTrack, duration: number, { level, page }: Page): number[] {
  const interval = thumbnailInterval(level);
  const first = page * thumbnails.perPage;
  const last = Math.max(0, picture.duration - 0.1);
  return Array.from({ length: thumbnails.perPage }, (_, index) => (first + index + 0.5) * interval)
    .filter((moment) => moment - interval / 2 < duration)
    .map((moment) => Math.min(Math.max(0, moment - picture.offset), last));
}

/** Pure: how one row of thumbnails is drawn into `target`; null where the page lies after the end of the take. */
export function planThumbnails(picture: SourceTrack, duration: number, page: Page, target: string): FfmpegWork | null {
  const times = moments(picture, duration, page);
  const [first] = times;
  if (first === undefined) return null;
  const interval = thumbnailInterval(page.level);
  const size = `scale=${thumbnails.width}:${thumbnailHeight(picture)},setsar=1`;
  const path = literal(picture.path);
  const outputs = [{ to: literal(target), options: ['-map', '[row]', ...jpeg(6)] }];
  const step = 'Drawing the timeline';
  if (interval < seekFrom) {
    const { input, chain } = pictureFrom({ ...picture, start: first, rate: 1 / interval, options: ['-threads', '1'] });
    return {
      step,
      inputs: [input],
      filterGraph: `${chain},trim=end_frame=${times.length},${size},tile=${times.length}x1[row]`,
      outputs,
    };
  }
  const inputs = times.map((time) => ({
    path,
    options: [...guarded, '-threads', '1', '-skip_frame', 'nokey', '-noaccurate_seek', '-ss', time.toFixed(3), '-t', '60'],
  }));
  const cells = times.map((_, index) => `[${index}:v:${picture.stream}]trim=end_frame=1,setpts=0,${size}[c${index}]`);
  const labels = times.map((_, index) => `[c${index}]`).join('');
  const row = times.length > 1 ? `${labels}hstack=inputs=${times.length}[row]` : `${labels}null[row]`;
  return { step, inputs, filterGraph: [...cells, row].join(';'), outputs };
}
