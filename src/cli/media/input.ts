import { readFile, stat } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { z } from 'zod';
import type { Ffmpeg } from '../../main/media/locate.ts';
import type { Source } from '../../main/media/plan/sources.ts';
import { sourceOf } from '../../main/media/plan/sources.ts';
import { probe } from '../../main/media/probe.ts';
import { surveyPicture } from '../../main/media/survey.ts';
import { pictureTrack, soundTrack, takeDuration } from '../../main/media/tracks.ts';
import { Fault } from '../../shared/contract/faults.ts';
import { cutOut, trim } from '../../shared/model/edit/clips.ts';
import { CameraLayout, defaultCamera, EditList, wholeSource } from '../../shared/model/edit/list.ts';
import type { Range } from './ranges.ts';

/** An edit list as a file: sources are files, relative to it, or takes of the workspace. */
const EditFile = EditList.extend({
  camera: CameraLayout.default(defaultCamera),
  files: z.record(z.string(), z.object({ screen: z.string().min(1), camera: z.string().min(1).optional() })).default({}),
});

export interface FinishInput {
  edit: EditList;
  sources: Record<string, Source>;
  /** Sources that no file stands for: takes of the workspace. */
  takes: string[];
}

/** A video file, with the sound in it, and a camera's file beside it, as one source. */
export async function fileSource(ffmpeg: Ffmpeg, screen: string, camera: string | undefined): Promise<Source> {
  const found = await surveyPicture(ffmpeg, screen);
  const over = camera ? (await surveyPicture(ffmpeg, camera)).picture : undefined;
  const sound = found.audio[0] ? { file: screen, audio: found.audio[0] } : camera ? await soundOf(ffmpeg, camera) : null;
  const tracks = [
    pictureTrack('screen', screen, found.picture, 0),
    ...(camera && over ? [pictureTrack('camera', camera, over, 0)] : []),
    ...(sound ? [soundTrack('microphone', sound.file, sound.audio, 0)] : []),
  ];
  const source = sourceOf(tracks, takeDuration(tracks), (file) => file);
  if (!source) throw new Fault('MEDIA_NO_VIDEO', { name: screen });
  return source;
}

/** A screen without sound is often filmed together with a camera that has some. */
async function soundOf(ffmpeg: Ffmpeg, file: string) {
  const [audio] = (await probe(ffmpeg, file)).audio;
  return audio ? { file, audio } : null;
}

const largestEditFile = 5e6;

async function readEditFile(path: string): Promise<z.infer<typeof EditFile>> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new Fault('NOT_FOUND', { what: 'file' });
  const refused = (issues: { path: string; message: string }[]) => new Fault('INPUT_INVALID', { issues });
  if (found.size > largestEditFile) throw refused([{ path: '', message: 'This file is too large to be an edit list.' }]);
  const text = await readFile(path, 'utf8');
  try {
    const parsed = EditFile.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
    throw refused(parsed.error.issues.map(({ path: place, message }) => ({ path: place.join('.'), message })));
  } catch (error) {
    if (error instanceof SyntaxError) throw refused([{ path: '', message: 'This file is not JSON.' }]);
    throw error;
  }
}

export interface Wishes {
  trim?: Range;
  cut?: Range[];
  camera?: string;
}

/** What INPUT, an edit list or a media file, and the options beside it ask for. */
export async function readInput(ffmpeg: Ffmpeg, input: string, wishes: Wishes): Promise<FinishInput> {
  const path = resolve(input);
  const given = extname(path).toLowerCase() === '.json' ? await fromEditFile(ffmpeg, path) : await fromMedia(ffmpeg, path, wishes.camera);
  return { ...given, edit: shortened(given.edit, wishes) };
}

async function fromMedia(ffmpeg: Ffmpeg, path: string, camera: string | undefined): Promise<FinishInput> {
  const source = await fileSource(ffmpeg, path, camera === undefined ? undefined : resolve(camera));
  return { edit: wholeSource('file', source.duration, 'whole'), sources: { file: source }, takes: [] };
}

async function fromEditFile(ffmpeg: Ffmpeg, path: string): Promise<FinishInput> {
  const { files, ...edit } = await readEditFile(path);
  const place = (file: string) => resolve(dirname(path), file);
  const names = [...new Set(edit.clips.map(({ source }) => source))];
  const sources: Record<string, Source> = {};
  for (const name of names) {
    const named = files[name];
    if (named) sources[name] = await fileSource(ffmpeg, place(named.screen), named.camera && place(named.camera));
  }
  return { edit, sources, takes: names.filter((name) => !files[name]) };
}

function shortened(edit: EditList, { trim: kept, cut = [] }: Wishes): EditList {
  const names = [...new Set(edit.clips.map(({ source }) => source))];
  let result = edit;
  for (const name of names) {
    if (kept) {
      const longest = Math.max(...edit.clips.filter(({ source }) => source === name).map(({ to }) => to));
      // As in `plan`: what lies behind the end is refused, not quietly shortened.
      if (kept.to > longest + 0.05) throw new Fault('EDIT_OUTSIDE', { source: name, duration: longest });
      result = trim(result, name, kept.from, kept.to);
    }
    for (const { from, to } of cut) result = cutOut(result, name, from, to);
  }
  if (result.clips.length === 0)
    throw new Fault('INPUT_INVALID', { issues: [{ path: 'cut', message: 'Nothing is left after these cuts.' }] });
  return result;
}
