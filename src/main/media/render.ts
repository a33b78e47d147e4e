import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cameraBox } from '../../shared/model/camera-box.ts';
import { type EditList, editDuration } from '../../shared/model/edit.ts';
import type { Rendition } from '../../shared/model/rendition.ts';
import { copyPicture, planCopy, writeStretches } from './copy/copy.ts';
import { runFfmpeg } from './ffmpeg.ts';
import { type Loudness, weighted } from './ffmpeg-output.ts';
import { literal } from './guard.ts';
import type { Ffmpeg } from './locate.ts';
import { corrected, masteringFor, measureFile, measureSound } from './loudness.ts';
import { audioOptions, containerOptions, made, videoOptions } from './making.ts';
import { disc } from './plan/picture.ts';
import { plan, planSound, type SoundPlan } from './plan/plan.ts';
import { jpeg, type Sheet } from './plan/sheet.ts';
import { type Mastering, mastering } from './plan/sound.ts';
import type { Sources } from './plan/sources.ts';
import { amplified, flat } from './waveform.ts';

/** Changes whenever the same edit list would give another result. */
export const rendererVersion = 1;

export interface RenderRequest {
  edit: EditList;
  sources: Sources;
  /** An empty folder of its own. */
  folder: string;
  signal?: AbortSignal | undefined;
  progress?: (progress: number) => void;
}

export interface Rendered {
  method: Rendition['method'];
  duration: number;
  width: number;
  height: number;
  sheet: Sheet;
  loudness: Rendition['loudness'];
}

/** Parts of the work by their usual share of the time: listening, picture, checking. */
const shares = [4, 90, 6];

type Report = (part: number, progress: number) => void;

/** Makes picture, sound, poster, sprite sheet and waveform of an edit list. Throws the abort's reason when cancelled. */
export async function render(ffmpeg: Ffmpeg, request: RenderRequest): Promise<Rendered> {
  const { sources, folder, signal } = request;
  const report: Report = weighted(shares, request.progress ?? (() => undefined));
  const copy = await planCopy(ffmpeg, request.edit, sources, signal);
  const edit = copy?.edit ?? request.edit;
  const sound = planSound(edit, sources);
  const length = editDuration(edit);
  // One listens on one core while the other copies.
  const [measured, stretches] = await Promise.all([
    sound ? measureSound(ffmpeg, sound, { signal, onTime: (time) => report(0, time / length) }) : null,
    copy ? writeStretches(ffmpeg, copy, folder, { signal }) : null,
  ]);
  const master = masteringFor(measured?.loudness ?? null);
  report(0, 1);

  const onTime = (time: number) => report(1, time / length);
  const copied = copy && stretches && (await copyPicture(ffmpeg, copy, stretches, { folder, sound, mastering: master, signal, onTime }));
  const picture = copied ?? (await encode(ffmpeg, { ...request, edit }, master, onTime));
  report(1, 1);

  const loudness = sound && master ? await settle(ffmpeg, request, sound, master) : null;
  const waveform = measured ? amplified(measured.waveform, master?.gain ?? 0) : flat(picture.duration);
  await writeFile(join(folder, made.waveform), JSON.stringify(waveform));
  report(2, 1);
  return { ...picture, loudness: loudness && { integrated: loudness.integrated, truePeak: loudness.peak } };
}

/** The one run that decodes once and makes everything that is seen and heard. */
async function encode(
  ffmpeg: Ffmpeg,
  request: RenderRequest,
  master: Mastering | null,
  onTime: (time: number) => void,
): Promise<Omit<Rendered, 'loudness'>> {
  const { edit, sources, folder, signal } = request;
  const mask = join(folder, 'mask.pgm');
  const hasFilter = (name: string) => ffmpeg.filters.includes(name);
  const { inputs, filterGraph, maps, duration, canvas, sheet } = plan(edit, sources, { mastering: master, mask, hasFilter });
  await writeFile(mask, disc(cameraBox(edit.camera, canvas.width, canvas.height).width));
  const sound = maps.audio ? ['-map', maps.audio, ...audioOptions] : [];
  await runFfmpeg(
    ffmpeg,
    {
      step: 'Finishing',
      inputs,
      filterGraph,
      outputs: [
        { to: literal(join(folder, made.video)), options: ['-map', maps.video, ...sound, ...videoOptions, ...containerOptions] },
        { to: literal(join(folder, made.poster)), options: ['-map', maps.poster, ...jpeg(3)] },
        { to: literal(join(folder, made.sprite)), options: ['-map', maps.sheet, ...jpeg(5)] },
      ],
    },
    { signal, onTime },
  );
  return { method: 'encoded', duration, ...canvas, sheet };
}

/** Measures the result and, where it missed the target, makes its sound once more; the picture is taken over as it is. */
async function settle(ffmpeg: Ffmpeg, { folder, signal }: RenderRequest, sound: SoundPlan, first: Mastering): Promise<Loudness | null> {
  const video = join(folder, made.video);
  let used = first;
  for (let round = 0; round < 3; round += 1) {
    const loudness = await measureFile(ffmpeg, video, { signal });
    const better = loudness && corrected(used, loudness);
    if (!better || round === 2) return loudness;
    await remaster(ffmpeg, folder, sound, better, signal);
    used = better;
  }
  return null;
}

async function remaster(
  ffmpeg: Ffmpeg,
  folder: string,
  sound: SoundPlan,
  master: Mastering,
  signal: AbortSignal | undefined,
): Promise<void> {
  const again = join(folder, 'again.mp4');
  const picture = sound.inputs.length;
  await runFfmpeg(
    ffmpeg,
    {
      step: 'Setting the loudness',
      inputs: [...sound.inputs, { path: literal(join(folder, made.video)), options: [] }],
      filterGraph: `${sound.filterGraph};[mix]${mastering(master)}[sound]`,
      outputs: [
        {
          to: literal(again),
          options: ['-map', `${picture}:v:0`, '-c:v', 'copy', '-map', '[sound]', ...audioOptions, ...containerOptions],
        },
      ],
    },
    { signal },
  );
  await rename(again, join(folder, made.video));
}
