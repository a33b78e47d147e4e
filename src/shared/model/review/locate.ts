import type { Block } from '../blocks/index.ts';
import { shownStretch, type VideoBlock } from '../blocks/video.ts';
import type { ModuleContent } from '../module.ts';
import type { Anchor, AnchorOf, Quote } from './anchor.ts';
import { type Cuts, remapped, type Stretch } from './moment.ts';
import { findAlike, findExact, isOnlyOne, quoteAt, type Range, standsThere } from './quote.ts';
import { findBlock, picturesOf, printOf, sightOf, wordsOf } from './spoken.ts';

/** Where a comment stands in a module as it is now. */
export interface Place {
  /** same: what it spoke of is as it was · changed: it reads or looks differently · gone: it is not there any more. */
  now: 'same' | 'changed' | 'gone';
  /** The top-level block it stands beside; null for the whole module, and where the block is gone. */
  blockId: string | null;
  /** Characters in `wordsOf` the block. */
  range?: Range;
  /** Seconds of the video's file as it is now. */
  stretch?: Stretch;
  /** Where in its file that which the video shows begins, in seconds; absent where it shows all of it. */
  begins?: number;
  /** Found by likeness or proportion: look before you trust it. */
  guessed?: boolean;
}

const noCuts: Cuts = () => null;
const gone: Place = { now: 'gone', blockId: null };

/** Letters of a quote that one knows again in its own block by itself, whatever was written around it. */
const telling = 12;
/** The same in any other block, where it may have been said all along. */
const tellingElsewhere = 32;
/** Letters below which it is not worth looking elsewhere. */
const wordy = 8;

function movedTo({ body }: ModuleContent, { quote, blockId: was }: AnchorOf<'text'>): Place {
  if (quote.exact.trim().length < wordy) return gone;
  const found = body.content.flatMap((block) => {
    const words = wordsOf(block);
    const range = block.attrs.id === was ? null : findExact(words, quote);
    return range
      ? [{ blockId: block.attrs.id, range, sure: standsThere(words, quote, range) || isOnlyOne(words, quote, tellingElsewhere) }]
      : [];
  });
  const sure = found.filter((each) => each.sure);
  const [only, another] = sure.length > 0 ? sure : found;
  if (!only || another) return gone;
  const { blockId, range } = only;
  return only.sure ? { now: 'same', blockId, range } : { now: 'changed', blockId, range, guessed: true };
}

function placeOfText(anchor: AnchorOf<'text'>, block: Block, content: ModuleContent): Place {
  const words = wordsOf(block);
  const blockId = block.attrs.id;
  const { quote, start } = anchor;
  const range = findExact(words, quote, start);
  if (range && (standsThere(words, quote, range) || isOnlyOne(words, quote, telling))) return { now: 'same', blockId, range };
  const moved = movedTo(content, anchor);
  if (moved.now === 'same') return moved;
  const alike = findAlike(words, quote, start);
  return { now: 'changed', blockId, ...(alike && { range: alike, guessed: true }) };
}

/** A player stops a little after the end of the part that it shows, never so much later. */
const slack = 0.5;

/** Whether anything of a stretch of the file is in the part that is shown. */
function isShown({ from, to = from }: Stretch, { attrs }: VideoBlock): boolean {
  if (!attrs.part) return true;
  const shown = shownStretch(attrs);
  return to >= shown.from - slack && from <= shown.to + slack;
}

function placeOfMoment(anchor: AnchorOf<'moment'>, block: Block, cuts: Cuts): Place {
  const blockId = block.attrs.id;
  if (block.type !== 'video') return { now: 'gone', blockId };
  const here = { from: anchor.from, ...(anchor.to !== undefined && { to: anchor.to }) };
  const { stretch, sure } = block.attrs.media === anchor.media ? { stretch: here, sure: true } : remapped(anchor, block.attrs, cuts);
  if (!stretch || !isShown(stretch, block)) return { now: 'gone', blockId };
  const place = { blockId, stretch, ...(block.attrs.part && { begins: shownStretch(block.attrs).from }) };
  return sure ? { now: 'same', ...place } : { now: 'changed', ...place, guessed: true };
}

function placeOfRegion(anchor: AnchorOf<'region'>, block: Block): Place {
  const blockId = block.attrs.id;
  if (!picturesOf(block).includes(anchor.media)) return { now: picturesOf(block).length > 0 ? 'changed' : 'gone', blockId };
  return { now: anchor.print === undefined || anchor.print === sightOf(block) ? 'same' : 'changed', blockId };
}

/**
 * Follows an anchor into a module as it is now: through the id of its block, the words of its quote, the edit of its video.
 * Nothing is lost in silence: what cannot be found is `gone`, with the block where that at least is still there.
 */
export function locate(anchor: Anchor, content: ModuleContent, cuts: Cuts = noCuts): Place {
  if (anchor.kind === 'module') return { now: 'same', blockId: null };
  const block = findBlock(content, anchor.blockId);
  if (!block) return anchor.kind === 'text' ? movedTo(content, anchor) : gone;
  switch (anchor.kind) {
    case 'block':
      return { now: anchor.print === undefined || anchor.print === printOf(block) ? 'same' : 'changed', blockId: block.attrs.id };
    case 'text':
      return placeOfText(anchor, block, content);
    case 'region':
      return placeOfRegion(anchor, block);
    case 'moment':
      return placeOfMoment(anchor, block, cuts);
  }
}

/** The words at a place as they stand there now, with what is around them; null where it is no place of words. */
export function wordsAt({ blockId, range }: Place, content: ModuleContent): Quote | null {
  const block = blockId && range ? findBlock(content, blockId) : undefined;
  return block && range ? quoteAt(wordsOf(block), range) : null;
}
