import type { Ffmpeg } from './locate.ts';
import { finePixels, wholePixels } from './making.ts';
import type { Motion } from './plan/motion.ts';
import { ran } from './process.ts';

/** A way to write H.264. */
export interface Encoder {
  /** The name ffmpeg has for it. */
  name: string;
  options: readonly string[];
  /** Other options where all moves by whole pixels, if it has some that do better there. */
  wholePixels?: readonly string[];
  /** What a picture goes through before it, where the card wants it in its own memory. */
  upload: string | null;
}

export const software: Encoder = { name: 'libx264', options: finePixels, wholePixels, upload: null };

export const optionsFor = ({ options, wholePixels: whole = options }: Encoder, motion: Motion): readonly string[] =>
  motion === 'whole' ? whole : options;

/** As in software: no reordered frames, a key frame at least every three seconds, a constant rate. */
const common: readonly string[] = ['-bf', '0', '-g', '90', '-r', '30'];
const planar: readonly string[] = ['-pix_fmt', 'yuv420p'];
const card = (name: string, options: readonly string[], upload: string | null = null): Encoder => ({
  name,
  options: ['-c:v', name, ...options, ...common],
  upload,
});

/** Graphics cards by the system they are found in, at a quality like the software's. */
const cards: Partial<Record<NodeJS.Platform, readonly Encoder[]>> = {
  darwin: [card('h264_videotoolbox', ['-q:v', '60', '-allow_sw', '0', ...planar])],
  win32: [
    card('h264_nvenc', ['-preset', 'p4', '-rc', 'vbr', '-cq', '24', '-b:v', '0', ...planar]),
    card('h264_qsv', ['-preset', 'faster', '-global_quality', '24', '-pix_fmt', 'nv12']),
    card('h264_amf', ['-quality', 'balanced', '-rc', 'cqp', '-qp_i', '22', '-qp_p', '24', ...planar]),
  ],
  linux: [
    card('h264_nvenc', ['-preset', 'p4', '-rc', 'vbr', '-cq', '24', '-b:v', '0', ...planar]),
    card('h264_qsv', ['-preset', 'faster', '-global_quality', '24', '-pix_fmt', 'nv12']),
    card('h264_vaapi', ['-vaapi_device', '/dev/dri/renderD128', '-rc_mode', 'CQP', '-qp', '24'], 'format=nv12,hwupload'),
  ],
};

/** That an encoder is compiled in says nothing of the machine: one frame, encoded with the very options of a finish, does. */
async function proves(ffmpeg: Ffmpeg, { options, upload }: Encoder, signal: AbortSignal | undefined): Promise<boolean> {
  const source = ['-f', 'lavfi', '-i', 'color=size=640x360:rate=30', '-frames:v', '1'];
  const args = ['-nostdin', '-v', 'error', ...source, ...(upload ? ['-vf', upload] : []), ...options, '-f', 'null', '-'];
  return (await ran(ffmpeg.path, args, { seconds: 20, ...(signal && { signal }) })).code === 0;
}

const proven = new Map<string, Promise<Encoder | null>>();

async function firstProven(ffmpeg: Ffmpeg, signal: AbortSignal | undefined): Promise<Encoder | null> {
  for (const encoder of cards[process.platform] ?? []) if (await proves(ffmpeg, encoder, signal)) return encoder;
  return null;
}

/** The graphics card's encoder where there is one that works; asked once for each ffmpeg and start of the program. */
export function graphicsEncoder(ffmpeg: Ffmpeg, signal?: AbortSignal): Promise<Encoder | null> {
  const found =
    proven.get(ffmpeg.path) ??
    firstProven(ffmpeg, signal).catch((error: unknown) => {
      proven.delete(ffmpeg.path);
      throw error;
    });
  proven.set(ffmpeg.path, found);
  return found;
}
