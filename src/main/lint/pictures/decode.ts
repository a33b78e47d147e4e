import { readFile } from 'node:fs/promises';
import { imageSize } from 'image-size';
import type { Rgb } from '../../../shared/model/contrast/measure.ts';
import { runFfmpeg } from '../../media/ffmpeg.ts';
import { literal } from '../../media/guard.ts';
import type { Ffmpeg } from '../../media/locate.ts';
import { type PictureType, readPicture } from '../../modules/picture.ts';
import type { Grey } from '../../privacy/grey.ts';

/** A picture as it lies in its file, each pixel with how much of the page shines through; four bytes a pixel. */
export interface Rgba {
  width: number;
  height: number;
  data: Uint8Array;
  /** How many times smaller than the file it is. */
  shrunk: number;
}

/** Larger ones are made smaller before they are looked at: four screens of 1080p. */
const mostPixels = 8_000_000;

/** Only this kind of picture is tried, whatever the bytes pretend to be, and no list that names other files. */
const demuxers: Record<PictureType, string> = { 'image/png': 'png_pipe', 'image/jpeg': 'jpeg_pipe', 'image/webp': 'webp_pipe' };

/** How a JPEG that lies on its side is set upright, by what its camera wrote into it (Exif 2.3, 4.6.4). */
const upright: Readonly<Record<number, string>> = {
  2: 'hflip,',
  3: 'hflip,vflip,',
  4: 'vflip,',
  5: 'transpose=cclock_flip,',
  6: 'transpose=clock,',
  7: 'transpose=clock_flip,',
  8: 'transpose=cclock,',
};

/** The pixels of a picture of the media store. Refuses as `readPicture` does, and with FFMPEG_FAILED what cannot be decoded. */
export async function decodePicture(ffmpeg: Ffmpeg, path: string, signal: AbortSignal): Promise<Rgba> {
  const bytes = await readFile(path, { signal });
  const { type, width: fullWidth, height: fullHeight } = readPicture(bytes, 'A picture');
  const shrunk = Math.max(1, Math.sqrt((fullWidth * fullHeight) / mostPixels));
  const [width, height] = [fullWidth, fullHeight].map((side) => Math.max(1, Math.floor(side / shrunk))) as [number, number];
  const turned = upright[imageSize(bytes).orientation ?? 1] ?? '';
  const data = new Uint8Array(width * height * 4);
  let filled = 0;
  const take = (chunk: Uint8Array): void => {
    const part = chunk.subarray(0, data.length - filled);
    data.set(part, filled);
    filled += part.length;
  };
  const guard = ['-protocol_whitelist', 'file,pipe', '-format_whitelist', demuxers[type], '-f', demuxers[type], '-noautorotate'];
  await runFfmpeg(
    ffmpeg,
    {
      step: 'Looking at a picture',
      inputs: [{ path: literal(path), options: guard }],
      filterGraph: `[0:v:0]${turned}scale=${width}:${height}:flags=area,format=rgba[look]`,
      outputs: [{ to: take, options: ['-map', '[look]', '-frames:v', '1', '-f', 'rawvideo'] }],
    },
    { signal },
  );
  if (filled < data.length) throw new Error(`A picture of ${width} × ${height} has only ${filled} bytes`);
  return { width, height, data, shrunk };
}

/** Below this the page is seen through a pixel. */
const opaque = 250;

export const isSeenThrough = ({ data }: Rgba): boolean => {
  for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 255) < opaque) return true;
  return false;
};

/** The picture as it is seen on a page of a colour. */
export function onPaper({ width, height, data }: Rgba, paper: readonly [number, number, number]): Rgb {
  const out = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    const share = (data[from + 3] ?? 255) / 255;
    for (let channel = 0; channel < 3; channel++)
      out[to + channel] = Math.round((data[from + channel] ?? 0) * share + (paper[channel] ?? 0) * (1 - share));
  }
  return { width, height, data: out };
}

/** In shades of grey, as the reader wants it. */
export function greyOf({ width, height, data }: Rgb): Grey {
  const out = new Uint8Array(width * height);
  for (let from = 0, to = 0; to < out.length; from += 3, to++)
    out[to] = Math.round(0.299 * (data[from] ?? 0) + 0.587 * (data[from + 1] ?? 0) + 0.114 * (data[from + 2] ?? 0));
  return { width, height, data: out };
}
