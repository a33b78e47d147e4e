import { NodeSelection, type Selection, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { useState } from 'react';
import { fillPlace, type HeldPlace, heldPlace, holdPlace, newPlaceId, releasePlace } from '../held-places.ts';
import { picturesIn } from '../upload-picture.ts';
import type { Pictures } from '../use-pictures.ts';
import { readHtml, writeHtml } from './html.ts';
import { judge } from './judge.ts';
import { saysAnything, withPictures } from './take.ts';

export interface Pasting {
  /** Pictures of a paste are on their way. */
  busy: boolean;
  /** What the last paste left behind, in words. */
  dropped: string[];
  forget(): void;
  error: unknown;
  /** Takes in what is pasted; answers whether it did. */
  take(view: EditorView, event: ClipboardEvent): boolean;
}

/** What is copied within a module comes back as it is: the editor marks it so, and the schema judges it in any case. */
const isOwn = (html: string): boolean => html.includes('data-pm-slice');

function selected(view: EditorView, like: Selection, { from, to }: HeldPlace): Selection {
  const { doc } = view.state;
  const node = doc.nodeAt(from);
  if (like instanceof NodeSelection && node && NodeSelection.isSelectable(node)) return NodeSelection.create(doc, from);
  return TextSelection.between(doc.resolve(from), doc.resolve(to));
}

/** Pastes as soon as it is ready, where it was asked for; whoever wrote on meanwhile goes on where she is. */
async function pasteThere(view: EditorView, ready: Promise<string>): Promise<void> {
  const { selection: asked } = view.state;
  const [place, own] = [newPlaceId(), newPlaceId()];
  view.dispatch(holdPlace(view.state.tr, place, asked));
  try {
    const html = await ready;
    const held = heldPlace(view.state, place);
    if (view.isDestroyed || !held) return;
    const { selection: now } = view.state;
    const isElsewhere = !now.eq(asked) || now.from !== held.from || now.to !== held.to;
    if (isElsewhere) {
      view.dispatch(holdPlace(view.state.tr, own, now));
      view.dispatch(view.state.tr.setSelection(selected(view, asked, held)));
    }
    view.dispatch(fillPlace(view.state.tr, place));
    view.pasteHTML(html);
    const back = heldPlace(view.state, own);
    if (back) view.dispatch(view.state.tr.setSelection(selected(view, now, back)));
  } finally {
    for (const id of [place, own]) if (!view.isDestroyed) view.dispatch(releasePlace(view.state.tr, id));
  }
}

/** Takes in what other programs put on the clipboard, and keeps account of what it left behind. */
export function usePasting(pictures: Pictures): Pasting {
  const [dropped, setDropped] = useState<string[]>([]);
  const [error, setError] = useState<unknown>(null);
  const [waiting, setWaiting] = useState(0);

  const paste = async (view: EditorView, html: string, files: File[]) => {
    const judged = judge(readHtml(html), files.length);
    // Office puts a picture of the words beside them. Only where there are no words is the picture what was meant.
    if (!saysAnything(judged) && judged.pictures.length === 0 && files.length > 0) {
      pictures.take(files, view);
      return;
    }
    setError(null);
    setWaiting((number) => number + 1);
    try {
      if (judged.pictures.length > 0) await pasteThere(view, withPictures(judged, files).then(writeHtml));
      else view.pasteHTML(writeHtml(judged.content));
    } catch (cause) {
      setError(cause);
    } finally {
      setWaiting((number) => number - 1);
    }
    setDropped(judged.dropped.words);
  };

  return {
    busy: waiting > 0,
    dropped,
    forget: () => setDropped([]),
    error,
    take(view, { clipboardData }) {
      const html = clipboardData?.getData('text/html') ?? '';
      if (html === '' || isOwn(html)) return pictures.take(picturesIn(clipboardData?.files), view);
      // Code is text and takes text.
      if (view.state.selection.$from.parent.type.spec.code) return false;
      void paste(view, html, picturesIn(clipboardData?.files));
      return true;
    },
  };
}
