import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EditList } from '../../../shared/model/edit/list.ts';
import { sceneOf } from '../../../shared/model/scene/scene.ts';
import { type Output, runFfmpeg, type Watch } from '../ffmpeg.ts';
import { guarded, literal } from '../guard.ts';
import type { Ffmpeg } from '../locate.ts';
import { containerOptions, made } from '../making.ts';
import { posterFrame } from '../plan/plan.ts';
import { jpeg, keyFrameSheetFilter, type Sheet, sheetOf } from '../plan/sheet.ts';
import { factsOf, type Sources, type SourceTrack } from '../plan/sources.ts';
import { frameRate } from '../plan/timeline.ts';
import { probe } from '../probe.ts';
import { readPackets } from './packets.ts';
import { type SmartCut, type Stretch, smartCut, worthwhile } from './smart-cut.ts';

/** An edit whose picture can be taken over stream for stream. */
export interface CopyPlan {
  picture: SourceTrack;
  cuts: SmartCut[];
  /** The edit list moved onto the frames where it is really cut, so that the sound is cut at the same places. */
  edit: EditList;
  width: number;
  height: number;
}

/** Whether a picture can be copied, and where; null where a new picture must be made. */
export async function planCopy(ffmpeg: Ffmpeg, edit: EditList, sources: Sources, signal?: AbortSignal): Promise<CopyPlan | null> {
  const [first] = edit.clips;
  const source = first && sources[first.source];
  if (!source || edit.clips.some((clip) => clip.source !== first.source)) return null;
  const { picture } = source;
  if (picture.codec !== 'h264' || !isPlain(edit, sources)) return null;
  const watch = signal ? { signal } : {};
  const [probed, read] = await Promise.all([probe(ffmpeg, picture.path, watch), readPackets(ffmpeg, picture.path, picture.stream, signal)]);
  const stream = probed.video.find((video) => video.stream === picture.stream);
  if (!read || !stream?.plain || stream.pixelFormat !== 'yuv420p' || stream.width > 1920 || stream.height > 1080) return null;
  const cuts = edit.clips.map((clip) => smartCut(read.packets, clip.from - picture.offset, clip.to - picture.offset, read.reordered));
  const whole = cuts.filter((cut) => cut !== null);
  if (whole.length < cuts.length || !worthwhile(whole) || !faithful(edit, whole)) return null;
  const clips = edit.clips.map((clip, index) => ({
    ...clip,
    from: Math.max(0, (whole[index]?.from ?? 0) + picture.offset),
    to: (whole[index]?.to ?? 0) + picture.offset,
  }));
  return { picture, cuts: whole, edit: { ...edit, clips }, width: stream.width, height: stream.height };
}

/** Whether nothing is seen but the whole picture of a take, as it was recorded. */
function isPlain(edit: EditList, sources: Sources): boolean {
  const scene = sceneOf(edit, factsOf(sources));
  const { covers, callouts, dissolves, canvas, stretches } = scene;
  const [only] = stretches;
  const [layer] = only?.layers ?? [];
  if (stretches.length !== 1 || !only || only.card || only.layers.length !== 1 || layer?.track !== 'picture') return false;
  const { view, box, size } = layer;
  const isWhole = view.width === size.width && view.height === size.height;
  return isWhole && box.width === canvas.width && box.height === canvas.height && covers.length + callouts.length + dissolves.length === 0;
}

/** A rendition may be this much longer or shorter than its edit list. */
const deviation = 0.08;

const faithful = (edit: EditList, cuts: readonly SmartCut[]): boolean => {
  const wanted = edit.clips.reduce((sum, clip) => sum + clip.to - clip.from, 0);
  return Math.abs(cuts.reduce((sum, cut) => sum + cut.to - cut.from, 0) - wanted) <= deviation;
};

/** Edges are few and short: they may be larger and better than the rest. No reordering, so that they join the copied frames. */
const edgeOptions = ['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '18', '-bf', '0', '-pix_fmt', 'yuv420p', '-vsync', '0'];
const streamOptions = ['-muxpreload', '0', '-muxdelay', '0', '-f', 'mpegts'];

/** A stretch as a file of its own. */
interface StretchFile {
  path: string;
  stretch: Stretch;
}

/** All stretches by one run. */
async function writeStretches(ffmpeg: Ffmpeg, { picture, cuts }: CopyPlan, folder: string, watch: Watch): Promise<StretchFile[]> {
  const files = cuts
    .flatMap(({ stretches }) => stretches)
    .map((stretch, index) => ({ path: join(folder, `stretch-${index}.ts`), stretch }));
  const inputs = files.map(({ stretch }) => {
    const half = (stretch.to - stretch.from) / stretch.frames / 2;
    // Copies seek a little late, which lands on the key frame itself; encoding drops what is decoded before.
    const at = stretch.kind === 'copy' ? stretch.from + half : stretch.from - half;
    return { path: literal(picture.path), options: [...guarded, ...(at > 0 && stretch.from > 0 ? ['-ss', at.toFixed(6)] : [])] };
  });
  const outputs: Output[] = files.map(({ path, stretch }, index) => ({
    to: literal(path),
    options: [
      '-map',
      `${index}:v:${picture.stream}`,
      '-frames:v',
      String(stretch.frames),
      ...(stretch.kind === 'copy' ? ['-c:v', 'copy'] : edgeOptions),
      ...streamOptions,
    ],
  }));
  await runFfmpeg(ffmpeg, { step: 'Copying the picture', inputs, outputs }, watch);
  return files;
}

export interface Copied {
  method: 'copied';
  duration: number;
  width: number;
  height: number;
  sheet: Sheet;
}

/**
 * The whole picture with poster and sprite sheet, still without sound; null where it does not have the frames it must
 * have, so that a new picture is made instead.
 */
export async function copyPicture(ffmpeg: Ffmpeg, copy: CopyPlan, folder: string, { signal }: Watch): Promise<Copied | null> {
  const files = await writeStretches(ffmpeg, copy, folder, { signal });
  const list = files.map(
    ({ path, stretch }) => `file '${path.replaceAll("'", "'\\''")}'\nduration ${(stretch.to - stretch.from).toFixed(6)}\n`,
  );
  const listFile = join(folder, 'stretches.txt');
  await writeFile(listFile, list.join(''));
  const duration = copy.cuts.reduce((sum, cut) => sum + cut.to - cut.from, 0);
  const { width, height } = copy;
  const sheet = sheetOf(Math.round(duration * frameRate), copy);
  await writeJoined(ffmpeg, listFile, folder, sheet, duration, { signal });
  const result = await readPackets(ffmpeg, join(folder, made.video), 0, signal);
  if (result?.packets.length !== copy.cuts.reduce((sum, cut) => sum + cut.frames, 0)) return null;
  return { method: 'copied', duration, width, height, sheet };
}

/** Puts a sound to a copied picture; neither is touched. */
export async function addSound(ffmpeg: Ffmpeg, folder: string, sound: string, { signal }: Watch): Promise<void> {
  const video = join(folder, made.video);
  const both = join(folder, 'both.mp4');
  const inputs = [video, sound].map((path) => ({ path: literal(path), options: [] }));
  const outputs = [{ to: literal(both), options: ['-map', '0:v:0', '-map', '1:a:0', '-c', 'copy', ...containerOptions] }];
  await runFfmpeg(ffmpeg, { step: 'Joining picture and sound', inputs, outputs }, { signal });
  await rename(both, video);
}

/** The stretches one after the other, and in the same run poster and sprite sheet: for those only key frames are decoded. */
async function writeJoined(ffmpeg: Ffmpeg, list: string, folder: string, sheet: Sheet, duration: number, watch: Watch): Promise<void> {
  const poster = posterFrame(Math.round(duration * frameRate)) / frameRate;
  const stretches = (...options: string[]) => ({
    path: literal(list),
    options: [...options, '-protocol_whitelist', 'file,pipe', '-f', 'concat', '-safe', '0'],
  });
  await runFfmpeg(
    ffmpeg,
    {
      step: 'Joining the picture',
      inputs: [stretches('-skip_frame', 'nokey'), stretches('-ss', poster.toFixed(3))],
      filterGraph: `[0:v:0]${keyFrameSheetFilter(sheet, { hasFilter: (name) => ffmpeg.filters.includes(name) })}[sheet]`,
      outputs: [
        { to: literal(join(folder, made.video)), options: ['-map', '0:v:0', '-c:v', 'copy', ...containerOptions] },
        { to: literal(join(folder, made.sprite)), options: ['-map', '[sheet]', ...jpeg(5)] },
        { to: literal(join(folder, made.poster)), options: ['-map', '1:v:0', ...jpeg(3)] },
      ],
    },
    watch,
  );
}
