import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import type { Mapping } from '@tiptap/pm/transform';

/** A place in the document that waits for something to come: `from` and `to` are the same where nothing will be replaced. */
export interface HeldPlace {
  from: number;
  to: number;
}

interface Held {
  /** In the order in which they were asked for. */
  places: ReadonlyMap<number, HeldPlace>;
  /** The place that the next change fills. */
  filling: number | null;
}

type Word = { is: 'hold'; id: number; place: HeldPlace } | { is: 'fill'; id: number } | { is: 'release'; id: number };

const key = new PluginKey<Held>('heldPlaces');

/** `behind`: what is put in at this place comes before it. */
function moved({ from, to }: HeldPlace, mapping: Mapping, behind: boolean): HeldPlace {
  const side = behind ? 1 : -1;
  if (from === to) return { from: mapping.map(from, side), to: mapping.map(from, side) };
  const [start, end] = [mapping.mapResult(from, 1), mapping.mapResult(to, -1)];
  // What was to be replaced is gone; what somebody wrote instead of it stays.
  if (end.pos <= start.pos || (start.deletedAfter && end.deletedBefore)) return { from: end.pos, to: end.pos };
  return { from: start.pos, to: end.pos };
}

/** Whoever writes on writes behind a held place. What was asked for later comes behind what was asked for before. */
function follow({ places, filling }: Held, mapping: Mapping): Held {
  const after = (id: number) => filling !== null && id > filling;
  return { places: new Map([...places].map(([id, place]) => [id, moved(place, mapping, after(id))])), filling: null };
}

function heed(held: Held, word: Word): Held {
  const places = new Map(held.places);
  if (word.is === 'fill') return { places, filling: word.id };
  if (word.is === 'hold') places.set(word.id, word.place);
  else places.delete(word.id);
  return { places, filling: null };
}

/** Keeps places in the document for what takes a while to come, such as pictures, while one writes on. */
export const HeldPlaces = Extension.create({
  name: 'heldPlaces',
  addProseMirrorPlugins: () => [
    new Plugin<Held>({
      key,
      state: {
        init: () => ({ places: new Map(), filling: null }),
        apply(transaction, held) {
          const word: Word | undefined = transaction.getMeta(key);
          const told = word?.is === 'fill' ? heed(held, word) : held;
          const followed = transaction.docChanged && held.places.size > 0 ? follow(told, transaction.mapping) : told;
          return word && word.is !== 'fill' ? heed(followed, word) : followed;
        },
      },
    }),
  ],
});

let last = 0;
export const newPlaceId = (): number => {
  last += 1;
  return last;
};

const said = (tr: Transaction, word: Word): Transaction => tr.setMeta(key, word);
/** Holds a place of the document as it is after the transaction, or moves a held one there. */
export const holdPlace = (tr: Transaction, id: number, { from, to }: HeldPlace): Transaction =>
  said(tr, { is: 'hold', id, place: { from, to } });
/** This transaction fills the place, or where it changes nothing the next that does. */
export const fillPlace = (tr: Transaction, id: number): Transaction => said(tr, { is: 'fill', id });
export const releasePlace = (tr: Transaction, id: number): Transaction => said(tr, { is: 'release', id });
/** Where a held place is by now. */
export const heldPlace = (state: EditorState, id: number): HeldPlace | null => key.getState(state)?.places.get(id) ?? null;
