import { Block, textsOfBlock } from '../blocks/index.ts';
import { textOf } from '../blocks/inline.ts';
import type { ModuleContent } from '../module.ts';
import type { Anchor } from './anchor.ts';
import type { ReviewComment } from './comment.ts';
import { locate } from './locate.ts';
import type { Range } from './quote.ts';
import { findBlock, wordsOf } from './spoken.ts';

/** A stretch of one line of a block. `nth` tells lines of the same words from each other. */
interface LineRange extends Range {
  line: string;
  nth: number;
}

/** The line a range lies in, or null where it goes over more than one. */
function inLine(block: Block, { start, end }: Range): LineRange | null {
  let begin = 0;
  const before: string[] = [];
  for (const line of textsOfBlock(block)) {
    if (start >= begin && end <= begin + line.length) {
      return { line, nth: before.filter((each) => each === line).length, start: start - begin, end: end - begin };
    }
    before.push(line);
    begin += line.length + 1;
  }
  return null;
}

interface InlineNode {
  type: string;
  text?: string;
  marks?: unknown;
}

const lengthOf = (node: InlineNode): number => node.text?.length ?? 0;

/** Inline nodes with other words in a range; these take the marks of what stood at its beginning. */
function rewritten(nodes: readonly InlineNode[], { start, end }: Range, words: string): InlineNode[] {
  const out: InlineNode[] = [];
  let at = 0;
  let placed = words === '';
  for (const node of nodes) {
    const [from, to] = [at, at + lengthOf(node)];
    at = to;
    if (node.text === undefined || to <= start || from >= end) {
      // What holds no words and stands in the middle of those that go goes with them.
      if (node.text !== undefined || from <= start || from >= end) out.push(node);
      continue;
    }
    const head = node.text.slice(0, Math.max(0, start - from));
    const tail = node.text.slice(Math.max(0, end - from));
    const put = placed ? '' : words;
    placed = true;
    const text = head + put + (to >= end ? tail : '');
    if (text !== '') out.push({ ...node, text });
  }
  return out;
}

const isInline = (nodes: readonly unknown[]): nodes is InlineNode[] =>
  nodes.length > 0 && nodes.every((node) => ['text', 'hardBreak'].includes(String((node as InlineNode | null)?.type)));

/** What holds no words of a reader's, even where it reads like some. */
const wordless = new Set(['type', 'id', 'kind', 'media', 'marks', 'href']);

/** A copy of a block's JSON with the range of that line replaced, wherever in it the line is written. */
function replaceLine(block: Block, place: LineRange, words: string): unknown {
  let left = place.nth;
  const isIt = (text: string): boolean => text === place.line && left-- === 0;
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return isIt(value) ? value.slice(0, place.start) + words + value.slice(place.end) : value;
    if (Array.isArray(value)) {
      if (!isInline(value)) return value.map(walk);
      return isIt(value.map(textOf).join('')) ? rewritten(value, place, words) : value;
    }
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, wordless.has(key) ? inner : walk(inner)]));
  };
  return walk(block);
}

/** Where other words can stand in place of those an anchor speaks of: in one line, which reads as it did. */
function replaceable(anchor: Anchor, content: ModuleContent): { block: Block; place: LineRange } | null {
  if (anchor.kind !== 'text' && anchor.kind !== 'block') return null;
  const { now, blockId, range } = locate(anchor, content);
  const block = now === 'same' && blockId ? findBlock(content, blockId) : undefined;
  if (!block) return null;
  const place = inLine(block, range ?? { start: 0, end: wordsOf(block).length });
  return place && { block, place };
}

/** Whether wording can be suggested for what an anchor speaks of. */
export const takesSuggestion = (anchor: Anchor, content: ModuleContent): boolean => replaceable(anchor, content) !== null;

/** The words a suggestion would replace; null where it cannot be taken, because the words were changed since or are gone. */
export function replacedWords({ anchor }: Pick<ReviewComment, 'anchor'>, content: ModuleContent): string | null {
  const found = replaceable(anchor, content);
  return found ? found.place.line.slice(found.place.start, found.place.end) : null;
}

/** The block as a comment suggests it; null where the suggestion cannot be taken, or would leave no valid block. */
export function suggestedBlock({ anchor, suggestion }: Pick<ReviewComment, 'anchor' | 'suggestion'>, content: ModuleContent): Block | null {
  const found = suggestion === undefined ? null : replaceable(anchor, content);
  if (!found || suggestion === undefined) return null;
  return Block.safeParse(replaceLine(found.block, found.place, suggestion)).data ?? null;
}

/** The module with a comment's suggestion taken; null where it cannot be. */
export function applySuggestion(content: ModuleContent, comment: Pick<ReviewComment, 'anchor' | 'suggestion'>): ModuleContent | null {
  const block = suggestedBlock(comment, content);
  if (!block) return null;
  const blocks = content.body.content.map((each) => (each.attrs.id === block.attrs.id ? block : each));
  return { ...content, body: { ...content.body, content: blocks } };
}
