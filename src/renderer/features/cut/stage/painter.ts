import { calloutsSvg } from '../../../../shared/model/overlay/callouts.ts';
import type { Faces } from '../../../../shared/model/overlay/faces.ts';
import type { Layer, Scene } from '../../../../shared/model/scene/scene.ts';
import type { LayerNow, Now } from '../../../../shared/model/scene/scene-at.ts';
import { seenAt } from './seen-at.ts';
import styles from './stage.module.css';
import { coverStyle, placed, viewTransform } from './styles.ts';

/** The elements of one track: a frame that stands on the canvas, in it the picture that is moved, and on that the covers. */
export interface Holder {
  frame: HTMLElement;
  moved: HTMLElement;
  covers: HTMLElement;
}

/** Shows a scene at a moment by moving elements; nothing of the page is rendered for it. */
export interface Painter {
  hold: (source: string, track: Layer['track'], holder: Holder | null, deck: number) => void;
  overlay: (element: HTMLElement | null) => void;
  setScene: (scene: Scene, faces: Faces | null) => void;
  /** Which deck is seen. */
  setDeck: (deck: number) => void;
  paint: (time: number) => void;
}

/** Puts SVG into an element, where it differs from what is there. It is parsed as XML, so that nothing in it can run. */
export function showSvg(element: HTMLElement, svg: string): void {
  if (element.dataset.shown === svg) return;
  element.dataset.shown = svg;
  const drawn = svg && document.importNode(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement, true);
  element.replaceChildren(...(drawn ? [drawn] : []));
}

function paintCovers(element: HTMLElement, { covers }: Now): void {
  while (element.children.length > covers.length) element.lastElementChild?.remove();
  while (element.children.length < covers.length) {
    const cover = document.createElement('div');
    cover.className = styles.cover ?? '';
    element.append(cover);
  }
  covers.forEach((cover, index) => {
    const child = element.children[index];
    if (child instanceof HTMLElement) Object.assign(child.style, placed(cover.box, cover.size), coverStyle(cover));
  });
}

function paintLayer({ frame, moved, covers }: Holder, layer: LayerNow | undefined, now: Now, order: number, canvas: Scene['canvas']): void {
  frame.style.visibility = layer ? 'visible' : 'hidden';
  if (!layer) return;
  Object.assign(frame.style, placed(layer.box, canvas), { borderRadius: layer.round ? '50%' : '0', zIndex: String(order) });
  moved.style.transform = viewTransform(layer);
  if (layer.track === 'picture') paintCovers(covers, now);
}

export function createPainter(): Painter {
  const holders = new Map<string, { holder: Holder; source: string; track: Layer['track']; deck: number }>();
  let scene: Scene | null = null;
  let faces: Faces | null = null;
  let over: HTMLElement | null = null;
  let deck = 0;
  let last = 0;

  const paint = (time: number): void => {
    last = time;
    const shown = [...holders.values()].find((held) => held.deck === deck)?.source;
    const now = scene && seenAt(scene, time, shown);
    if (!scene || !now) return;
    for (const held of holders.values()) {
      const index = now.layers.findIndex(({ track }) => track === held.track);
      const isSeen = held.deck === deck && held.source === now.stretch.source;
      paintLayer(held.holder, isSeen ? now.layers[index] : undefined, now, index, scene.canvas);
    }
    if (over && faces) showSvg(over, calloutsSvg(now.callouts, scene.canvas, faces));
  };

  return {
    hold(source, track, holder, of) {
      const key = `${of} ${track}`;
      if (holder) holders.set(key, { holder, source, track, deck: of });
      else holders.delete(key);
      paint(last);
    },
    overlay(element) {
      over = element;
      paint(last);
    },
    setScene(next, letters) {
      scene = next;
      faces = letters;
      paint(last);
    },
    setDeck(next) {
      deck = next;
      paint(last);
    },
    paint,
  };
}
