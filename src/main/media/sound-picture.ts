import { rm } from 'node:fs/promises';
import { runFfmpeg, type Watch } from './ffmpeg.ts';
import { guarded, literal } from './guard.ts';
import type { Ffmpeg } from './locate.ts';
import { whole } from './settle-files.ts';

const size = { width: 1280, height: 720 };
/** The studio's paper and its ember, as they are in the light. */
const colours = { paper: '0xfbf9f5', wave: '0xc2492b' };
/** Nothing moves in it, and an hour of it must not take minutes. */
const rate = 2;

/**
 * A picture for a take that has none: the wave of its sound on paper, standing for as long as it is heard. So what was only
 * heard can be cut, named, shown and published like everything else, and cards and callouts find a place.
 */
export async function drawSoundPicture(
  ffmpeg: Ffmpeg,
  sound: { path: string; stream: number; duration: number },
  target: string,
  watch: Watch,
): Promise<void> {
  const still = `${target}.png`;
  const wave = `aformat=channel_layouts=mono,showwavespic=s=${size.width}x${size.height / 2}:colors=${colours.wave}`;
  try {
    await runFfmpeg(
      ffmpeg,
      {
        step: 'Drawing the sound',
        inputs: [{ path: literal(sound.path), options: guarded }],
        filterGraph: `color=c=${colours.paper}:s=${size.width}x${size.height}:r=1:d=1[paper];[0:a:${sound.stream}]${wave}[wave];[paper][wave]overlay=x=0:y=(H-h)/2:eof_action=repeat[still]`,
        outputs: [{ to: literal(still), options: ['-map', '[still]', '-frames:v', '1', '-c:v', 'png', '-f', 'image2pipe'] }],
      },
      watch,
    );
    await whole(target, (part) =>
      runFfmpeg(
        ffmpeg,
        {
          step: 'Drawing the sound',
          inputs: [{ path: still, options: ['-f', 'image2', '-pattern_type', 'none', '-loop', '1', '-framerate', String(rate)] }],
          outputs: [
            {
              to: literal(part),
              options: [
                ...['-t', sound.duration.toFixed(3), '-c:v', 'libx264', '-preset', 'ultrafast', '-tune', 'stillimage', '-bf', '0'],
                ...['-g', String(10 * rate), '-pix_fmt', 'yuv420p', '-r', String(rate), '-movflags', '+faststart', '-f', 'mp4'],
              ],
            },
          ],
        },
        watch,
      ),
    );
  } finally {
    await rm(still, { force: true });
  }
}
