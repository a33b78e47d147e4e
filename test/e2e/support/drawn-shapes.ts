import type { Locator } from '@playwright/test';
import { ffmpeg } from './rich-edit.ts';

type Colour = readonly [number, number, number];

export interface Picture {
  width: number;
  height: number;
  /** Red, green and blue of each pixel, one row after the other. */
  pixels: Uint8Array;
}

/** Something drawn with an edge of its own, as the page says that it stands: where, in pixels of the canvas, and in which colours. */
export interface Shape {
  kind: 'card words' | 'callout words' | 'plate' | 'disc' | 'frame' | 'arrow' | 'cover';
  colour: Colour;
  /** What it stands on, where that is one colour. */
  ground: Colour | null;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** How far around a shape is looked for it, in pixels: letters of a number have no more of their disc around them. */
const around = 6;

export async function pictureOf(file: string, width: number, height: number): Promise<Picture> {
  const { stdout } = await ffmpeg('-i', file, '-vf', `scale=${width}:${height}:flags=area,format=rgb24`, '-f', 'rawvideo', '-');
  return { width, height, pixels: stdout };
}

interface Part {
  tag: string;
  /** Attributes of SVG; empty where there is none. */
  fill: string;
  share: string;
  rule: string;
  stroke: string;
  edges: Pick<Shape, 'left' | 'top' | 'right' | 'bottom'>;
}

interface Drawn {
  /** What is seen in one piece: a card, or one callout. */
  pieces: { isCard: boolean; isFading: boolean; parts: Part[] }[];
  covers: { colour: string; edges: Part['edges'] }[];
}

/** What the page has drawn, in pixels of a canvas of this width. */
const drawnOn = (scene: Locator, width: number): Promise<Drawn> =>
  scene.evaluate((canvas, wide) => {
    const whole = canvas.getBoundingClientRect();
    const scale = wide / whole.width;
    const edgesOf = (element: Element): Part['edges'] => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const [x, y] = [(edge: number) => (edge - whole.left) * scale, (edge: number) => (edge - whole.top) * scale];
      return { left: x(left), right: x(right), top: y(top), bottom: y(bottom) };
    };
    const partOf = (element: Element): Part => {
      const said = (name: string) => element.getAttribute(name) ?? '';
      const look = { fill: said('fill'), share: said('fill-opacity'), rule: said('fill-rule'), stroke: said('stroke') };
      return { tag: element.tagName, ...look, edges: edgesOf(element) };
    };
    const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const drawings = [...canvas.querySelectorAll('svg')].filter(isSeen);
    const pieces = drawings.flatMap((drawing) => {
      const isCard = drawing.parentElement?.getAttribute('role') === 'img';
      const all = isCard ? [drawing] : [...drawing.children];
      return all.map((piece) => ({ isCard, isFading: piece.hasAttribute('opacity'), parts: [...piece.children].map(partOf) }));
    });
    // What fades away over a cover gives it another colour.
    const fades = [...canvas.querySelectorAll('canvas')].some((still) => !('scrub' in still.dataset) && isSeen(still));
    const covers = [...canvas.querySelectorAll('div')].filter((each) => !fades && isSeen(each) && each.style.backdropFilter === 'none');
    return {
      pieces: pieces.some(({ isCard }) => isCard) ? pieces.filter(({ isCard }) => isCard) : pieces,
      covers: covers.map((cover) => ({ colour: getComputedStyle(cover).backgroundColor, edges: edgesOf(cover) })),
    };
  }, width);

/** From #rrggbb or rgb(r, g, b). */
function colourOf(text: string): Colour {
  const parts = text.startsWith('#') ? [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16)) : text.match(/\d+/g)?.map(Number);
  const [red, green, blue] = parts ?? [];
  if (red === undefined || green === undefined || blue === undefined) throw new Error(`No colour: ${text}`);
  return [red, green, blue];
}

function words(kind: Shape['kind'], { fill, share, edges }: Part, ground: Colour): Shape {
  const opacity = Number(share || 1);
  const colour = colourOf(fill).map((part, at) => part * opacity + (ground[at] ?? 0) * (1 - opacity)) as unknown as Colour;
  return { kind, colour, ground, ...edges };
}

/** The shapes of a callout by its parts: a plate or disc and its letters, an arrow, or the two lines of a frame. */
function calloutShapes([first, second]: Part[]): Shape[] {
  if (!first || first.rule) return [];
  if (second?.fill === 'none') return [{ kind: 'frame', colour: colourOf(second.stroke), ground: null, ...second.edges }];
  const colour = colourOf(first.fill);
  if (!second) return [{ kind: 'arrow', colour, ground: null, ...first.edges }];
  const kind = first.tag === 'circle' ? 'disc' : 'plate';
  return [{ kind, colour, ground: null, ...first.edges }, words('callout words', second, colour)];
}

/** What is drawn in full at this moment: words on cards, callouts with their words, covers. Asked of the page's own drawing. */
export async function shapesOn(scene: Locator, width: number): Promise<Shape[]> {
  const { pieces, covers } = await drawnOn(scene, width);
  const drawn = pieces.flatMap(({ isCard, isFading, parts }) => {
    // One that is coming or going has no colour of its own.
    if (isFading) return [];
    if (!isCard) return calloutShapes(parts);
    const [ground, ...lines] = parts;
    return lines
      .filter(({ tag, edges }) => tag === 'path' && edges.right > edges.left)
      .map((line) => words('card words', line, colourOf(ground?.fill ?? '')));
  });
  return [...drawn, ...covers.map(({ colour, edges }): Shape => ({ kind: 'cover', colour: colourOf(colour), ground: null, ...edges }))];
}

/** Whether a pixel is the shape's. */
function belongs({ colour, ground }: Shape, pixel: Colour): boolean {
  if (!ground) return Math.hypot(...colour.map((part, at) => part - (pixel[at] ?? 0))) < 60;
  // How far from the ground to the colour it is: thin strokes lose some of theirs in a video.
  const way = colour.map((part, at) => part - (ground[at] ?? 0));
  const gone = way.reduce((sum, part, at) => sum + part * ((pixel[at] ?? 0) - (ground[at] ?? 0)), 0);
  return gone > 0.4 * way.reduce((sum, part) => sum + part ** 2, 0);
}

/** The box around a shape's pixels near where it should stand: left, right, top, bottom; null where there are none. */
export function boxOf(shape: Shape, { width, height, pixels }: Picture): number[] | null {
  const found = { left: width, right: -1, top: height, bottom: -1 };
  const [from, to] = [Math.max(0, Math.floor(shape.left) - around), Math.min(width - 1, Math.ceil(shape.right) + around)];
  for (let y = Math.max(0, Math.floor(shape.top) - around); y <= Math.min(height - 1, Math.ceil(shape.bottom) + around); y += 1) {
    for (let x = from; x <= to; x += 1) {
      const at = 3 * (y * width + x);
      if (!belongs(shape, [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0])) continue;
      found.left = Math.min(found.left, x);
      found.right = Math.max(found.right, x);
      found.top = Math.min(found.top, y);
      found.bottom = Math.max(found.bottom, y);
    }
  }
  return found.right < 0 ? null : [found.left, found.right, found.top, found.bottom];
}
