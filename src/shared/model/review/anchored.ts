import type { Block } from '../blocks/index.ts';
import type { ModuleContent } from '../module.ts';
import type { Anchor, AnchorOf } from './anchor.ts';
import { type Cuts, takeTimeOf } from './moment.ts';
import { findExact, quoteAt } from './quote.ts';
import { aboutBlock, findBlock, picturesOf, printOf, sightOf, wordsOf } from './spoken.ts';

const onBlock = (block: Block): AnchorOf<'block'> => ({
  kind: 'block',
  blockId: block.attrs.id,
  about: aboutBlock(block),
  print: printOf(block),
});

/** Words that are not found as they were marked (a label of the player among them) leave the comment on its block, with the words kept. */
function onText(anchor: AnchorOf<'text'>, block: Block): Anchor {
  const words = wordsOf(block);
  const range = findExact(words, anchor.quote, anchor.start);
  if (!range) return { ...onBlock(block), about: `“${anchor.quote.exact}”`.slice(0, 300) };
  return { kind: 'text', blockId: block.attrs.id, about: aboutBlock(block), quote: quoteAt(words, range), ...range };
}

function onMoment({ from, to }: AnchorOf<'moment'>, block: Block, cuts: Cuts): Anchor {
  if (block.type !== 'video') return onBlock(block);
  const { media, duration } = block.attrs;
  const start = Math.min(from, duration);
  const end = to === undefined || to <= start ? undefined : Math.min(to, duration);
  const stretch = { from: start, ...(end !== undefined && end > start && { to: end }) };
  const edit = cuts(media);
  const take = edit ? takeTimeOf(stretch, edit) : undefined;
  return { kind: 'moment', blockId: block.attrs.id, about: aboutBlock(block), media, duration, ...stretch, ...(take && { take }) };
}

/** On the picture that was marked; on the first one where the marked one is none of the block's. */
function onRegion({ area, media: marked }: AnchorOf<'region'>, block: Block): Anchor {
  const pictures = picturesOf(block);
  const media = pictures.includes(marked) ? marked : pictures[0];
  if (media === undefined) return onBlock(block);
  return { kind: 'region', blockId: block.attrs.id, about: aboutBlock(block), print: sightOf(block), media, area };
}

/**
 * An anchor as the content on screen says it is, whatever else came with it; null where its block is not there.
 * Whoever takes a comment in from outside passes its anchor through here.
 */
export function anchored(anchor: Anchor, content: ModuleContent, cuts: Cuts = () => null): Anchor | null {
  if (anchor.kind === 'module') return { kind: 'module' };
  const block = findBlock(content, anchor.blockId);
  if (!block) return null;
  switch (anchor.kind) {
    case 'block':
      return onBlock(block);
    case 'text':
      return onText(anchor, block);
    case 'region':
      return onRegion(anchor, block);
    case 'moment':
      return onMoment(anchor, block, cuts);
  }
}
