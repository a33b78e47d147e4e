import { Readable } from 'node:stream';
import type { Still } from '../../shared/model/drafting/lesson.ts';
import { runFfmpeg, type Watch } from '../media/ffmpeg.ts';
import type { Ffmpeg } from '../media/locate.ts';
import { pictureFrom } from '../media/plan/picture-from.ts';
import { jpeg } from '../media/plan/sheet.ts';
import { frameRate } from '../media/plan/timeline.ts';
import type { Shelf } from '../modules/shelf.ts';
import type { Studio } from '../studio.ts';

/** A step shows its picture no wider than this, also on a dense screen. In pixels. */
const widest = 960;

interface Moment {
  /** SHA-256 of a finished video, and its size in pixels. */
  video: string;
  width: number;
  height: number;
  /** In seconds of the video. */
  at: number;
}

/** The picture of a moment of a finished video, put into the media store as a JPEG. */
export async function takeStill(
  { media }: Pick<Studio, 'media'>,
  { addPicture }: Pick<Shelf, 'addPicture'>,
  ffmpeg: Ffmpeg,
  { video, width, height, at }: Moment,
  watch: Watch,
): Promise<Still> {
  const scale = Math.min(1, widest / width);
  const size = [width, height].map((side) => Math.max(2, 2 * Math.round((side * scale) / 2))).join(':');
  const chunks: Uint8Array[] = [];
  const { input, chain } = pictureFrom({ path: media.path(video), stream: 0, start: at, rate: frameRate });
  const filterGraph = `${chain},scale=${size},setsar=1[still]`;
  const output = {
    to: (chunk: Uint8Array) => void chunks.push(chunk),
    options: ['-map', '[still]', ...jpeg(3)],
  };
  await runFfmpeg(ffmpeg, { step: 'Taking the picture of a step', inputs: [input], filterGraph, outputs: [output] }, watch);
  const stored = await addPicture(Readable.from(chunks), 'The picture of a step');
  return { media: stored.hash, width: stored.width, height: stored.height };
}
