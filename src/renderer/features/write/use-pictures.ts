import { NodeSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { useState } from 'react';
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
    setError(null);
    setWaiting((number) => number + 1);
    try {
      for (const file of files) {
        const { hash, width, height } = await uploadPicture(file);
        const picture = view.state.schema.nodes.image?.create({ media: hash, alt: '', decorative: false, width, height });
        if (!picture) continue;
        const place = behindBlock(view, at);
        const { tr } = view.state;
        tr.insert(place, picture);
        // Selected, so that the next thing is added behind it.
        view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, place)).scrollIntoView());
      }
    } catch (cause) {
      setError(cause);
    } finally {
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
