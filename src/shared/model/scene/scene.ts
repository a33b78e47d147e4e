import type { Callout, Cover, EditList } from '../edit/list.ts';
import { type Box, canvasOf, type Size } from './canvas.ts';
import { type Course, courseOf } from './course.ts';
import { cameraGrace, cameraIsThere, layoutAt, type SourceFacts, type Standing, standings } from './layout.ts';
import { cardFrames, firstFrameIn, frameIn, frameRate, type Span, spansOf, timeIn } from './spans.ts';
import { type ViewStretch, viewStretches } from './view.ts';

/** A rectangle that may move. */
export interface MovingBox {
  x: Course;
  y: Course;
  width: Course;
  height: Course;
}

/** A track on the canvas: `view` is the part of it that is seen, in its own pixels; `box` where on the canvas, in even pixels. */
export interface Layer extends Omit<Standing, 'view'> {
  view: MovingBox;
}

/** Frames `from` up to and without `to` of the output, in which the same layers are seen, the first one lowest. */
export interface Stretch {
  from: number;
  to: number;
  /** Null while a card is shown. */
  source: string | null;
  card: 'opening' | 'closing' | null;
  layers: Layer[];
}

/** A region of a take's picture that is hidden in frames `from` to `to`, in pixels of that picture. */
export interface SceneCover {
  source: string;
  how: Cover['how'];
  from: number;
  to: number;
  size: Size;
  box: MovingBox;
  /** Standard deviation of the blur in pixels of the picture. */
  sigma: number;
}

/** A callout in frames `from` to `to`; a clip that is cut in two shows it twice. */
export interface SceneCallout {
  source: string;
  callout: Callout;
  from: number;
  to: number;
  /** Where it comes and goes, were nothing cut away: at a cut it is there at once. May lie between frames. */
  comes: number;
  goes: number;
  size: Size;
}

/** The output frame before `at` fades away over `frames` frames from `at` on. */
export interface Dissolve {
  at: number;
  frames: number;
}

/** All that is seen of an edit list, frame by frame at 30 a second; preview and finish are both made from it. */
export interface Scene {
  canvas: Size;
  frames: number;
  stretches: Stretch[];
  covers: SceneCover[];
  callouts: SceneCallout[];
  dissolves: Dissolve[];
}

/** What stands behind pictures of another form than the canvas. */
export const ground = '#14110f';

export type Facts = Readonly<Record<string, SourceFacts>>;

/** Size of what an edit list makes: that of its first clip's picture, in the form that is wanted. */
export function editCanvas(edit: Pick<EditList, 'clips' | 'aspect'>, facts: Facts): Size {
  const first = facts[edit.clips[0]?.source ?? '']?.picture;
  return canvasOf(first ?? { width: 1920, height: 1080 }, edit.aspect);
}

const ease = (first: Box, last: Box, from: number, to: number): MovingBox => {
  const course = (side: keyof Box): Course =>
    courseOf('smooth', [
      { at: from, value: first[side] },
      { at: to, value: last[side] },
    ]);
  return { x: course('x'), y: course('y'), width: course('width'), height: course('height') };
};

/** A zoom moves the picture and leaves the face where it is. */
function layerOf(standing: Standing, span: Span, view: ViewStretch | undefined): Layer {
  if (standing.track === 'camera' || !view) return standing;
  return { ...standing, view: ease(view.first, view.last, frameIn(span, view.from), frameIn(span, view.to)) };
}

function stretchesOf(edit: EditList, span: Span, facts: SourceFacts, canvas: Size): Stretch[] {
  const views = viewStretches(edit, span.source, facts.picture);
  const moments = [
    ...edit.layouts.filter(({ source }) => source === span.source).flatMap(({ from, to }) => [from, to]),
    ...views.flatMap(({ from, to }) => [from, to]),
    ...(facts.camera ? [facts.camera.from - cameraGrace, facts.camera.to + cameraGrace] : []),
  ];
  const end = span.start + span.frames;
  const edges = [...new Set([span.start, end, ...moments.map((time) => firstFrameIn(span, time))])].toSorted((a, b) => a - b);
  return edges.slice(0, -1).map((from, index) => {
    const time = timeIn(span, from) + 1e-5;
    const view = views.find((each) => time >= each.from && time < each.to);
    const all = standings(layoutAt(edit, span.source, time), facts, cameraIsThere(facts, time), canvas);
    const layers = all.map((each) => layerOf(each, span, view));
    return { from, to: edges[index + 1] ?? end, source: span.source, card: null, layers };
  });
}

/** Stretches that show the same are one. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of stretches) {
    const last = result.at(-1);
    const isSame = last && last.source === stretch.source && last.card === stretch.card && same(last.layers, stretch.layers);
    if (isSame) last.to = stretch.to;
    else result.push({ ...stretch });
  }
  return result;
}

const same = (one: readonly Layer[], other: readonly Layer[]): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * What is hidden stays hidden for so many seconds more on both ends, which are two frames. Takes of an uneven rate are put onto the
 * frames of the output, and so are cuts within them: by that a picture may come up to two frames before it is seen in the preview,
 * and go one frame later.
 */
const spare = 2 / frameRate;

/** Letters of a screen have strokes far thinner than this share of its height. */
const blurShare = 1 / 60;

function coverIn(span: Span, cover: Cover, size: Size): SceneCover | null {
  const [from, to] = [firstFrameIn(span, cover.from - spare), firstFrameIn(span, cover.to + spare)];
  if (cover.source !== span.source || to <= from) return null;
  const path = cover.path.toSorted((one, other) => one.at - other.at);
  const along = (value: (place: Box) => number): Course =>
    courseOf(
      'line',
      path.map(({ at, area }) => ({ at: frameIn(span, at), value: value(inPixels(area, size)) })),
    );
  const box = { x: along(({ x }) => x), y: along(({ y }) => y), width: along(({ width }) => width), height: along(({ height }) => height) };
  const largest = Math.max(...path.map(({ area }) => Math.min(area.width * size.width, area.height * size.height)));
  return { source: span.source, how: cover.how, from, to, size, box, sigma: Math.round(Math.max(size.height * blurShare, largest / 8)) };
}

/** A region in even pixels that hold all of it, so that it hides the same on every side. */
function inPixels(area: Box, { width, height }: Size): Box {
  const x = 2 * Math.floor((area.x * width) / 2);
  const y = 2 * Math.floor((area.y * height) / 2);
  const right = Math.min(2 * Math.floor(width / 2), 2 * Math.ceil(((area.x + area.width) * width) / 2));
  const bottom = Math.min(2 * Math.floor(height / 2), 2 * Math.ceil(((area.y + area.height) * height) / 2));
  return { x, y, width: Math.max(2, right - x), height: Math.max(2, bottom - y) };
}

const seenCovers = (edit: EditList, spans: readonly Span[], facts: Facts): SceneCover[] =>
  spans.flatMap((span) => {
    const size = facts[span.source]?.picture;
    return size ? edit.covers.flatMap((cover) => coverIn(span, cover, size) ?? []) : [];
  });

function calloutIn(span: Span, callout: Callout, size: Size): SceneCallout[] {
  const [from, to] = [firstFrameIn(span, callout.from), firstFrameIn(span, callout.to)];
  if (callout.source !== span.source || to <= from) return [];
  return [{ source: span.source, callout, from, to, comes: frameIn(span, callout.from), goes: frameIn(span, callout.to), size }];
}

const seenCallouts = (edit: EditList, spans: readonly Span[], facts: Facts): SceneCallout[] =>
  edit.callouts.flatMap((callout) =>
    spans.flatMap((span) => {
      const size = facts[span.source]?.picture;
      return size ? calloutIn(span, callout, size) : [];
    }),
  );

/** Pure: what is seen of an edit list. Clips of a take without facts show nothing. A part of a larger whole gets the canvas of that. */
export function sceneOf(edit: EditList, facts: Facts, canvas: Size = editCanvas(edit, facts)): Scene {
  const spans = spansOf(edit);
  const last = spans.at(-1);
  const clipsEnd = last ? last.start + last.frames : cardFrames(edit.opening);
  const frames = clipsEnd + cardFrames(edit.closing);
  const card = (name: 'opening' | 'closing', from: number, to: number): Stretch[] =>
    to > from ? [{ from, to, source: null, card: name, layers: [] }] : [];
  const shown = spans.flatMap((span) => {
    const known = facts[span.source];
    return known ? stretchesOf(edit, span, known, canvas) : [];
  });
  return {
    canvas,
    frames,
    stretches: [...card('opening', 0, cardFrames(edit.opening)), ...joined(shown), ...card('closing', clipsEnd, frames)],
    covers: seenCovers(edit, spans, facts),
    callouts: seenCallouts(edit, spans, facts),
    dissolves: spans.filter(({ dissolve }) => dissolve > 0).map(({ start, dissolve }) => ({ at: start, frames: dissolve })),
  };
}
