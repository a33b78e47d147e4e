import canonicalize from 'canonicalize';
import type { Block } from '../blocks/index.ts';
import type { EditList } from '../edit/list.ts';
import { withoutHints } from '../guidance.ts';
import { kindOfRule } from '../lint/words.ts';
import type { ModuleContent } from '../module.ts';
import { type Detail, detailsBetween, type Value } from './attributes.ts';
import { asNode, type BothNode, onOneSide } from './nodes.ts';
import { paired } from './order.ts';
import { translationDetails } from './translations.ts';
import { bothNodes } from './trees.ts';
import { type Recut, recutBetween } from './video.ts';

/** A block on one side or both. */
export interface BlockDifference {
  id: string;
  state: 'same' | 'added' | 'removed' | 'changed';
  /** Stands in another order among the blocks that stayed. */
  moved: boolean;
  before: Block | null;
  after: Block | null;
  /** Its places among the blocks of each side, from zero. */
  from: number | null;
  to: number | null;
  /** Both sides of what it holds, words told apart; what `renderDifference` of the player shows. */
  both: BothNode;
  /** How its attributes differ, those of parts in it too. */
  details: Detail[];
  /** How its video was cut again; null where that is not known, or it has another one. */
  recut: Recut | null;
}

export interface Difference {
  /** Title, objective, language, what it says in other languages and whatever else it says of itself; empty where all are as they were. */
  fields: Detail[];
  /** All blocks in one row: in the order of the later side, and what was taken out where it stood. */
  blocks: BlockDifference[];
}

/** What is known of videos beyond the module. */
export interface Known {
  /** The edit list that a video was finished from, if anyone remembers. */
  list?(video: string): EditList | null;
}

/** Details of a block and of the parts in it. An id says nothing to a reader. */
function detailsOf({ type, attrs, was, content = [] }: BothNode, language: string): Detail[] {
  const own = was
    ? [
        ...(was.type === type ? [] : [{ is: 'kind' as const, path: [], before: was.type, after: type }]),
        ...detailsBetween((was.attrs ?? {}) as Value, (attrs ?? {}) as Value, [], language),
      ]
    : [];
  return [...own, ...content.flatMap((part) => (part.side === 'same' ? detailsOf(part, language) : []))];
}

const readsAnew = ({ side, content = [] }: BothNode): boolean => side !== 'same' || content.some(readsAnew);

function recutOf(before: Block, after: Block, { list }: Known): Recut | null {
  const video = ({ type, attrs }: Block) => (type === 'video' && 'media' in attrs ? attrs.media : null);
  const [earlier, later] = [video(before), video(after)];
  if (!list || !earlier || !later || earlier === later) return null;
  const [old, present] = [list(earlier), list(later)];
  return old && present && recutBetween(old, present);
}

function changed(
  before: Block,
  after: Block,
  language: string,
  known: Known,
): Pick<BlockDifference, 'state' | 'both' | 'details' | 'recut'> {
  if (canonicalize(before) === canonicalize(after))
    return { state: 'same', both: onOneSide(asNode(after), 'same'), details: [], recut: null };
  const both = bothNodes(asNode(before), asNode(after), language);
  const details = detailsOf(both, language);
  const state = details.length > 0 || readsAnew(both) ? 'changed' : 'same';
  return { state, both, details, recut: recutOf(before, after, known) };
}

function blocksBetween(before: readonly Block[], after: readonly Block[], language: string, known: Known): BlockDifference[] {
  return paired(before, after, (block) => block.attrs.id).flatMap(({ before: old, after: present, ...place }): BlockDifference[] => {
    const block = present ?? old;
    if (!block) return [];
    const whole = { id: block.attrs.id, before: old, after: present, ...place };
    if (old && present) return [{ ...whole, ...changed(old, present, language, known) }];
    const side = present ? 'in' : 'out';
    return [{ ...whole, state: present ? 'added' : 'removed', both: onOneSide(asNode(block), side), details: [], recut: null }];
  });
}

/** What a module says of itself, beside its blocks and translations, with every part called as a reader knows it. */
function fieldsOf({ body: _, translations: __, freshness = {}, kept = [], ...head }: ModuleContent): Value {
  const words = kept.map(({ rule, because }): [string, string] => [`word on “${kindOfRule(rule)}”`, because]);
  return { ...head, freshness, kept: Object.fromEntries(words) };
}

/**
 * What has to be read again where `before` became `after`. Blocks are told apart by their ids, which survive edits; blocks
 * of any kind are compared, by their words where they hold text and by their attributes. Never throws, whatever the two hold.
 */
export function differenceBetween(before: ModuleContent, after: ModuleContent, known: Known = {}): Difference {
  // What was asked of the writer is no part of what she wrote.
  const [old, present] = [withoutHints(before), withoutHints(after)];
  return {
    fields: [...detailsBetween(fieldsOf(old), fieldsOf(present), [], after.language), ...translationDetails(before, after)],
    blocks: blocksBetween(old.body.content, present.body.content, after.language, known),
  };
}

export const isTouched = ({ state, moved }: BlockDifference): boolean => state !== 'same' || moved;

/** Both read the same. */
export const nothingChanged = ({ fields, blocks }: Difference): boolean => fields.length === 0 && !blocks.some(isTouched);
