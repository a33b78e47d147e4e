import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isFault } from '../../shared/contract/faults.ts';
import type { Graphics } from '../../shared/contract/finishing.ts';
import type { EditList } from '../../shared/model/edit/list.ts';
import { editDuration } from '../../shared/model/edit/time.ts';
import type { Rendition } from '../../shared/model/rendition.ts';
import { addSound, type CopyPlan, copyPicture, planCopy } from './copy/copy.ts';
import { writeSound } from './copy/sound-file.ts';
import { encodeWhole, type Picture, type PictureWork } from './encode.ts';
import { type Encoder, graphicsEncoder, software } from './encoders.ts';
import { runFfmpeg } from './ffmpeg.ts';
import { type Loudness, weighted } from './ffmpeg-output.ts';
import { literal } from './guard.ts';
import { withLastFrames } from './last-frames.ts';
import type { Ffmpeg } from './locate.ts';
import { masteringFor, measureSound, settle } from './loudness.ts';
import { audioOptions, containerOptions, made } from './making.ts';
import { encodePieces, joinPieces, parallelParts } from './pieces.ts';
import { planSound, type SoundPlan } from './plan/plan.ts';
import { type Mastering, mastering } from './plan/sound.ts';
import { audible, type Source, type Sources } from './plan/sources.ts';
import { quietSource } from './quiet.ts';
import { finishSizes, type Ladder } from './sizes.ts';
import { together } from './together.ts';
import { amplified, flat, type Waveform } from './waveform.ts';

/** Changes whenever the same edit list would give another result. */
export const rendererVersion = 8;

export interface RenderRequest {
  edit: EditList;
  sources: Sources;
  /** An empty folder of its own. */
  folder: string;
  /** Where the voice of a source with its noise reduced is kept, to be found again; in the folder where nothing is said. */
  quietFile?: (source: string) => string;
  /** Where a picture of the workspace lies, for cards; null where it is gone. Without a workspace cards show none. */
  fileOf?: (hash: string) => string | null;
  /** By which graphics card: the one that proves itself, a certain one, or none. */
  graphics?: Graphics | Encoder;
  /** How many pieces are encoded side by side; as many as the machine can well do where nothing is said. */
  pieces?: number;
  /** Smaller sizes and streams besides. All of them are made by one run, in software. */
  ladder?: Ladder;
  signal?: AbortSignal | undefined;
  progress?: (progress: number) => void;
}

export interface Rendered extends Picture {
  method: Rendition['method'];
  encoder: Rendition['encoder'];
  gaveUp: Rendition['gaveUp'];
  loudness: Rendition['loudness'];
  /** Names of the files of smaller sizes and streams. */
  ladder?: string[];
}

/** Parts of the work by their usual share of the time: reducing noise, listening, picture, checking. */
const shares = [3, 4, 87, 6];

type Report = (part: number, progress: number) => void;

/** Makes picture, sound, poster, sprite sheet and waveform of an edit list. Throws the abort's reason when cancelled. */
export async function render(ffmpeg: Ffmpeg, asked: RenderRequest): Promise<Rendered> {
  const report: Report = weighted(shares, asked.progress ?? (() => undefined));
  const request = asked.edit.sound.denoise ? { ...asked, sources: await withoutNoise(ffmpeg, asked, report) } : asked;
  const known = async () => ({ ...request, sources: await withLastFrames(ffmpeg, request.edit, request.sources, request.signal) });
  if (request.ladder) return renderLadder(ffmpeg, await known(), request.ladder, report);
  const copy = await planCopy(ffmpeg, request.edit, request.sources, request.signal);
  const copied = copy && (await renderCopy(ffmpeg, request, copy, report).catch(nullWhereFfmpegFailed));
  const rendered = copied ?? (await renderAnew(ffmpeg, await known(), report));
  report(3, 1);
  return rendered;
}

/** The sources with voices whose noise is reduced. */
async function withoutNoise(ffmpeg: Ffmpeg, { edit, sources, folder, quietFile, signal }: RenderRequest, report: Report): Promise<Sources> {
  const used = [...new Set(edit.clips.map(({ source }) => source))];
  const quieted: Record<string, Source> = {};
  const heard = audible(sources, edit.sound);
  for (const [index, name] of used.entries()) {
    const source = heard[name];
    if (!source) continue;
    const onTime = (time: number) => report(0, (index + Math.min(1, time / source.duration)) / used.length);
    const target = quietFile?.(name) ?? join(folder, `quiet-${index}.m4a`);
    quieted[name] = await quietSource(ffmpeg, source, target, { signal, onTime });
  }
  return { ...sources, ...quieted };
}

/** All sizes by one run that decodes once; then the sound is put to each, and streams are cut, by copying. */
async function renderLadder(ffmpeg: Ffmpeg, request: RenderRequest, ladder: Ladder, report: Report): Promise<Rendered> {
  const { folder, signal } = request;
  const { smaller = [], ...rendered } = await renderWhole(ffmpeg, { ...request, sizes: ladder.sizes }, software, report);
  const { width, height, duration: seconds } = rendered;
  const hasSound = rendered.loudness !== null;
  const files = await finishSizes(ffmpeg, folder, ladder, { canvas: { width, height }, smaller, seconds, hasSound }, { signal });
  report(3, 1);
  return { ...rendered, method: 'encoded', encoder: software.name, gaveUp: null, ladder: files };
}

const writeWaveform = (folder: string, waveform: Waveform): Promise<void> =>
  writeFile(join(folder, made.waveform), JSON.stringify(waveform));

const inBrief = (loudness: Loudness | null): Rendition['loudness'] =>
  loudness && { integrated: loudness.integrated, truePeak: loudness.peak };

/** There is another way: what cannot be copied may still be encoded. Another reason meets that way as well, and is told then. */
function nullWhereFfmpegFailed(error: unknown): null {
  if (isFault(error) && error.code === 'FFMPEG_FAILED') return null;
  throw error;
}

/** The picture taken over stream for stream; one core makes the sound while the other copies. Null where it did not come out whole. */
async function renderCopy(ffmpeg: Ffmpeg, request: RenderRequest, copy: CopyPlan, report: Report): Promise<Rendered | null> {
  const { sources, folder, signal } = request;
  const plan = planSound(copy.edit, sources);
  const onTime = (time: number) => report(2, time / editDuration(copy.edit));
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
  return { ...picture, encoder: null, gaveUp: null, loudness: inBrief(sound?.loudness ?? null) };
}

type Anew = Picture & Pick<Rendered, 'loudness'>;

/** A new picture by the graphics card where that is wished and works, else by software: also where the card fails on the way. */
async function renderAnew(ffmpeg: Ffmpeg, request: RenderRequest, report: Report): Promise<Rendered> {
  const { graphics = 'auto', signal } = request;
  const card = graphics === 'never' ? null : graphics === 'auto' ? await graphicsEncoder(ffmpeg, signal) : graphics;
  if (card) {
    const rendered = await renderWith(ffmpeg, request, card, report).catch(nullWhereFfmpegFailed);
    if (rendered) return { method: 'encoded', encoder: card.name, gaveUp: null, ...rendered };
  }
  const rendered = await renderWith(ffmpeg, request, software, report);
  return { method: 'encoded', encoder: software.name, gaveUp: card?.name ?? null, ...rendered };
}

async function renderWith(ffmpeg: Ffmpeg, request: RenderRequest, encoder: Encoder, report: Report): Promise<Anew> {
  const parts = parallelParts(request.edit, request.sources, request.pieces);
  return parts.length > 1 ? renderPieces(ffmpeg, request, parts, encoder, report) : renderWhole(ffmpeg, request, encoder, report);
}

/** Several processes for the picture and one for the sound, which needs nothing of the picture. */
async function renderPieces(
  ffmpeg: Ffmpeg,
  request: RenderRequest,
  parts: readonly EditList[],
  encoder: Encoder,
  report: Report,
): Promise<Anew> {
  const { edit, sources, folder, signal } = request;
  const plan = planSound(edit, sources);
  const length = editDuration(edit);
  const [{ stretches, picture }, sound] = await together(
    [
      (both) => encodePieces(ffmpeg, request, parts, encoder, { signal: both, onTime: (time) => report(2, time / length) }),
      async (both) => (plan ? writeSound(ffmpeg, plan, folder, { signal: both }) : null),
    ],
    signal,
  );
  report(2, 1);
  await joinPieces(ffmpeg, folder, { stretches, sheet: picture.sheet, sound: sound?.path ?? null }, { signal });
  await writeWaveform(folder, sound?.waveform ?? flat(picture.duration));
  return { ...picture, loudness: inBrief(sound?.loudness ?? null) };
}

/** One process that decodes once and makes all of it. */
async function renderWhole(ffmpeg: Ffmpeg, request: RenderRequest & PictureWork, encoder: Encoder, report: Report): Promise<Anew> {
  const { edit, sources, folder, signal } = request;
  const sound = planSound(edit, sources);
  const length = editDuration(edit);
  const measured = sound ? await measureSound(ffmpeg, sound, { signal, onTime: (time) => report(1, time / length) }) : null;
  const master = masteringFor(measured?.loudness ?? null);
  report(1, 1);
  const picture = await encodeWhole(ffmpeg, request, encoder, master, { signal, onTime: (time) => report(2, time / length) });
  report(2, 1);
  const remake = async (better: Mastering) => {
    if (sound) await remaster(ffmpeg, folder, sound, better, signal);
  };
  const loudness = master && (await settle(ffmpeg, join(folder, made.video), master, remake, { signal }));
  await writeWaveform(folder, measured ? amplified(measured.waveform, master?.gain ?? 0) : flat(picture.duration));
  return { ...picture, loudness: inBrief(loudness) };
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
