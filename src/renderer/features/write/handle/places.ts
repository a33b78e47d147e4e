import type { EditorView } from '@tiptap/pm/view';

/** A block of the document with its place on the screen. */
export interface BlockPlace {
  /** Where it begins in the document. */
  at: number;
  top: number;
  bottom: number;
}

/** The blocks of the document in their order. */
export function placesOf(view: EditorView): BlockPlace[] {
  const places: BlockPlace[] = [];
  view.state.doc.forEach((_, at) => {
    const dom = view.nodeDOM(at);
    if (!(dom instanceof HTMLElement)) return;
    const { top, bottom } = dom.getBoundingClientRect();
    places.push({ at, top, bottom });
  });
  return places;
}

/** The block beside a height on the screen: the last that begins above it, or the first. */
export function placeBeside(places: readonly BlockPlace[], y: number): BlockPlace | undefined {
  return places.findLast(({ top }) => top <= y) ?? places[0];
}

/** Between which blocks something falls that is let go at a height: before the first block whose middle lies below it. */
export function gapAt(places: readonly BlockPlace[], y: number): { index: number; y: number } {
  const index = places.findIndex(({ top, bottom }) => y < (top + bottom) / 2);
  const last = places.at(-1);
  if (index === -1) return { index: places.length, y: last?.bottom ?? y };
  const [above, below] = [places[index - 1], places[index]];
  return { index, y: above && below ? (above.bottom + below.top) / 2 : (below?.top ?? y) };
}
