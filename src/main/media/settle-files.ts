import { rename, rm } from 'node:fs/promises';
import { extname } from 'node:path';
import { syncFile } from '../../node/durable.ts';
import { type Input, runFfmpeg, type Watch } from './ffmpeg.ts';
import { beginningOf, guarded, guardedBeginning, literal } from './guard.ts';
import type { Ffmpeg } from './locate.ts';
import { audioOptions } from './making.ts';
import type { Probe } from './probe-report.ts';
import { tornAt } from './torn.ts';
import { largestSide } from './tracks.ts';

/** Writes beside the target first: whoever finds the target finds it whole, also after a loss of power. */
export async function whole(target: string, write: (part: string) => Promise<unknown>): Promise<void> {
  const part = `${target}.part`;
  try {
    await write(part);
    await syncFile(part);
    await rename(part, target);
  } finally {
    await rm(part, { force: true });
  }
}

const formatOf = (file: string): string[] => (extname(file) === '.webm' ? ['-f', 'webm'] : ['-movflags', '+faststart', '-f', 'mp4']);

/** A recording as ffmpeg reads it: without what a break left at its end and spoils all of it. */
async function readable(from: string): Promise<Input> {
  const bytes = await tornAt(from);
  return bytes === null ? { path: literal(from), options: guarded } : { path: beginningOf(from, bytes), options: guardedBeginning };
}

/** A recording was written by appending and may break off anywhere: makes a normal file with index and length of it, by copying the stream. */
export const makeNormal = (ffmpeg: Ffmpeg, from: string, target: string, watch: Watch): Promise<void> =>
  whole(target, async (part) =>
    runFfmpeg(
      ffmpeg,
      {
        step: 'Preparing the take',
        inputs: [await readable(from)],
        // Old builds call Opus in MP4 experimental.
        outputs: [{ to: literal(part), options: ['-map', '0', '-c', 'copy', '-strict', '-2', ...formatOf(target)] }],
      },
      watch,
    ),
  );

/** The picture and the one sound of a foreign file that are used. */
const mapsOf = ({ video: [picture], audio: [sound] }: Probe): string[] => [
  ...(picture ? ['-map', `0:v:${picture.stream}`] : []),
  ...(sound ? ['-map', `0:a:${sound.stream}`] : []),
];

/** Pictures brighter than a usual screen, brought to what one shows; without these filters they stay grey, and are seen. */
const toned = 'zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=tv,format=yuv420p';

/** What a foreign picture goes through to be played everywhere: one picture in a frame, square pixels, even sides, usual brightness. */
export function playableFilters({ interlaced, hdr }: Probe['video'][number], hasFilter: (name: string) => boolean): string {
  const shrink = `min(1,${largestSide}/max(iw*sar,ih))`;
  return [
    ...(interlaced ? ['yadif=deint=interlaced'] : []),
    ...(hdr && hasFilter('zscale') && hasFilter('tonemap') ? [toned] : []),
    // Odd sizes cannot be written in the usual pixel format.
    `scale='max(2,2*trunc(iw*sar*${shrink}/2))':'max(2,2*trunc(ih*${shrink}/2))'`,
    'setsar=1',
  ].join(',');
}

const pictureOptions = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '18', '-bf', '0', '-g', '30', '-pix_fmt', 'yuv420p', '-r', '30'];
const usualColours = ['-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709'];

/** What a browser cannot play is made anew once, near to lossless, and is what is played and cut from then on. */
export function makePlayable(ffmpeg: Ffmpeg, from: string, target: string, found: Probe, watch: Watch): Promise<void> {
  const [picture] = found.video;
  const made = picture
    ? [
        ...pictureOptions,
        ...(picture.hdr ? usualColours : []),
        ...['-vf', playableFilters(picture, (name) => ffmpeg.filters.includes(name))],
      ]
    : [];
  return whole(target, (part) =>
    runFfmpeg(
      ffmpeg,
      {
        step: 'Preparing the video',
        inputs: [{ path: literal(from), options: guarded }],
        outputs: [
          {
            to: literal(part),
            options: [...mapsOf(found), ...made, ...audioOptions, '-max_muxing_queue_size', '4096', ...formatOf(target)],
          },
        ],
      },
      watch,
    ),
  );
}
