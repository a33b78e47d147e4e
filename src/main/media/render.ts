import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isFault } from '../../shared/contract/faults.ts';
import type { Graphics } from '../../shared/contract/finishing.ts';
import type { EditList } from '../../shared/model/edit/list.ts';
import { editDuration } from '../../shared/model/edit/time.ts';
import type { Rendition } from '../../shared/model/rendition.ts';
import { addSound, type CopyPlan, copyPicture, planCopy } from './copy/copy.ts';
import { type SoundFile, writeSound } from './copy/sound-file.ts';
import { encodeWhole, type Picture, type PictureWork } from './encode.ts';
import { type Encoder, graphicsEncoder, software } from './encoders.ts';
import { weighted } from './ffmpeg-output.ts';
import { withLastFrames } from './last-frames.ts';
import type { Ffmpeg } from './locate.ts';
import { made } from './making.ts';
import { encodePieces, joinPieces, parallelParts } from './pieces.ts';
import { planSound } from './plan/plan.ts';
import { audible, type Source, type Sources } from './plan/sources.ts';
import { quietSource } from './quiet.ts';
import { finishSizes, type Ladder } from './sizes.ts';
import { together } from './together.ts';
import { flat } from './waveform.ts';

/** Changes whenever the same edit list would give another result. */
export const rendererVersion = 9;

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

/** Parts of the work by their usual share of the time: reducing noise, picture and sound, joining. */
const shares = [3, 91, 6];

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
  report(2, 1);
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
  const hasSound = planSound(request.edit, request.sources) !== null;
  const files = await finishSizes(ffmpeg, folder, ladder, { canvas: { width, height }, smaller, seconds, hasSound }, { signal });
  report(2, 1);
  return { ...rendered, method: 'encoded', encoder: software.name, gaveUp: null, smaller, ladder: files };
}

/** Makes a picture, and beside it the sound, which needs nothing of it; null where there is none to be made. */
async function besideSound<T>(
  ffmpeg: Ffmpeg,
  { edit, sources, folder, signal }: Pick<RenderRequest, 'edit' | 'sources' | 'folder' | 'signal'>,
  picture: (signal: AbortSignal) => Promise<T>,
  onTime: (time: number) => void = () => undefined,
): Promise<readonly [T, SoundFile | null]> {
  const plan = planSound(edit, sources);
  return together([picture, async (both) => (plan ? writeSound(ffmpeg, plan, folder, { signal: both, onTime }) : null)], signal);
}

/** Writes the waveform, and answers how loud it is. */
async function writeWaveform(folder: string, sound: SoundFile | null, duration: number): Promise<Pick<Rendered, 'loudness'>> {
  await writeFile(join(folder, made.waveform), JSON.stringify(sound?.waveform ?? flat(duration)));
  const loudness = sound?.loudness;
  return { loudness: loudness ? { integrated: loudness.integrated, truePeak: loudness.peak } : null };
}

/** There is another way: what cannot be copied may still be encoded. Another reason meets that way as well, and is told then. */
function nullWhereFfmpegFailed(error: unknown): null {
  if (isFault(error) && error.code === 'FFMPEG_FAILED') return null;
  throw error;
}

/** The picture taken over stream for stream. Null where it did not come out whole. */
async function renderCopy(ffmpeg: Ffmpeg, request: RenderRequest, copy: CopyPlan, report: Report): Promise<Rendered | null> {
  const { folder, signal } = request;
  const onTime = (time: number) => report(1, time / editDuration(copy.edit));
  const copying = (both: AbortSignal) => copyPicture(ffmpeg, copy, folder, { signal: both });
  const [picture, sound] = await besideSound(ffmpeg, { ...request, edit: copy.edit }, copying, onTime);
  if (!picture) return null;
  if (sound) await addSound(ffmpeg, folder, sound.path, { signal });
  return { ...picture, encoder: null, gaveUp: null, ...(await writeWaveform(folder, sound, picture.duration)) };
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

/** Several processes for the picture, each with a part of it. */
async function renderPieces(
  ffmpeg: Ffmpeg,
  request: RenderRequest,
  parts: readonly EditList[],
  encoder: Encoder,
  report: Report,
): Promise<Anew> {
  const { edit, folder, signal } = request;
  const onTime = (time: number) => report(1, time / editDuration(edit));
  const encoding = (both: AbortSignal) => encodePieces(ffmpeg, request, parts, encoder, { signal: both, onTime });
  const [{ stretches, picture }, sound] = await besideSound(ffmpeg, request, encoding);
  report(1, 1);
  await joinPieces(ffmpeg, folder, { stretches, sheet: picture.sheet, sound: sound?.path ?? null }, { signal });
  return { ...picture, ...(await writeWaveform(folder, sound, picture.duration)) };
}

/** One process that decodes once and makes all of the picture. */
async function renderWhole(ffmpeg: Ffmpeg, request: RenderRequest & PictureWork, encoder: Encoder, report: Report): Promise<Anew> {
  const { edit, folder, signal } = request;
  const onTime = (time: number) => report(1, time / editDuration(edit));
  const encoding = (both: AbortSignal) => encodeWhole(ffmpeg, request, encoder, { signal: both, onTime });
  const [picture, sound] = await besideSound(ffmpeg, request, encoding);
  report(1, 1);
  if (sound) await addSound(ffmpeg, folder, sound.path, { signal });
  return { ...picture, ...(await writeWaveform(folder, sound, picture.duration)) };
}
