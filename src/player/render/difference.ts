import { type JSONContent, Mark } from '@tiptap/core';
import type { BlockDifference, Difference } from '../../shared/model/difference/difference.ts';
import type { BothNode } from '../../shared/model/difference/nodes.ts';
import type { Piece } from '../../shared/model/difference/text.ts';
import { detailLabel, detailSentence, detailsTold, type Told } from '../../shared/model/difference/words.ts';
import type { Around } from './around.ts';
import { type Markup, toHtml } from './markup.ts';
import { renderNodes } from './module.ts';

/** Two marks that a module itself never wears. They may be on whole nodes, which the schema of a module would not allow. */
const sideMarks = [Mark.create({ name: 'in', renderHTML: () => ['ins', 0] }), Mark.create({ name: 'out', renderHTML: () => ['del', 0] })];

/** The mark goes to the words and to what has none, such as a picture: a list has no place for it between itself and its items. */
function marked({ side, was: _, content, marks = [], ...node }: BothNode): JSONContent {
  if (content?.length) return { ...node, content: content.map(marked) } as JSONContent;
  return { ...node, marks: side === 'same' ? marks : [{ type: side }, ...marks] } as JSONContent;
}

/**
 * Both sides of a block as a learner would see it, with `<ins>` and `<del>` around what came and went. How attributes differ
 * is said by `detailsMarkup`: a question or a video is shown as it is now, or as it was where it is gone.
 */
export const renderDifference = ({ both }: Pick<BlockDifference, 'both'>, around: Around): string =>
  renderNodes({ type: 'doc', content: [marked(both)] }, around, sideMarks);

const tags = { in: 'ins', out: 'del' } as const;

/** Two plain texts in one. */
const bothMarkup = (pieces: readonly Piece[]): Markup[] =>
  pieces.map(({ side, text }): Markup => (side === 'same' ? ['span', {}, text] : [tags[side], {}, text]));

/** A sentence; of words that were reworded, the words themselves. */
function entry({ sentence, detail }: Told): Markup {
  if (detail?.is !== 'text' || detail.before.trim() === '' || detail.after.trim() === '') return ['li', {}, sentence];
  return ['li', {}, `${detailLabel(detail)}: `, ...bothMarkup(detail.pieces)];
}

const list = (told: readonly Told[]): Markup | null => (told.length > 0 ? ['ul', { class: 'sh-changes' }, ...told.map(entry)] : null);

/** How the attributes of a block that is on both sides differ, one line each. Null where they do not. */
export const detailsMarkup = (block: BlockDifference): Markup | null => list(detailsTold(block));

/** The same for what a module says of itself: its title, its objective. */
export const fieldsMarkup = ({ fields }: Difference): Markup | null =>
  list(fields.map((detail) => ({ detail, sentence: detailSentence(detail) })));

const written = (markup: Markup | null): string => (markup ? toHtml(markup) : '');

export const renderDetails = (block: BlockDifference): string => written(detailsMarkup(block));
export const renderFields = (difference: Difference): string => written(fieldsMarkup(difference));
