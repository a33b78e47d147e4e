import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cameraBox } from '../../shared/model/camera-box.ts';
import type { EditList } from '../../shared/model/edit/list.ts';
import type { Encoder } from './encoders.ts';
import { runFfmpeg, type Watch } from './ffmpeg.ts';
import { literal } from './guard.ts';
import type { Ffmpeg } from './locate.ts';
import { audioOptions, containerOptions, made } from './making.ts';
import { disc, type Size } from './plan/picture.ts';
import { editCanvas, type FinishPlan, type Part, plan } from './plan/plan.ts';
import { jpeg, type Sheet } from './plan/sheet.ts';
import type { Mastering } from './plan/sound.ts';
import type { Sources } from './plan/sources.ts';

/** What is to be seen, of what, and the folder of its own in which it is made. */
export interface Scene {
  edit: EditList;
  sources: Sources;
  folder: string;
}

/** A picture with its poster and sheet of thumbnails. */
export interface Picture extends Size {
  duration: number;
  sheet: Sheet;
}

const maskOf = (folder: string): string => join(folder, 'mask.pgm');

async function planned(ffmpeg: Ffmpeg, { edit, sources, folder }: Scene, mastering: Mastering | null, part?: Part): Promise<FinishPlan> {
  const mask = maskOf(folder);
  const canvas = part?.canvas ?? editCanvas(edit, sources);
  await writeFile(mask, disc(cameraBox(edit.camera, canvas.width, canvas.height).width));
  const hasFilter = (name: string) => ffmpeg.filters.includes(name);
  return plan(edit, sources, { mastering, mask, hasFilter, ...(part && { part }) });
}

/** The filter graph and the label of the picture as an encoder takes it. */
const uploaded = ({ filterGraph, maps }: FinishPlan, { upload }: Encoder): { filterGraph: string; video: string } =>
  upload ? { filterGraph: `${filterGraph};${maps.video}${upload}[card]`, video: '[card]' } : { filterGraph, video: maps.video };

/** The one run that decodes once and makes everything that is seen and heard. */
export async function encodeWhole(
  ffmpeg: Ffmpeg,
  scene: Scene,
  encoder: Encoder,
  master: Mastering | null,
  watch: Watch,
): Promise<Picture> {
  const whole = await planned(ffmpeg, scene, master);
  const { inputs, maps, duration, canvas, sheet } = whole;
  const { filterGraph, video } = uploaded(whole, encoder);
  const sound = maps.audio ? ['-map', maps.audio, ...audioOptions] : [];
  const to = (name: string) => literal(join(scene.folder, name));
  const outputs = [
    { to: to(made.video), options: ['-map', video, ...sound, ...encoder.options, ...containerOptions] },
    ...(maps.poster ? [{ to: to(made.poster), options: ['-map', maps.poster, ...jpeg(3)] }] : []),
    { to: to(made.sprite), options: ['-map', maps.sheet, ...jpeg(5)] },
  ];
  await runFfmpeg(ffmpeg, { step: 'Finishing', inputs, filterGraph, outputs }, watch);
  return { duration, ...canvas, sheet };
}

/** The files of one stretch of a picture. */
export interface Stretch {
  video: string;
  /** Its thumbnails, uncompressed, one after the other. */
  thumbnails: string;
  frames: number;
}

/** One stretch of a picture, without sound. `threads` is how many the encoder may use. */
export async function encodeStretch(
  ffmpeg: Ffmpeg,
  scene: Scene,
  encoder: Encoder,
  { name, part, threads }: { name: string; part: Part; threads: number },
  watch: Watch,
): Promise<Stretch> {
  const whole = await planned(ffmpeg, scene, null, part);
  const { inputs, maps, frames } = whole;
  const { filterGraph, video } = uploaded(whole, encoder);
  const file = { video: join(scene.folder, `${name}.mp4`), thumbnails: join(scene.folder, `${name}.y4m`) };
  const outputs = [
    { to: literal(file.video), options: ['-map', video, ...encoder.options, '-threads', String(threads), '-f', 'mp4'] },
    ...(maps.poster ? [{ to: literal(join(scene.folder, made.poster)), options: ['-map', maps.poster, ...jpeg(3)] }] : []),
    { to: literal(file.thumbnails), options: ['-map', maps.sheet, '-pix_fmt', 'yuv420p', '-f', 'yuv4mpegpipe'] },
  ];
  await runFfmpeg(ffmpeg, { step: 'Finishing', inputs, filterGraph, outputs }, watch);
  return { ...file, frames };
}
