import type { EditList } from '../../../shared/model/edit/list.ts';
import type { Input } from '../ffmpeg.ts';
import { Inputs } from './inputs.ts';
import { canvasOf, pictureOfRun, type Size } from './picture.ts';
import { type Sheet, sheetFilter, sheetOf, thumbnailsFilter } from './sheet.ts';
import { hasSound, type Mastering, mastering, soundGraph } from './sound.ts';
import type { Sources } from './sources.ts';
import { frameRate, timeline } from './timeline.ts';

export interface PlanOptions {
  /** How loud it is made, or null where there is nothing to be heard. */
  mastering: Mastering | null;
  mask: string;
  hasFilter: (name: string) => boolean;
  /** Where this is one of several runs that make the picture together. */
  part?: Part;
}

/** A stretch of a picture that is put together from several runs. Its sound is made apart. */
export interface Part {
  /** Of the whole. */
  canvas: Size;
  /** Of the whole; this run gives its thumbnails one after the other. */
  sheet: Sheet;
  /** Which frame of this stretch is the poster, or null where it is in another. */
  poster: number | null;
}

/** One run of ffmpeg that makes all of a rendition. */
export interface FinishPlan {
  inputs: Input[];
  filterGraph: string;
  /** Labels of the filter graph to be written. `audio` is null where no source has sound, or in a part; `poster` where it is in another part. */
  maps: { video: string; audio: string | null; poster: string | null; sheet: string };
  frames: number;
  duration: number;
  canvas: Size;
  sheet: Sheet;
}

/** Size of what an edit list makes: that of its first clip's picture. */
export function editCanvas(edit: EditList, sources: Sources): Size {
  const first = sources[edit.clips[0]?.source ?? '']?.picture;
  return canvasOf(first ?? { width: 1920, height: 1080 });
}

/** Moment of the poster: past a fade from black, early enough to be of the beginning. In frames. */
export const posterFrame = (frames: number): number => Math.min(Math.floor(frames / 3), 2 * frameRate);

/**
 * Pure: from an edit list to the one ffmpeg run that decodes once and makes picture, sound, poster and sprite sheet.
 * Refuses with EDIT_OUTSIDE.
 */
export function plan(edit: EditList, sources: Sources, options: PlanOptions): FinishPlan {
  const { part } = options;
  const { runs, frames } = timeline(edit.clips, sources);
  const inputs = new Inputs();
  const canvas = part?.canvas ?? editCanvas(edit, sources);
  const sheet = part?.sheet ?? sheetOf(frames, canvas);
  const poster = part ? part.poster : posterFrame(frames);
  const pictures = runs.flatMap((run, index) => {
    const source = sources[run.source];
    return source ? pictureOfRun(run, source, `v${index}`, inputs, { camera: edit.camera, canvas, ...options }) : [];
  });
  const joined = runs.map((_, index) => `[v${index}]`).join('');
  const split = `split=${poster === null ? 2 : 3}[video]${poster === null ? '' : '[still]'}[thumbs]`;
  const picture = `${joined}${runs.length > 1 ? `concat=n=${runs.length}:v=1:a=0,` : ''}${split}`;
  const heard = !part && hasSound(runs, sources);
  const sound = heard
    ? [...soundGraph(runs, sources, inputs, 'mix'), `[mix]${options.mastering ? mastering(options.mastering) : 'anull'}[sound]`]
    : [];
  return {
    inputs: inputs.list,
    filterGraph: [
      ...pictures,
      picture,
      ...(poster === null ? [] : [`[still]select='eq(n,${poster})',setpts=0[poster]`]),
      `[thumbs]${part ? thumbnailsFilter(sheet) : sheetFilter(sheet, options)}[sheet]`,
      ...sound,
    ].join(';'),
    maps: { video: '[video]', audio: heard ? '[sound]' : null, poster: poster === null ? null : '[poster]', sheet: '[sheet]' },
    frames,
    duration: frames / frameRate,
    canvas,
    sheet,
  };
}

export interface SoundPlan {
  inputs: Input[];
  /** Ends in the label `mix`. */
  filterGraph: string;
}

/** The same sound alone, for measuring it and for correcting it; null where no source has any. */
export function planSound(edit: Pick<EditList, 'clips'>, sources: Sources): SoundPlan | null {
  const { runs } = timeline(edit.clips, sources);
  if (!hasSound(runs, sources)) return null;
  const inputs = new Inputs();
  const graph = soundGraph(runs, sources, inputs, 'mix');
  return { inputs: inputs.list, filterGraph: graph.join(';') };
}
