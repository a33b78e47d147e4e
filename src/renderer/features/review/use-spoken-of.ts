import { type RefObject, useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import type { Shown } from '../../../player/marking/pictures.ts';
import { markedIn } from '../../../player/marking/quote.ts';
import { markRegion } from '../../../player/marking/region.ts';
import type { Block } from '../../../shared/model/blocks/index.ts';
import { shownStretch } from '../../../shared/model/blocks/video.ts';
import { Anchor, type Quote } from '../../../shared/model/review/anchor.ts';
import { stretchWords } from '../../../shared/model/review/words.ts';

/** Only the hash is of the right form: what an anchor says of the module is made anew where the comment is kept. */
const unknown = '0'.repeat(64);

export const SpokenOf = z.object({
  anchor: Anchor,
  /** In words, for who comments; null for the part as a whole. */
  words: z.string().nullable(),
});
export type SpokenOf = z.infer<typeof SpokenOf>;

/**
 * What of a part a comment speaks of: the words that are marked, the moment at which its video stands, a part of its picture, or all
 * of it. `before` is what it spoke of when it was begun.
 */
export function useSpokenOf(block: Block | null, before: SpokenOf | null, onMarked: () => void) {
  const blockId = block?.attrs.id;
  const whole: SpokenOf = { anchor: blockId ? { kind: 'block', blockId } : { kind: 'module' }, words: null };
  const [spoken, setSpoken] = useState<SpokenOf>(before ?? whole);
  const unmark = useRef<(() => void) | null>(null);
  useEffect(() => () => unmark.current?.(), []);

  const clear = () => {
    unmark.current?.();
    unmark.current = null;
  };
  const speak = (anchor: Anchor, words: string) => setSpoken({ anchor, words });
  return {
    spoken,
    ofWords(quote: Quote) {
      if (blockId) speak({ kind: 'text', blockId, quote, start: 0, end: 0 }, `“${quote.exact}”`);
    },
    ofStretch(from: number, duration: number, to?: number) {
      if (!blockId) return;
      const stretch = { from, ...(to !== undefined && to > from && { to }) };
      speak(
        { kind: 'moment', blockId, media: unknown, duration, ...stretch },
        `At ${stretchWords(stretch, block?.type === 'video' ? shownStretch(block.attrs).from : 0)}`,
      );
    },
    ofRegion(picture: Shown) {
      if (!blockId) return;
      clear();
      unmark.current = markRegion(picture, {
        onChange: (area) => speak({ kind: 'region', blockId, media: picture.media, area }, 'A part of the picture'),
        onDone: onMarked,
      });
    },
    ofAll() {
      clear();
      setSpoken(whole);
    },
    clear,
  };
}

/** The words that are marked in a part. Going to a button takes the marking away, so what was marked last in it still counts. */
export function useMarkedWords(body: RefObject<HTMLElement | null>) {
  const [quote, setQuote] = useState<Quote | null>(null);
  useEffect(() => {
    const read = () => {
      const now = body.current && markedIn(body.current);
      const elsewhere = document.getSelection()?.isCollapsed === false;
      if (now || elsewhere) setQuote(now);
    };
    document.addEventListener('selectionchange', read);
    return () => document.removeEventListener('selectionchange', read);
  }, [body]);
  return { quote, forget: () => setQuote(null) };
}
