import { type Block, blockName, outlinedAs, textsOfBlock } from '../blocks/index.ts';
import { clock } from '../clock.ts';
import { type Detail, isName, type Value } from './attributes.ts';
import { type BlockDifference, type Difference, isTouched } from './difference.ts';
import { labelOf } from './labels.ts';
import type { BothNode, Side } from './nodes.ts';
import { shorten } from './shorten.ts';
import type { Recut, Stretch } from './video.ts';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const quote = (text: string): string => `“${shorten(text, 48)}”`;
const joined = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** How a block is named where it cannot be seen: "video “Change the blade”", "text “Take off the cover …”". */
export function nameOfBlock(block: Block): string {
  const name = blockName(block);
  const words = outlinedAs(block) ?? textsOfBlock(block)[0] ?? '';
  return words.trim() === '' || words.toLowerCase() === name ? name : `${name} ${quote(words)}`;
}

const shown = (value: Value): string | null => {
  if (typeof value === 'string') return value === '' || isName(value) ? null : quote(value);
  return typeof value === 'number' ? String(value) : null;
};

/** A thing of a list by the first words that it has. */
function nameOfItem(item: Value): string | null {
  if (typeof item !== 'object' || item === null) return shown(item);
  const { id: _, ...rest } = Array.isArray(item) ? { item: item.find((part) => part) } : item;
  const words = Object.values(rest).find((value) => typeof value === 'string' && value.trim() !== '' && !isName(value));
  return words === undefined ? null : shown(words);
}

/** What a mark of an answer says: of an answer in a list, or of whatever the block says by itself. */
function markSentence({ path, after, of }: Extract<Detail, { is: 'value' }>): string {
  const item = path.slice(0, -1);
  if (path.at(-1) !== 'correct' || typeof item.at(-1) !== 'number') return `${capital(labelOf(path))} was ${after ? 'set' : 'taken away'}.`;
  const words = nameOfItem(of);
  return `${capital(labelOf(item))}${words ? `, ${words},` : ''} ${after ? 'is right now' : 'is not right any more'}.`;
}

const calledOf = (detail: Detail) => ('called' in detail ? detail.called : undefined);

const isNothing = (value: Value): boolean => value === null || value === undefined || value === '';

function valueSentence(detail: Extract<Detail, { is: 'value' }>): string {
  const { path, before, after } = detail;
  const label = detailLabel(detail);
  if (typeof after === 'boolean' || typeof before === 'boolean') return markSentence(detail);
  if (path.at(-1) === 'media') return 'It shows another file.';
  if (isNothing(after) !== isNothing(before)) return `${label}: ${isNothing(after) ? 'taken out' : 'added'}.`;
  const [old, present] = [shown(before), shown(after)];
  return old && present ? `${label}: ${old} became ${present}.` : `${label}: changed.`;
}

/** One changed detail of a block or of the module, in a sentence. */
export function detailSentence(detail: Detail): string {
  if (detail.is === 'kind') return 'It is of another kind.';
  if (detail.is === 'value') return valueSentence(detail);
  const label = detailLabel(detail);
  if (detail.is === 'text') {
    const { before, after } = detail;
    if (before.trim() === '') return `${label}: ${quote(after)} was written.`;
    if (after.trim() === '') return `${label}: ${quote(before)} was taken out.`;
    return Math.max(before.length, after.length) <= 60 ? `${label}: ${quote(before)} became ${quote(after)}.` : `${label}: reworded.`;
  }
  const words = nameOfItem(detail.item);
  const verb = { added: 'is new', removed: 'was taken out', moved: 'stands elsewhere' }[detail.is];
  return `${label}${words ? `, ${words},` : ''} ${verb}.`;
}

const range = ({ from, to }: Stretch): string => `${clock(from)}–${clock(to)}`;

/** How a video became another: where that is known the stretches, else that it did. */
function videoSentence(block: BlockDifference, recut: Recut | null): string {
  const length = (side: Block | null) => (side && 'duration' in side.attrs ? side.attrs.duration : 0);
  const [old, present] = [length(block.before), length(block.after)];
  const by = Math.round(Math.abs(present - old));
  const longer =
    by === 0
      ? `It is ${clock(present)} long, as before.`
      : `It is ${counted(by, 'second')} ${present > old ? 'longer' : 'shorter'}, ${clock(present)} now.`;
  if (!recut) return `Another video. ${longer}`;
  const acts = [
    ...(recut.out.length > 0 ? [`${joined(recut.out.map(range))} taken out`] : []),
    ...(recut.in.length > 0 ? [`${joined(recut.in.map(range))} put in`] : []),
    ...(recut.reordered ? ['parts put in another order'] : []),
  ];
  if (acts.length === 0) return `The video was finished again with the same cuts. ${longer}`;
  return `The video was cut again: ${joined(acts)}. ${longer}`;
}

const isWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
const wordsOn = (node: BothNode, side: Side): string[] => [
  ...(node.text !== undefined && node.side === side ? node.text.split(/\s+/u).filter(isWord) : []),
  ...(node.content ?? []).flatMap((part) => wordsOn(part, side)),
];

/** How much was reworded. */
function textSentence(both: BothNode): string | null {
  const touches = ({ side, content = [] }: BothNode): boolean => side !== 'same' || content.some(touches);
  if (!touches(both)) return null;
  const [out, come] = [wordsOn(both, 'out'), wordsOn(both, 'in')];
  if (out.length > 0 && out.join(' ') === come.join(' ')) return 'Words look different: bold, italic or linked.';
  const acts = [
    ...(out.length > 0 ? [`${counted(out.length, 'word')} taken out`] : []),
    ...(come.length > 0 ? [`${counted(come.length, 'word')} put in`] : []),
  ];
  return acts.length > 0 ? `${capital(joined(acts))}.` : 'Signs or line breaks changed.';
}

/** A block that became another kind of text is called by its kinds; a part within it that did only says so. */
const sentenceOf = (detail: Detail, { before, after }: BlockDifference): string =>
  detail.is === 'kind' && before && after && before.type === detail.before && after.type === detail.after
    ? `It is a ${blockName(after)} now, and was a ${blockName(before)}.`
    : detailSentence(detail);

/** A sentence, and the detail that it tells of where it is one. */
export interface Told {
  sentence: string;
  detail: Detail | null;
}

export const detailLabel = (detail: Detail): string => calledOf(detail)?.label ?? (capital(labelOf(detail.path)) || 'Text');

/** What happened inside a block that is on both sides. */
export function detailsTold(block: BlockDifference): Told[] {
  const isFile = ({ path }: Detail) => path.join() === 'media';
  const video = block.after?.type === 'video' && block.details.some(isFile) ? videoSentence(block, block.recut) : null;
  const text = block.state === 'changed' ? textSentence(block.both) : null;
  return [
    ...(text ? [{ sentence: text, detail: null }] : []),
    ...(video ? [{ sentence: video, detail: null }] : []),
    ...block.details.filter((detail) => !(video && isFile(detail))).map((detail) => ({ sentence: sentenceOf(detail, block), detail })),
  ];
}

/** What happened to a block, above the block itself: "Changed and moved up". */
export function changeLabel({ state, moved, from, to }: BlockDifference): string {
  if (state === 'added') return 'New';
  if (state === 'removed') return 'Taken out';
  const place = moved ? `moved ${(to ?? 0) < (from ?? 0) ? 'up' : 'down'}` : '';
  if (state === 'same') return place ? capital(place) : 'As it was';
  return place ? `Changed and ${place}` : 'Changed';
}

/** What happened to a block, in one sentence with its name. */
export function blockSentence(block: BlockDifference): string {
  const { state, moved, before, after } = block;
  const side = after ?? before;
  const name = side ? capital(nameOfBlock(side)) : '';
  if (state === 'added') return `${name} is new.`;
  if (state === 'removed') return `${name} was taken out.`;
  const place = moved && block.to !== null ? `moved ${block.to < (block.from ?? 0) ? 'up' : 'down'}` : null;
  if (state === 'same') return place ? `${name} was ${place}.` : `${name} is as it was.`;
  return `${name}${place ? ` was ${place}` : ''}: ${detailsTold(block)
    .map(({ sentence }) => sentence)
    .join(' ')}`;
}

/** All changes, a sentence each, in the order of the module. */
export const sentencesOf = ({ fields, blocks }: Difference): string[] => [
  ...fields.map(detailSentence),
  ...blocks.filter(isTouched).map(blockSentence),
];

/** The whole difference in one line: "2 parts new, 1 reworded, 1 moved; the title changed". */
export function summaryOf({ fields, blocks }: Difference): string {
  const count = (test: (block: BlockDifference) => boolean) => blocks.filter(test).length;
  const kinds = [
    { count: count(({ state }) => state === 'added'), word: 'new' },
    { count: count(({ state }) => state === 'changed'), word: 'changed' },
    { count: count(({ moved }) => moved), word: 'moved' },
    { count: count(({ state }) => state === 'removed'), word: 'taken out' },
  ].filter((kind) => kind.count > 0);
  const parts = kinds.map((kind, index) => (index === 0 ? `${counted(kind.count, 'part')} ${kind.word}` : `${kind.count} ${kind.word}`));
  const labels = [...new Set(fields.map((detail) => `the ${calledOf(detail)?.summary ?? labelOf(detail.path)}`))];
  const heads = labels.length > 0 ? [`${joined(labels)} changed`] : [];
  const line = [parts.join(', '), ...heads].filter(Boolean).join('; ');
  return line === '' ? 'Nothing changed.' : `${capital(line)}.`;
}
