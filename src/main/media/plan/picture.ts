import type { Size } from '../../../shared/model/scene/canvas.ts';
import { stands } from '../../../shared/model/scene/course.ts';
import { ground, type Layer, type MovingBox, type Scene, type Stretch } from '../../../shared/model/scene/scene.ts';
import { coverFilters, type Stand } from './covers.ts';
import { expressionOf } from './expression.ts';
import { type Inputs, type Opened, seconds, standing } from './inputs.ts';
import type { Source, SourceTrack } from './sources.ts';
import { frameRate, type Run } from './timeline.ts';

export interface PictureOptions {
  scene: Scene;
  /** The file of the circle that makes a round camera: a grey picture with sides of so many pixels. */
  mask: (side: number) => string;
  hasFilter: (name: string) => boolean;
}

/** Seconds of a run after the end of a track. Its last frame does not say in every file how long it stands. */
const missing = ({ offset, duration, lastFrame = duration }: SourceTrack, run: Run): number =>
  Math.max(0, run.from + run.length - offset - Math.min(duration, lastFrame));

/** Constant rate, then only the kept frames, counted. */
function keptFrames(run: Run, track: SourceTrack, { at }: Opened, canPad: boolean): string {
  const base = Math.max(0, Math.round((run.from - at) * frameRate));
  const kept = run.pieces.map(({ first, frames }) => `between(n,${base + first},${base + first + frames - 1})`).join('+');
  const filters = [
    ...(at > run.from ? [`setpts=PTS+${seconds(at - run.from)}/TB`] : []),
    `fps=${frameRate}:start_time=0`,
    // A few frames more than are missing: containers round.
    ...(canPad ? [`tpad=stop_mode=clone:stop=${Math.ceil(missing(track, run) * frameRate) + 6}`] : []),
    `select='${kept}'`,
    `setpts=N/(${frameRate}*TB)`,
    // As it is seen: pixels may be stored wider than they are high. Passed on untouched where they are not.
    `scale=${track.width}:${track.height}`,
  ];
  return filters.join(',');
}

const isSame = (one: Size, other: Size): boolean => one.width === other.width && one.height === other.height;

/** From the part of a picture that is seen to the size of its box. A view that moves is sampled between pixels, so that it glides. */
function viewed({ track, view, size, box }: Layer, first: number): string {
  // A face that is made smaller has no edges to keep: it is sampled as the page's preview does.
  const sampling = track === 'camera' && box.width < size.width ? ':flags=bilinear' : '';
  const fit = `scale=${box.width}:${box.height}${sampling}`;
  if (!stands(view.x) || !stands(view.y) || !stands(view.width) || !stands(view.height)) return `${glide(view, size, first)},${fit}`;
  if (view.width === size.width && view.height === size.height) return isSame(size, box) ? '' : fit;
  return `crop=${view.width}:${view.height}:${view.x}:${view.y},${fit}`;
}

/** The corners of a view, by the middles of pixels: `perspective` counts its frames from 1 and pixels by their corners. */
function glide(view: MovingBox, size: Size, first: number): string {
  const of = (side: keyof MovingBox): string => `(${expressionOf(view[side], '(in-1)', first)})`;
  const [width, height] = [of('width'), of('height')];
  const left = `${of('x')}+0.5*(${width}/${size.width}-1)`;
  const top = `${of('y')}+0.5*(${height}/${size.height}-1)`;
  const [right, bottom] = [`${left}+${width}`, `${top}+${height}`];
  const corners = [left, top, right, top, left, bottom, right, bottom];
  const names = ['x0', 'y0', 'x1', 'y1', 'x2', 'y2', 'x3', 'y3'];
  return `perspective=${names.map((name, index) => `${name}='${corners[index]}'`).join(':')}:interpolation=linear:eval=frame`;
}

/** The frames of a run that a stretch takes, counted from the beginning of the run. */
interface Part {
  from: number;
  to: number;
  layers: readonly Layer[];
}

const partsOf = (run: Run, first: number, stretches: readonly Stretch[]): Part[] =>
  stretches.flatMap(({ from, to, layers }) => {
    const part = { from: Math.max(0, from - first), to: Math.min(run.frames, to - first), layers };
    return part.to > part.from ? [part] : [];
  });

const joined = (filters: readonly string[]): string => filters.filter(Boolean).join(',');

/** Hands a track's frames out to the parts that show it; each begins at 0. One that is shown throughout is handed on as it is. */
function handedOut(from: string, name: string, parts: readonly Part[], run: Run): { graph: string[]; labels: Map<Part, string> } {
  const [only] = parts;
  if (!only) return { graph: [], labels: new Map() };
  if (parts.length === 1 && only.from === 0 && only.to === run.frames) return { graph: [], labels: new Map([[only, from]]) };
  const labels = new Map(parts.map((part, index) => [part, `${name}h${index}`]));
  const all = parts.map((_, index) => `[${name}i${index}]`).join('');
  const cuts = parts.map(
    (part, index) => `[${name}i${index}]trim=start_frame=${part.from}:end_frame=${part.to},setpts=PTS-STARTPTS[${labels.get(part)}]`,
  );
  return { graph: [`[${from}]split=${parts.length}${all}`, ...cuts], labels };
}

/** Where the frames of a track come from within a run: a label, and the filters that make it. */
function framesOf(run: Run, track: SourceTrack, name: string, inputs: Inputs, canPad: boolean, rest: string): string {
  const opened = inputs.open(track, run, true);
  return `[${opened.index}:v:${track.stream}]${keptFrames(run, track, opened, canPad)},${rest}[${name}]`;
}

/** The labels of a run's parts in their order, and the filters that make them. */
export interface RunPictures {
  graph: string[];
  labels: string[];
}

/** The picture of a run, `first` being the output frame at which it begins: one label for each stretch of the scene in it. */
export function picturesOfRun(run: Run, first: number, source: Source, name: string, inputs: Inputs, options: PictureOptions): RunPictures {
  const { scene, hasFilter } = options;
  const canPad = hasFilter('tpad');
  const graph: string[] = [];
  const parts = partsOf(run, first, scene.stretches);
  const showing = (track: Layer['track']): Part[] => parts.filter(({ layers }) => layers.some((layer) => layer.track === track));

  const withPicture = showing('picture');
  let label = `${name}s`;
  const stand: Stand = { first, frames: run.frames };
  if (withPicture.length > 0) {
    graph.push(framesOf(run, source.picture, label, inputs, canPad, 'setsar=1,format=yuv420p'));
    const covers = scene.covers.filter(({ source: of, from, to }) => of === run.source && from < first + run.frames && to > first);
    for (const [index, cover] of covers.entries()) {
      graph.push(...coverFilters(cover, stand, label, `${name}k${index}`));
      label = `${name}k${index}`;
    }
  }
  const pictures = handedOut(label, `${name}p`, withPicture, run);
  graph.push(...pictures.graph);

  const { camera } = source;
  const withCamera = camera ? showing('camera') : [];
  const faceLabel = `${name}f`;
  if (camera && withCamera.length > 0) graph.push(framesOf(run, camera, faceLabel, inputs, canPad, 'setsar=1'));
  const faces = handedOut(faceLabel, `${name}g`, withCamera, run);
  graph.push(...faces.graph);

  const labels = parts.map((part, index) => {
    const done = `${name}o${index}`;
    graph.push(...layered(part, first, done, { pictures: pictures.labels, faces: faces.labels }, inputs, options));
    return done;
  });
  return { graph, labels };
}

/** One part: its layers, the first one on the ground, the others over it. */
function layered(
  part: Part,
  first: number,
  done: string,
  { pictures, faces }: Record<'pictures' | 'faces', Map<Part, string>>,
  inputs: Inputs,
  { scene: { canvas }, mask }: PictureOptions,
): string[] {
  const graph: string[] = [];
  let under = '';
  for (const [index, layer] of part.layers.entries()) {
    const from = (layer.track === 'picture' ? pictures : faces).get(part) ?? '';
    const isLast = index === part.layers.length - 1;
    const to = isLast ? done : `${done}l${index}`;
    const { box } = layer;
    const seen = viewed(layer, first + part.from);
    if (index === 0) {
      const pad = isSame(box, canvas) ? '' : `pad=${canvas.width}:${canvas.height}:${box.x}:${box.y}:color=${ground}`;
      graph.push(`[${from}]${joined([seen, pad, 'setsar=1', 'format=yuv420p'])}[${to}]`);
    } else {
      const over = `${done}v${index}`;
      if (layer.round) {
        graph.push(
          `[${from}]${joined([seen, 'setsar=1', 'format=yuva420p'])}[${over}s]`,
          `[${inputs.openStill(mask(box.width))}:v]format=gray,${standing(part.to - part.from)}[${over}m]`,
          `[${over}s][${over}m]alphamerge[${over}]`,
        );
      } else graph.push(`[${from}]${joined([seen, 'setsar=1', 'format=yuv420p'])}[${over}]`);
      const end = isLast ? `,trim=end_frame=${part.to - part.from}` : '';
      graph.push(`[${under}][${over}]overlay=x=${box.x}:y=${box.y}:format=yuv420:eof_action=pass${end}[${to}]`);
    }
    under = to;
  }
  return graph;
}

/** A white disc on black with a soft edge, as a PGM picture. */
export function disc(side: number): Uint8Array {
  const head = Buffer.from(`P5\n${side} ${side}\n255\n`, 'latin1');
  const pixels = Buffer.alloc(side * side);
  const radius = side / 2;
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const inside = radius - Math.hypot(x + 0.5 - radius, y + 0.5 - radius);
      pixels[y * side + x] = Math.round(255 * Math.min(1, Math.max(0, inside + 0.5)));
    }
  }
  return Buffer.concat([head, pixels]);
}
