import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { writing } from '../../node/disk-full.ts';
import { wholeSource } from '../../shared/model/edit/list.ts';
import { noiseFloor } from '../../shared/model/silence.ts';
import { type Take, TakePictures, type TrackKind } from '../../shared/model/take.ts';
import { buckets, toBucket } from '../../shared/model/tiles.ts';
import type { WorkspacePaths } from '../studio.ts';
import { runFfmpeg, type Watch } from './ffmpeg.ts';
import { guarded, literal } from './guard.ts';
import type { Ffmpeg } from './locate.ts';
import { measureSound } from './loudness.ts';
import { pictureFrom } from './plan/picture-from.ts';
import { planSound } from './plan/plan.ts';
import { jpeg, keyFrameSheetFilter, sheetOf } from './plan/sheet.ts';
import { type SourceTrack, sourceOf } from './plan/sources.ts';
import { frameRate } from './plan/timeline.ts';

/** `drawing`: how it was drawn. What an older program drew otherwise is drawn again. */
const Drawn = TakePictures.extend({ drawing: z.literal(4) });
type Drawn = z.infer<typeof Drawn>;

export const drawnFolder = (paths: WorkspacePaths, take: string): string => join(paths.cache, 'takes', take);
export const spriteFile = (paths: WorkspacePaths, take: string): string => join(drawnFolder(paths, take), 'sprite.jpg');
export const posterFile = (paths: WorkspacePaths, take: string): string => join(drawnFolder(paths, take), 'poster.jpg');
/** One byte a bucket, see `shared/model/tiles`. Empty where the take has no sound. */
export const soundFile = (paths: WorkspacePaths, take: string): string => join(drawnFolder(paths, take), 'sound.bin');
/** The voice with its noise reduced, made when it is asked for. */
export const quietFile = (paths: WorkspacePaths, take: string): string => join(drawnFolder(paths, take), 'quiet.m4a');
/** A small copy of a picture, made when it is asked for. */
export const scrubFile = (paths: WorkspacePaths, take: string, kind: TrackKind): string =>
  join(drawnFolder(paths, take), `scrub-${kind}.mp4`);
export const spriteUrl = (take: string): string => `/pictures/${take}/sprite.jpg`;
export const posterUrl = (take: string): string => `/pictures/${take}/poster.jpg`;
export const scrubUrl = (take: string, kind: TrackKind): string => `/pictures/${take}/scrub/${kind}.mp4`;

async function drawSheet(ffmpeg: Ffmpeg, picture: SourceTrack, paths: WorkspacePaths, take: Take, watch: Watch): Promise<Drawn['sprite']> {
  const sheet = sheetOf(Math.round(take.duration * frameRate), picture);
  const target = spriteFile(paths, take.id);
  await runFfmpeg(
    ffmpeg,
    {
      step: 'Drawing the take',
      // Key frames alone: four times as fast as decoding all.
      inputs: [{ path: literal(picture.path), options: [...guarded, '-skip_frame', 'nokey'] }],
      filterGraph: `[0:v:${picture.stream}]${keyFrameSheetFilter(sheet, { hasFilter: (name) => ffmpeg.filters.includes(name) })}[sheet]`,
      outputs: [{ to: literal(`${target}.part`), options: ['-map', '[sheet]', ...jpeg(5)] }],
    },
    watch,
  );
  await rename(`${target}.part`, target);
  return { url: spriteUrl(take.id), ...sheet };
}

/** A card shows its picture no wider than this, also on a dense screen. In pixels. */
const widest = 640;

/** The picture a take is known by, from its first third: its beginning is often the desktop before the start. */
async function drawPoster(ffmpeg: Ffmpeg, picture: SourceTrack, paths: WorkspacePaths, take: Take, watch: Watch): Promise<string> {
  const target = posterFile(paths, take.id);
  const start = Math.max(0, Math.min(take.duration / 3 - picture.offset, picture.duration));
  const { input, chain } = pictureFrom({ ...picture, start, rate: frameRate });
  const scale = Math.min(1, widest / picture.width);
  const size = [picture.width, picture.height].map((side) => Math.max(2, 2 * Math.round((side * scale) / 2))).join(':');
  await runFfmpeg(
    ffmpeg,
    {
      step: 'Drawing the take',
      inputs: [input],
      filterGraph: `${chain},scale=${size},setsar=1[poster]`,
      outputs: [{ to: literal(`${target}.part`), options: ['-map', '[poster]', ...jpeg(4)] }],
    },
    watch,
  );
  await rename(`${target}.part`, target);
  return posterUrl(take.id);
}

/** Takes away what was made of the files of a take that a second try has replaced, and is made anew when it is asked for. */
export async function dropCopies(paths: WorkspacePaths, { id, tracks }: Pick<Take, 'id' | 'tracks'>): Promise<void> {
  for (const file of [quietFile(paths, id), ...tracks.map(({ kind }) => scrubFile(paths, id, kind))]) await rm(file, { force: true });
}

/** Draws thumbnails of a take into the cache, and listens to it. `fileOf` says where a track's file lies. */
export async function drawTake(
  ffmpeg: Ffmpeg,
  paths: WorkspacePaths,
  take: Take,
  fileOf: (file: string) => string,
  watch: Watch,
): Promise<Drawn> {
  await writing(() => mkdir(drawnFolder(paths, take.id), { recursive: true }));
  const source = take.duration > 0 ? sourceOf(take.tracks, take.duration, fileOf) : null;
  const sound = source && planSound(wholeSource('take', take.duration, 'whole'), { take: source });
  const measured = sound ? await measureSound(ffmpeg, sound, watch, buckets.perSecond) : null;
  const heard = Uint8Array.from(measured?.waveform.peaks ?? [], toBucket);
  await writing(() => writeFileAtomic(soundFile(paths, take.id), Buffer.from(heard)));
  const sprite = source ? await drawSheet(ffmpeg, source.picture, paths, take, watch) : null;
  const poster = source ? await drawPoster(ffmpeg, source.picture, paths, take, watch) : null;
  const drawn: Drawn = { sprite, poster, sound: measured && { loudness: measured.loudness, noise: noiseFloor(heard) }, drawing: 4 };
  await writing(() => writeFileAtomic(join(drawnFolder(paths, take.id), 'pictures.json'), JSON.stringify(drawn)));
  return drawn;
}

/** What was drawn before; null where the cache was emptied, or holds what an older program drew. */
export async function readDrawn(paths: WorkspacePaths, take: string): Promise<TakePictures | null> {
  const text = await readFile(join(drawnFolder(paths, take), 'pictures.json'), 'utf8').catch(() => null);
  if (text === null) return null;
  const { data } = Drawn.safeParse(JSON.parse(text));
  return data ? { sprite: data.sprite, poster: data.poster, sound: data.sound } : null;
}
