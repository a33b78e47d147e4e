import type { EditList } from '../../../shared/model/edit/list.ts';
import type { Size } from '../../../shared/model/scene/canvas.ts';
import { type Scene, sceneOf } from '../../../shared/model/scene/scene.ts';
import { cardFrames } from '../../../shared/model/scene/spans.ts';
import { type SmallerSize, smallerSizes } from '../../../shared/model/video-sizes.ts';
import type { Input } from '../ffmpeg.ts';
import { during } from './covers.ts';
import { cardFile, overlayFiles, overlayList, type Pens, type PlanFile } from './drawings.ts';
import { Inputs, standing } from './inputs.ts';
import { picturesOfRun } from './picture.ts';
import { type Sheet, sheetFilter, sheetOf, thumbnailsFilter } from './sheet.ts';
import { hasSound, soundGraph } from './sound.ts';
import { audible, factsOf, type Sources } from './sources.ts';
import { frameRate, type Run, timeline } from './timeline.ts';

/** What an ffmpeg can do, as far as a plan asks. */
export interface Able {
  hasFilter: (name: string) => boolean;
  /** Lists of stills at 30 a second, from version 5 on. */
  ratedLists: boolean;
}

export interface PlanOptions extends Able {
  /** Where a file of the plan will lie. */
  fileAt: (name: string) => string;
  /** Needed where the edit list has callouts or cards. */
  pens: Pens | null;
  /** Where this is one of several runs that make the picture together. */
  part?: Part;
  /** Shorter sides of smaller renditions that are made beside the whole one. */
  sizes?: readonly number[];
}

/** A stretch of a picture that is put together from several runs. */
export interface Part {
  /** Of the whole. */
  canvas: Size;
  /** Of the whole; this run gives its thumbnails one after the other. */
  sheet: Sheet;
  /** Which frame of this stretch is the poster, or null where it is in another. */
  poster: number | null;
}

/** One run of ffmpeg that makes all that is seen of a rendition. */
export interface FinishPlan {
  inputs: Input[];
  /** What must lie there before it runs. */
  files: PlanFile[];
  filterGraph: string;
  /** Labels of the filter graph to be written. `poster` is null where it is in another part. */
  maps: { video: string; poster: string | null; sheet: string };
  /** Smaller renditions of the picture, each under a label of its own. */
  smaller: (SmallerSize & { label: string })[];
  frames: number;
  duration: number;
  canvas: Size;
  sheet: Sheet;
}

/** Moment of the poster: past a fade from black, early enough to be of the beginning. In frames. */
export const posterFrame = (frames: number): number => Math.min(Math.floor(frames / 3), 2 * frameRate);

/** From the colours of drawings to those of video: screens of HD size are read by the newer rule. */
const drawn = ({ width, height }: Size): string =>
  `scale=out_color_matrix=${Math.min(width, height) >= 720 ? 'bt709' : 'bt601'}:out_range=tv`;

interface Pictures {
  graph: string[];
  files: PlanFile[];
}

/** All that is seen, one after the other, under the label `seen`. */
function seen(edit: EditList, runs: readonly Run[], sources: Sources, scene: Scene, inputs: Inputs, options: PlanOptions): Pictures {
  const { fileAt, hasFilter, pens } = options;
  const graph: string[] = [];
  const files = new Map<string, PlanFile>();
  const labels: string[] = [];
  const mask = (side: number): string => {
    const name = `disc-${side}.pgm`;
    files.set(name, { name, is: 'disc', side });
    return fileAt(name);
  };
  const card = (name: 'opening' | 'closing'): void => {
    const page = edit[name];
    if (!page || !pens) return;
    const file = cardFile(name, page, scene.canvas, pens);
    files.set(file.name, file);
    const frames = cardFrames(page);
    const input = inputs.openStill(fileAt(file.name));
    graph.push(`[${input}:v]${drawn(scene.canvas)},setsar=1,format=yuv420p,${standing(frames)}[${name}]`);
    labels.push(name);
  };
  card('opening');
  let first = cardFrames(edit.opening);
  for (const [index, run] of runs.entries()) {
    const source = sources[run.source];
    if (!source) continue;
    const made = picturesOfRun(run, first, source, `v${index}`, inputs, { scene, mask, hasFilter });
    graph.push(...made.graph);
    labels.push(...made.labels);
    first += run.frames;
  }
  card('closing');
  const all = labels.map((label) => `[${label}]`).join('');
  graph.push(labels.length > 1 ? `${all}concat=n=${labels.length}:v=1:a=0[joined]` : `${all}null[joined]`);
  return { graph, files: [...files.values()] };
}

/** The frame before a clip, standing and fading away over its beginning: from the label `joined` to the label `blended`. */
function dissolves({ dissolves: all }: Scene): string[] {
  if (all.length === 0) return ['[joined]null[blended]'];
  const copies = all.map((_, index) => `[d${index}]`).join('');
  const steps = all.flatMap(({ at, frames }, index) => {
    const fade = `fade=t=out:alpha=1:st=${(at / frameRate).toFixed(6)}:d=${(frames / frameRate).toFixed(6)}`;
    const under = index === 0 ? 'd' : `b${index}`;
    const to = index === all.length - 1 ? 'blended' : `b${index + 1}`;
    return [
      `[d${index}]select='eq(n,${at - 1})',loop=loop=${frames - 1}:size=1,setpts=(N+${at})/(${frameRate}*TB),format=yuva420p,${fade}[f${index}]`,
      `[${under}][f${index}]overlay=format=yuv420:eof_action=pass:enable='${during(at, at + frames)}'[${to}]`,
    ];
  });
  return [`[joined]split=${all.length + 1}[d]${copies}`, ...steps];
}

/** The callouts over all of it: from the label `blended` to the label `shown`. */
function overlays(scene: Scene, inputs: Inputs, { pens, fileAt, ratedLists }: PlanOptions): Pictures {
  const files = pens ? overlayFiles(scene, pens.faces, ratedLists) : [];
  if (files.length === 0) return { graph: ['[blended]null[shown]'], files };
  const input = inputs.openList(fileAt(overlayList));
  const when = scene.callouts.map(({ from, to }) => during(from, to)).join('+');
  return {
    files,
    graph: [
      `[${input}:v]${drawn(scene.canvas)},format=yuva420p[callouts]`,
      `[blended][callouts]overlay=format=yuv420:eof_action=repeat:enable='${when}'[shown]`,
    ],
  };
}

/**
 * Pure: from an edit list to the one ffmpeg run that decodes once and makes picture, smaller sizes, poster and sprite sheet.
 * Refuses with EDIT_OUTSIDE.
 */
export function plan(edit: EditList, sources: Sources, options: PlanOptions): FinishPlan {
  const { part } = options;
  const { runs } = timeline(edit.clips, sources);
  const scene = sceneOf(edit, factsOf(sources), part?.canvas);
  const inputs = new Inputs();
  const { canvas, frames } = scene;
  const sheet = part?.sheet ?? sheetOf(frames, canvas);
  const poster = part ? part.poster : posterFrame(frames);
  const pictures = seen(edit, runs, sources, scene, inputs, options);
  const over = overlays(scene, inputs, options);
  const smaller = smallerSizes(canvas, options.sizes ?? []).map((size) => ({ ...size, label: `[size${size.name}]` }));
  const parted = ['[video]', ...(poster === null ? [] : ['[still]']), '[thumbs]', ...smaller.map(({ name }) => `[large${name}]`)];
  return {
    inputs: inputs.list,
    files: [...pictures.files, ...over.files],
    filterGraph: [
      ...pictures.graph,
      ...dissolves(scene),
      ...over.graph,
      `[shown]split=${parted.length}${parted.join('')}`,
      ...smaller.map(({ name, width, height, label }) => `[large${name}]scale=${width}:${height},setsar=1${label}`),
      ...(poster === null ? [] : [`[still]select='eq(n,${poster})',setpts=0[poster]`]),
      `[thumbs]${part ? thumbnailsFilter(sheet) : sheetFilter(sheet, options)}[sheet]`,
    ].join(';'),
    maps: { video: '[video]', poster: poster === null ? null : '[poster]', sheet: '[sheet]' },
    smaller,
    frames,
    duration: frames / frameRate,
    canvas,
    sheet,
  };
}

type HeardEdit = Pick<EditList, 'clips' | 'sound' | 'opening' | 'closing'>;

/** One run of ffmpeg over all that is heard. */
export interface SoundPlan {
  inputs: Input[];
  /** Ends in the label `mix`. */
  filterGraph: string;
}

/** Pure: what is heard, apart from the picture because nothing in it needs the other; null where no source has sound, or all of it is muted. */
export function planSound(edit: HeardEdit, sources: Sources): SoundPlan | null {
  const { runs } = timeline(edit.clips, sources);
  const left = audible(sources, edit.sound);
  if (!hasSound(runs, left)) return null;
  const inputs = new Inputs();
  const graph = soundGraph(runs, left, inputs, 'mix', { before: cardFrames(edit.opening), after: cardFrames(edit.closing) });
  return { inputs: inputs.list, filterGraph: graph.join(';') };
}
