import type { Card, EditList } from '../../../shared/model/edit/list.ts';
import { calloutsSvg } from '../../../shared/model/overlay/callouts.ts';
import { type CardPictures, cardSvg } from '../../../shared/model/overlay/card.ts';
import type { Faces } from '../../../shared/model/overlay/faces.ts';
import type { Size } from '../../../shared/model/scene/canvas.ts';
import { stands } from '../../../shared/model/scene/course.ts';
import type { Scene } from '../../../shared/model/scene/scene.ts';
import { fullFrom, fullTo, isFull, sceneAt, stretchAt } from '../../../shared/model/scene/scene-at.ts';
import { frameRate } from './timeline.ts';

/** A file that must lie beside the result before ffmpeg begins. */
export type PlanFile =
  | { name: string; is: 'drawing'; svg: string }
  | { name: string; is: 'text'; text: string }
  | { name: string; is: 'disc'; side: number };

/** What drawings are made with: the letters, and the pictures that each card shows. */
export interface Pens {
  faces: Faces;
  cards: Record<'opening' | 'closing', CardPictures>;
}

export const needsDrawings = ({ callouts, opening, closing }: EditList): boolean =>
  callouts.length > 0 || opening !== null || closing !== null;

export function cardFile(name: 'opening' | 'closing', card: Card, canvas: Size, { faces, cards }: Pens): PlanFile {
  return { name: `${name}.png`, is: 'drawing', svg: cardSvg(card, canvas, faces, cards[name]) };
}

interface Still {
  svg: string;
  frames: number;
}

/** Frames `from` up to and without `to` in which the callouts either stand still or may change with every frame. */
interface Calm {
  from: number;
  to: number;
  stands: boolean;
}

function calmStretches({ callouts, stretches, frames }: Scene): Calm[] {
  const fades = callouts.flatMap((callout) => [callout.from, fullFrom(callout), fullTo(callout), callout.to]);
  const all = [0, frames, ...fades, ...stretches.map(({ from }) => from)].filter((edge) => edge >= 0 && edge <= frames);
  const edges = [...new Set(all)].toSorted((one, other) => one - other);
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] ?? frames;
    const here = callouts.filter((callout) => from >= callout.from && from < callout.to);
    const fading = here.some((callout) => !isFull(callout, from, to));
    const picture = stretchAt({ stretches }, from)?.layers.find(({ track }) => track === 'picture');
    const moves = picture !== undefined && !Object.values(picture.view).every(stands);
    return { from, to, stands: here.length === 0 || !(fading || moves) };
  });
}

/** What the callouts look like from the first frame on; frames that look the same are one still. */
function stillsOf(scene: Scene, faces: Faces): Still[] {
  const stills: Still[] = [];
  const show = (frame: number, frames: number): void => {
    const svg = calloutsSvg(sceneAt(scene, frame)?.callouts ?? [], scene.canvas, faces);
    const last = stills.at(-1);
    if (last?.svg === svg) last.frames += frames;
    else stills.push({ svg, frames });
  };
  for (const { from, to, stands: isStill } of calmStretches(scene)) {
    if (isStill) show(from, to - from);
    else for (let frame = from; frame < to; frame += 1) show(frame, 1);
  }
  return stills;
}

export const overlayList = 'overlays.txt';
const empty = ({ width, height }: Size): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="1" height="1" fill="none"/></svg>`;

/**
 * The callouts of a scene as one track of stills: drawings of the canvas' size, and a list that says how long each stands.
 * `ratedLists` says whether the ffmpeg knows lists at another rate than 25; if not, stills are up to 20 ms off.
 */
export function overlayFiles(scene: Scene, faces: Faces, ratedLists: boolean): PlanFile[] {
  if (scene.callouts.length === 0) return [];
  const names = new Map<string, string>();
  const lines = stillsOf(scene, faces).map(({ svg, frames }) => {
    const name = names.get(svg) ?? `overlay-${names.size}.png`;
    names.set(svg, name);
    const rate = ratedLists ? `option framerate ${frameRate}\n` : '';
    return `file '${name}'\n${rate}duration ${(frames / frameRate).toFixed(6)}\n`;
  });
  const drawings = [...names].map(([svg, name]): PlanFile => ({ name, is: 'drawing', svg: svg || empty(scene.canvas) }));
  return [...drawings, { name: overlayList, is: 'text', text: `ffconcat version 1.0\n${lines.join('')}` }];
}
