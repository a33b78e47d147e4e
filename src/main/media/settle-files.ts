import { rename, rm } from 'node:fs/promises';
import { extname } from 'node:path';
import { runFfmpeg, type Watch } from './ffmpeg.ts';
import { guarded, literal } from './guard.ts';
import type { Ffmpeg } from './locate.ts';
import { audioOptions } from './making.ts';

/** Writes beside the target first: whoever finds the target finds it whole. */
async function whole(target: string, write: (part: string) => Promise<unknown>): Promise<void> {
  const part = `${target}.part`;
  try {
    await write(part);
    await rename(part, target);
  } finally {
    await rm(part, { force: true });
  }
}

const formatOf = (file: string): string[] => (extname(file) === '.webm' ? ['-f', 'webm'] : ['-movflags', '+faststart', '-f', 'mp4']);

/** A recording was written by appending and may break off anywhere: makes a normal file with index and length of it, by copying the stream. */
export const makeNormal = (ffmpeg: Ffmpeg, from: string, target: string, watch: Watch): Promise<void> =>
  whole(target, (part) =>
    runFfmpeg(
      ffmpeg,
      {
        step: 'Preparing the take',
        inputs: [{ path: literal(from), options: guarded }],
        // Old builds call Opus in MP4 experimental.
        outputs: [{ to: literal(part), options: ['-map', '0', '-c', 'copy', '-strict', '-2', ...formatOf(target)] }],
      },
      watch,
    ),
  );

/** What a browser cannot play is made anew once, near to lossless, and is what is played and cut from then on. */
export const makePlayable = (ffmpeg: Ffmpeg, from: string, target: string, stream: number, watch: Watch): Promise<void> =>
  whole(target, (part) =>
    runFfmpeg(
      ffmpeg,
      {
        step: 'Preparing the video',
        inputs: [{ path: literal(from), options: guarded }],
        outputs: [
          {
            to: literal(part),
            options: [
              ...['-map', `0:v:${stream}`, '-map', '0:a?'],
              ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '18', '-bf', '0', '-g', '30', '-pix_fmt', 'yuv420p', '-r', '30'],
              // Odd sizes cannot be written in this pixel format.
              ...['-vf', 'scale=trunc(iw*sar/2)*2:trunc(ih/2)*2,setsar=1'],
              ...audioOptions,
              ...formatOf(target),
            ],
          },
        ],
      },
      watch,
    ),
  );
