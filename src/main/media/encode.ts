import { join } from 'node:path';
import { Fault } from '../../shared/contract/faults.ts';
import type { EditList } from '../../shared/model/edit/list.ts';
import type { Size } from '../../shared/model/scene/canvas.ts';
import type { SmallerSize } from '../../shared/model/video-sizes.ts';
import { type Encoder, optionsFor } from './encoders.ts';
import { type FfmpegWork, runFfmpeg, type Watch } from './ffmpeg.ts';
import { readFrames } from './ffmpeg-output.ts';
import { literal } from './guard.ts';
import type { Ffmpeg } from './locate.ts';
import { containerOptions, made } from './making.ts';
import { pensFor, writePlanFiles } from './pens.ts';
import { type Motion, motionOf } from './plan/motion.ts';
import { type Able, type FinishPlan, type Part, plan } from './plan/plan.ts';
import { jpeg, type Sheet } from './plan/sheet.ts';
import { alignedKeys } from './plan/sizes.ts';
import type { Sources } from './plan/sources.ts';
import { smallerFile } from './sizes.ts';

/** What is to be seen, of what, and the folder of its own in which it is made. */
export interface PictureWork {
  edit: EditList;
  sources: Sources;
  folder: string;
  /** Shorter sides of smaller renditions that are encoded in the same run. */
  sizes?: readonly number[];
  /** Where a picture of the workspace lies, for cards; null where it is gone. */
  fileOf?: (hash: string) => string | null;
}

/** A picture with its poster and sheet of thumbnails. */
export interface Picture extends Size {
  duration: number;
  sheet: Sheet;
  /** Smaller renditions, still without sound, where they were asked for. */
  smaller?: SmallerSize[];
}

/** What an ffmpeg can do for a plan. A nightly build has no version and is newer than any. */
export const ableOf = ({ filters, major }: Ffmpeg): Able => ({
  hasFilter: (name) => filters.includes(name),
  ratedLists: major === 0 || major >= 5,
});

interface Piece {
  /** Of its files; they lie apart from those of the other pieces. */
  name: string;
  part?: Part;
}

/** The plan, and beside it the files that it needs. */
async function planned(
  ffmpeg: Ffmpeg,
  { edit, sources, folder, fileOf, sizes }: PictureWork,
  piece: Piece,
  watch: Watch,
): Promise<FinishPlan> {
  const { name, part } = piece;
  const own = join(folder, `${name}-files`);
  const pens = await pensFor(ffmpeg, edit, fileOf ?? (() => null));
  const options = { pens, fileAt: (file: string) => join(own, file), ...ableOf(ffmpeg) };
  const whole = plan(edit, sources, { ...options, ...(part ? { part } : sizes && { sizes }) });
  await writePlanFiles(own, whole.files, watch.signal);
  return whole;
}

/** The filter graph and the label of the picture as an encoder takes it. */
const uploaded = ({ filterGraph, maps }: FinishPlan, { upload }: Encoder): { filterGraph: string; video: string } =>
  upload ? { filterGraph: `${filterGraph};${maps.video}${upload}[card]`, video: '[card]' } : { filterGraph, video: maps.video };

/** Where the encoder keeps all cores busy, filters that share a frame out among threads cost more than they gain. */
const oneThread = { filterThreads: 1 };

/** Containers round, and a file may end a little before it says. */
const spareFrames = 15;

/** A run whose picture comes first. Ffmpeg calls it a success where a file gave fewer pictures than it promised, or none at all. */
export async function encoded(ffmpeg: Ffmpeg, work: FfmpegWork, frames: number, watch: Watch): Promise<void> {
  const written = readFrames(await runFfmpeg(ffmpeg, work, watch));
  if (written !== null && written < frames - spareFrames)
    throw new Fault('FFMPEG_FAILED', { step: work.step, detail: `only ${written} of ${frames} pictures came out` });
}

/** The one run that decodes once and makes everything that is seen. */
export async function encodeWhole(ffmpeg: Ffmpeg, work: PictureWork, encoder: Encoder, watch: Watch): Promise<Picture> {
  const whole = await planned(ffmpeg, work, { name: 'whole' }, watch);
  const { inputs, maps, frames, duration, canvas, sheet } = whole;
  const { filterGraph, video } = uploaded(whole, encoder);
  const to = (name: string) => literal(join(work.folder, name));
  const coding = (motion: Motion) => [...optionsFor(encoder, motion), ...(work.sizes ? alignedKeys : [])];
  const outputs = [
    { to: to(made.video), options: ['-map', video, ...coding(motionOf(work.edit, work.sources)), ...containerOptions] },
    // Made smaller, nothing moves by whole pixels.
    ...whole.smaller.map((size) => ({
      to: to(smallerFile(size)),
      options: ['-map', size.label, ...coding('fine'), ...containerOptions],
    })),
    ...(maps.poster ? [{ to: to(made.poster), options: ['-map', maps.poster, ...jpeg(3)] }] : []),
    { to: to(made.sprite), options: ['-map', maps.sheet, ...jpeg(5)] },
  ];
  await encoded(ffmpeg, { step: 'Finishing', inputs, filterGraph, ...(work.sizes ? {} : oneThread), outputs }, frames, watch);
  return { duration, ...canvas, sheet, ...(work.sizes && { smaller: whole.smaller }) };
}

/** The files of one stretch of a picture. */
export interface Stretch {
  video: string;
  /** Its thumbnails, uncompressed, one after the other. */
  thumbnails: string;
  frames: number;
}

/** One stretch of a picture, without sound. `motion` is that of the whole picture, `threads` how many the run may use. */
export async function encodeStretch(
  ffmpeg: Ffmpeg,
  work: PictureWork,
  encoder: Encoder,
  { name, part, motion, threads }: { name: string; part: Part; motion: Motion; threads: number },
  watch: Watch,
): Promise<Stretch> {
  const whole = await planned(ffmpeg, work, { name, part }, watch);
  const { maps, frames } = whole;
  // Decoders that share a frame out among threads cost a tenth more where all cores are busy anyway.
  const inputs = whole.inputs.map(({ path, options }) => ({ path, options: ['-threads', String(threads), ...options] }));
  const { filterGraph, video } = uploaded(whole, encoder);
  const file = { video: join(work.folder, `${name}.mp4`), thumbnails: join(work.folder, `${name}.y4m`) };
  const outputs = [
    { to: literal(file.video), options: ['-map', video, ...optionsFor(encoder, motion), '-threads', String(threads), '-f', 'mp4'] },
    ...(maps.poster ? [{ to: literal(join(work.folder, made.poster)), options: ['-map', maps.poster, ...jpeg(3)] }] : []),
    { to: literal(file.thumbnails), options: ['-map', maps.sheet, '-pix_fmt', 'yuv420p', '-f', 'yuv4mpegpipe'] },
  ];
  await encoded(ffmpeg, { step: 'Finishing', inputs, filterGraph, ...oneThread, outputs }, frames, watch);
  return { ...file, frames };
}
