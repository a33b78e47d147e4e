import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cameraBox } from '../../shared/model/camera-box.ts';
import type { EditList } from '../../shared/model/edit/list.ts';
import { editDuration } from '../../shared/model/edit/time.ts';
import type { Rendition } from '../../shared/model/rendition.ts';
import { addSound, type CopyPlan, copyPicture, planCopy } from './copy/copy.ts';
import { writeSound } from './copy/sound-file.ts';
import { runFfmpeg } from './ffmpeg.ts';
import { type Loudness, weighted } from './ffmpeg-output.ts';
import { literal } from './guard.ts';
import type { Ffmpeg } from './locate.ts';
import { masteringFor, measureSound, settle } from './loudness.ts';
import { audioOptions, containerOptions, made, videoOptions } from './making.ts';
import { disc } from './plan/picture.ts';
import { plan, planSound, type SoundPlan } from './plan/plan.ts';
import { jpeg, type Sheet } from './plan/sheet.ts';
import { type Mastering, mastering } from './plan/sound.ts';
import type { Sources } from './plan/sources.ts';
import { together } from './together.ts';
import { amplified, flat, type Waveform } from './waveform.ts';

/** Changes whenever the same edit list would give another result. */
export const rendererVersion = 3;

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
  const report: Report = weighted(shares, request.progress ?? (() => undefined));
  const copy = await planCopy(ffmpeg, request.edit, request.sources, request.signal);
  const rendered = (copy && (await renderCopy(ffmpeg, request, copy, report))) ?? (await renderAnew(ffmpeg, request, report));
  report(2, 1);
  return rendered;
}

const writeWaveform = (folder: string, waveform: Waveform): Promise<void> =>
  writeFile(join(folder, made.waveform), JSON.stringify(waveform));

const inBrief = (loudness: Loudness | null): Rendition['loudness'] =>
  loudness && { integrated: loudness.integrated, truePeak: loudness.peak };

/** The picture taken over stream for stream; one core makes the sound while the other copies. Null where it did not come out whole. */
async function renderCopy(ffmpeg: Ffmpeg, request: RenderRequest, copy: CopyPlan, report: Report): Promise<Rendered | null> {
  const { sources, folder, signal } = request;
  const plan = planSound(copy.edit, sources);
  const onTime = (time: number) => report(1, time / editDuration(copy.edit));
  const [picture, sound] = await together(
    [
      (both) => copyPicture(ffmpeg, copy, folder, { signal: both }),
      async (both) => (plan ? writeSound(ffmpeg, plan, folder, { signal: both, onTime }) : null),
    ],
    signal,
  );
  if (!picture) return null;
  if (sound) await addSound(ffmpeg, folder, sound.path, { signal });
  await writeWaveform(folder, sound?.waveform ?? flat(picture.duration));
  return { ...picture, loudness: inBrief(sound?.loudness ?? null) };
}

async function renderAnew(ffmpeg: Ffmpeg, request: RenderRequest, report: Report): Promise<Rendered> {
  const { edit, sources, folder, signal } = request;
  const sound = planSound(edit, sources);
  const length = editDuration(edit);
  const measured = sound ? await measureSound(ffmpeg, sound, { signal, onTime: (time) => report(0, time / length) }) : null;
  const master = masteringFor(measured?.loudness ?? null);
  report(0, 1);
  const picture = await encode(ffmpeg, request, master, (time) => report(1, time / length));
  report(1, 1);
  const remake = async (better: Mastering) => {
    if (sound) await remaster(ffmpeg, folder, sound, better, signal);
  };
  const loudness = master && (await settle(ffmpeg, join(folder, made.video), master, remake, { signal }));
  await writeWaveform(folder, measured ? amplified(measured.waveform, master?.gain ?? 0) : flat(picture.duration));
  return { ...picture, loudness: inBrief(loudness) };
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

/** Makes the sound of a finished file once more; the picture is taken over as it is. */
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
