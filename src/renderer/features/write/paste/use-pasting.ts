import type { EditorView } from '@tiptap/pm/view';
import { useState } from 'react';
import { picturesIn } from '../upload-picture.ts';
import type { Pictures } from '../use-pictures.ts';
import { readHtml, writeHtml } from './html.ts';
import { judge } from './judge.ts';
import { saysAnything, withPictures } from './take.ts';

export interface Pasting {
  /** What the last paste left behind, in words. */
  dropped: string[];
  forget(): void;
  error: unknown;
  /** Takes in what is pasted; answers whether it did. */
  take(view: EditorView, event: ClipboardEvent): boolean;
}

/** What is copied within a module comes back as it is: the editor marks it so, and the schema judges it in any case. */
const isOwn = (html: string): boolean => html.includes('data-pm-slice');

/** Takes in what other programs put on the clipboard, and keeps account of what it left behind. */
export function usePasting(pictures: Pictures): Pasting {
  const [dropped, setDropped] = useState<string[]>([]);
  const [error, setError] = useState<unknown>(null);

  const paste = async (view: EditorView, html: string, files: File[]) => {
    const judged = judge(readHtml(html), files.length);
    // Office puts a picture of the words beside them. Only where there are no words is the picture what was meant.
    if (!saysAnything(judged) && judged.pictures.length === 0 && files.length > 0) {
      pictures.take(files, view);
      return;
    }
    setError(null);
    try {
      const content = judged.pictures.length > 0 ? await withPictures(judged, files) : judged.content;
      if (!view.isDestroyed) view.pasteHTML(writeHtml(content));
    } catch (cause) {
      setError(cause);
    }
    setDropped(judged.dropped.words);
  };

  return {
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
