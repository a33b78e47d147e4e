import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { EditList } from '../../shared/model/edit/list.ts';
import { editDuration } from '../../shared/model/edit/time.ts';
import { editCanvas } from '../../shared/model/scene/scene.ts';
import { encodeStretch, type Picture, type PictureWork, type Stretch } from './encode.ts';
import type { Encoder } from './encoders.ts';
import { runFfmpeg, type Watch } from './ffmpeg.ts';
import { literal } from './guard.ts';
import type { Ffmpeg } from './locate.ts';
import { containerOptions, made } from './making.ts';
import { motionOf } from './plan/motion.ts';
import { partsOf } from './plan/parts.ts';
import { posterFrame } from './plan/plan.ts';
import { jpeg, type Sheet, sheetOf, sheetStep, tileFilter } from './plan/sheet.ts';
import { factsOf, type Sources } from './plan/sources.ts';
import { frameRate } from './plan/timeline.ts';
import { together } from './together.ts';

/** Starting ffmpeg and a first key frame cost more than a shorter stretch gains. In seconds. */
const shortestStretch = 5;
/** More at once are bound by the disk and by memory, and a graphics card allows few. */
const mostStretches = 4;

/** An edit list in the parts that are worth being encoded side by side on this machine; one part where none are. */
export function parallelParts(edit: EditList, sources: Sources, wanted?: number): EditList[] {
  const duration = editDuration(edit);
  const count = wanted ?? Math.min(availableParallelism(), mostStretches, Math.floor(duration / shortestStretch));
  if (count < 2) return [edit];
  return partsOf(edit, sources, count, sheetStep(sheetOf(Math.round(duration * frameRate), editCanvas(edit, factsOf(sources)))));
}

/** All parts side by side, an ffmpeg each. The picture that results is still in pieces, and mute. */
export async function encodePieces(
  ffmpeg: Ffmpeg,
  { edit, ...work }: PictureWork,
  parts: readonly EditList[],
  encoder: Encoder,
  { signal, onTime }: Watch,
): Promise<{ stretches: Stretch[]; picture: Picture }> {
  const canvas = editCanvas(edit, factsOf(work.sources));
  const frames = Math.round(editDuration(edit) * frameRate);
  const sheet = sheetOf(frames, canvas);
  const motion = motionOf(edit, work.sources);
  const threads = Math.max(1, Math.ceil(availableParallelism() / parts.length));
  const times = parts.map(() => 0);
  const stretches = await together(
    parts.map((part, index) => (inner: AbortSignal) => {
      const piece = { name: `piece-${index}`, part: { canvas, sheet, poster: index === 0 ? posterFrame(frames) : null }, motion, threads };
      const watch = {
        signal: inner,
        onTime: (time: number) => {
          times[index] = time;
          onTime?.(times.reduce((sum, each) => sum + each, 0));
        },
      };
      return encodeStretch(ffmpeg, { ...work, edit: part }, encoder, piece, watch);
    }),
    signal,
  );
  const duration = stretches.reduce((sum, stretch) => sum + stretch.frames, 0) / frameRate;
  return { stretches, picture: { duration, ...canvas, sheet } };
}

/** Puts pieces and sound into one file, none of them encoded again, and the thumbnails onto one sheet. */
export async function joinPieces(
  ffmpeg: Ffmpeg,
  folder: string,
  { stretches, sheet, sound }: { stretches: readonly Stretch[]; sheet: Sheet; sound: string | null },
  watch: Watch,
): Promise<void> {
  const list = join(folder, 'pieces.txt');
  const lines = stretches.map(
    ({ video, frames }) => `file '${video.replaceAll("'", "'\\''")}'\nduration ${(frames / frameRate).toFixed(6)}\n`,
  );
  await writeFile(list, lines.join(''));
  const joined = { path: literal(list), options: ['-protocol_whitelist', 'file,pipe', '-f', 'concat', '-safe', '0'] };
  const heard = sound === null ? [] : [{ path: literal(sound), options: [] }];
  const maps = ['-map', '0:v:0', ...(sound === null ? [] : ['-map', '1:a:0'])];
  const thumbnails = stretches.map((_, index) => `[${index + 1 + heard.length}:v]`).join('');
  await runFfmpeg(
    ffmpeg,
    {
      step: 'Joining the picture',
      inputs: [joined, ...heard, ...stretches.map((stretch) => ({ path: literal(stretch.thumbnails), options: [] }))],
      filterGraph: `${thumbnails}concat=n=${stretches.length}:v=1:a=0,${tileFilter(sheet, { hasFilter: (name) => ffmpeg.filters.includes(name) })}[sheet]`,
      outputs: [
        { to: literal(join(folder, made.video)), options: [...maps, '-c', 'copy', ...containerOptions] },
        { to: literal(join(folder, made.sprite)), options: ['-map', '[sheet]', ...jpeg(5)] },
      ],
    },
    watch,
  );
}
