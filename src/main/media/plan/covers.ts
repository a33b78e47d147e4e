import { type Course, stands } from '../../../shared/model/scene/course.ts';
import { ground, type SceneCover } from '../../../shared/model/scene/scene.ts';
import { expressionOf } from './expression.ts';
import { seconds } from './inputs.ts';
import { frameRate } from './timeline.ts';

/** A stretch of frames that a filter counts from 0, and the output frame that its first one is. */
export interface Stand {
  first: number;
  frames: number;
}

/** Half a frame before the first and after the last one, so that no rounding of times counts. */
export const during = (from: number, to: number): string =>
  `between(t,${seconds((from - 0.5) / frameRate)},${seconds((to - 0.5) / frameRate)})`;

const frame = `t*${frameRate}`;

const range = (course: Course): { least: number; most: number } => {
  const values = stands(course) ? [course] : course.keys.map(({ value }) => value);
  return { least: Math.min(...values), most: Math.max(...values) };
};

/** A picture of one colour. */
const plain = (colour: string, width: number, height: number, { frames }: Stand): string =>
  `color=c=${colour}:s=${width}x${height}:r=${frameRate}:d=${seconds(frames / frameRate)},format=yuv420p`;

/**
 * Filters that hide one region of a take's picture: from the label `from` to the label `to`. What is done to the region is
 * done within it alone, so that nothing from beside it is smeared in, and only while it is seen.
 */
export function coverFilters(cover: SceneCover, stand: Stand, from: string, to: string): string[] {
  const { box, how, sigma } = cover;
  const enable = `enable='${during(cover.from - stand.first, cover.to - stand.first)}'`;
  const of = (course: Course): string => expressionOf(course, frame, stand.first);
  const place = `x='${of(box.x)}':y='${of(box.y)}':eval=frame:eof_action=pass:${enable}`;
  const isSteady = stands(box.width) && stands(box.height);
  const blur = `gblur=sigma=${sigma}:steps=2:${enable}`;
  if (how === 'cover') {
    const filters = isSteady ? plain(ground, Number(box.width), Number(box.height), stand) : resized(ground, cover, stand, of);
    return [`${filters}[${to}c]`, `[${from}][${to}c]overlay=${place}[${to}]`];
  }
  if (isSteady) {
    const crop = `crop=w=${of(box.width)}:h=${of(box.height)}:x='${of(box.x)}':y='${of(box.y)}'`;
    return [`[${from}]split[${to}a][${to}b]`, `[${to}b]${crop},${blur}[${to}c]`, `[${to}a][${to}c]overlay=${place}[${to}]`];
  }
  return changing(cover, stand, of, { from, to, enable, blur });
}

/** One colour, as large as a cover is at each moment. Nothing may stand between it and `overlay`: a conversion would stop its changing. */
const resized = (colour: string, { box }: SceneCover, stand: Stand, of: (course: Course) => string): string =>
  `${plain(colour, 16, 16, stand)},scale=w='${of(box.width)}':h='${of(box.height)}':eval=frame`;

/** A blur that grows or shrinks: all that it ever covers is blurred, and a mask lets through where it stands now. */
function changing(
  cover: SceneCover,
  stand: Stand,
  of: (course: Course) => string,
  { from, to, enable, blur }: Record<'from' | 'to' | 'enable' | 'blur', string>,
): string[] {
  const { box, size } = cover;
  const [x, y] = [2 * Math.floor(range(box.x).least / 2), 2 * Math.floor(range(box.y).least / 2)];
  const width = Math.min(size.width - x, 2 * Math.ceil((range(box.x).most + range(box.width).most - x) / 2));
  const height = Math.min(size.height - y, 2 * Math.ceil((range(box.y).most + range(box.height).most - y) / 2));
  return [
    `[${from}]split[${to}a][${to}b]`,
    `[${to}b]crop=${width}:${height}:${x}:${y},${blur},format=yuva420p[${to}c]`,
    `${resized('white', cover, stand, of)}[${to}w]`,
    `${plain('black', width, height, stand)}[${to}k]`,
    `[${to}k][${to}w]overlay=x='${of(box.x)}-${x}':y='${of(box.y)}-${y}':eval=frame,format=gray[${to}m]`,
    `[${to}c][${to}m]alphamerge[${to}d]`,
    `[${to}a][${to}d]overlay=${x}:${y}:eof_action=pass:${enable}[${to}]`,
  ];
}
