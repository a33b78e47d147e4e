import { NodeSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { useState } from 'react';
import { fillPlace, heldPlace, holdPlace, newPlaceId, releasePlace } from './held-places.ts';
import { picturesIn, uploadPicture } from './upload-picture.ts';

export interface Pictures {
  busy: boolean;
  error: unknown;
  /** Hands pictures to the studio and puts them into the document; answers whether there were any. */
  take(files: Iterable<File> | null | undefined, view: EditorView, at?: number): boolean;
}

/** Behind the block at a place: a picture never splits a paragraph. */
function behindBlock(view: EditorView, at: number): number {
  const place = view.state.doc.resolve(Math.min(at, view.state.doc.content.size));
  return place.depth === 0 ? place.pos : place.after(1);
}

export function usePictures(): Pictures {
  const [waiting, setWaiting] = useState(0);
  const [error, setError] = useState<unknown>(null);

  const insert = async (files: File[], view: EditorView, at: number) => {
    const id = newPlaceId();
    const hold = (place: number) => view.dispatch(holdPlace(view.state.tr, id, { from: place, to: place }));
    hold(behindBlock(view, at));
    setError(null);
    setWaiting((number) => number + 1);
    let { selection } = view.state;
    try {
      for (const file of files) {
        const { hash, width, height } = await uploadPicture(file);
        const held = heldPlace(view.state, id);
        const picture = view.state.schema.nodes.image?.create({ media: hash, alt: '', decorative: false, width, height });
        if (view.isDestroyed || !held || !picture) return;
        const place = behindBlock(view, held.from);
        const tr = fillPlace(view.state.tr.insert(place, picture), id);
        // Selected, so that the next thing is added behind it; but not where one has gone on writing meanwhile.
        const isStill = view.state.selection.eq(selection);
        view.dispatch(isStill ? tr.setSelection(NodeSelection.create(tr.doc, place)).scrollIntoView() : tr);
        if (isStill) selection = view.state.selection;
        hold(place + picture.nodeSize);
      }
    } catch (cause) {
      setError(cause);
    } finally {
      if (!view.isDestroyed) view.dispatch(releasePlace(view.state.tr, id));
      setWaiting((number) => number - 1);
    }
  };

  return {
    busy: waiting > 0,
    error,
    take(list, view, at = view.state.selection.to) {
      const files = picturesIn(list);
      if (files.length > 0) void insert(files, view, at);
      return files.length > 0;
    },
  };
}
