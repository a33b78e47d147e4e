import { z } from 'zod';
import { Id } from '../ids.ts';
import { type Say, sayInlines } from '../translation/wording.ts';
import { type Inline, identified, inlines, textOf } from './inline.ts';
import type { BlockKind } from './kind.ts';

export const Paragraph = z.object({ type: z.literal('paragraph'), attrs: identified, content: inlines });
export const Heading = z.object({
  type: z.literal('heading'),
  attrs: identified.extend({ level: z.union([z.literal(2), z.literal(3)]) }),
  content: inlines,
});

/** Inside another block a paragraph needs no id, and keeps the one it has for the day it is lifted out. */
export const InnerParagraph = z.object({
  type: z.literal('paragraph'),
  attrs: z.object({ id: Id.nullish() }).optional(),
  content: inlines,
});
type ListItem = { type: 'listItem'; content: (z.infer<typeof InnerParagraph> | InnerList)[] };
type InnerList = {
  type: 'bulletList' | 'orderedList';
  attrs?: { id?: string | null | undefined; start?: number | undefined } | undefined;
  content: ListItem[];
};
const ListItem: z.ZodType<ListItem> = z.lazy(() =>
  z.object({ type: z.literal('listItem'), content: z.array(z.union([InnerParagraph, InnerList])).min(1) }),
);
/** A list inside another block. */
export const InnerList: z.ZodType<InnerList> = z.lazy(() =>
  z.object({
    type: z.enum(['bulletList', 'orderedList']),
    attrs: z.object({ id: Id.nullish(), start: z.int().optional() }).optional(),
    content: z.array(ListItem).min(1),
  }),
);
export const BulletList = z.object({ type: z.literal('bulletList'), attrs: identified, content: z.array(ListItem).min(1) });
export const OrderedList = z.object({
  type: z.literal('orderedList'),
  attrs: identified.extend({ start: z.int().optional() }),
  content: z.array(ListItem).min(1),
});
export const Quote = z.object({ type: z.literal('blockquote'), attrs: identified, content: z.array(InnerParagraph).min(1) });

/** Prose within another block: paragraphs and lists. */
export const innerProse = z.array(z.union([InnerParagraph, InnerList])).min(1);

/** A line within a block, and a point of a list, into which nothing is written yet. */
export const emptyLine = (id: string) => ({ type: 'paragraph' as const, attrs: { id } });
export const emptyPoint = (id: string): ListItem => ({ type: 'listItem', content: [emptyLine(id)] });

interface Written {
  content?: readonly unknown[] | undefined;
}

const isInline = (node: unknown): boolean => ['text', 'hardBreak'].includes((node as { type: string }).type);

/** The lines of a node: a paragraph is one, a list one for each paragraph in it. */
export function linesOf(node: unknown): string[] {
  const { content = [] } = node as { content?: unknown[] };
  return content.some(isInline) ? [textOf(node)] : content.flatMap(linesOf);
}

interface AnyNode {
  type: string;
  attrs?: { id?: unknown } | undefined;
  content?: readonly unknown[] | undefined;
}

/** A line that has a name is known by it, wherever it is moved to. */
function keyIn({ attrs }: AnyNode, at: string, index: number): string {
  if (typeof attrs?.id === 'string') return attrs.id;
  return at === '' ? String(index) : `${at}.${index}`;
}

/** A node with all its lines said anew. Titles of sections hold no breaks. */
export function sayLines<N>(node: N, say: Say, at = ''): N {
  const { type, content } = node as AnyNode;
  if (!content) return node;
  if (content.some(isInline)) return { ...node, content: sayInlines(say, at || 'text', content as Inline[], type !== 'accordionTitle') };
  return { ...node, content: (content as AnyNode[]).map((part, index) => sayLines(part, say, keyIn(part, at, index))) };
}

/** Whether anything is written in a node, at any depth. */
export const saysSomething = (node: Written): boolean => textOf(node).trim() !== '';

/** What is asked of a kind that is prose and nothing else. */
export const prose = <B extends Written>(name: string): BlockKind<B> => ({
  name,
  texts: linesOf,
  said: sayLines,
  media: () => [],
  seconds: () => 0,
  tells: saysSomething,
  outlined: () => null,
});

export const paragraphKind = prose<z.infer<typeof Paragraph>>('text');
export const headingKind: BlockKind<z.infer<typeof Heading>> = {
  ...prose('heading'),
  tells: () => false,
  waits: (block) => !saysSomething(block),
  outlined: (block) => textOf(block) || 'Heading',
};
export const bulletListKind = prose<z.infer<typeof BulletList>>('list');
export const orderedListKind = prose<z.infer<typeof OrderedList>>('list');
export const quoteKind = prose<z.infer<typeof Quote>>('quote');
