import { z } from 'zod';
import { Id } from '../ids.ts';
import { identified, inlines, textOf } from './inline.ts';
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

interface Written {
  content?: readonly unknown[] | undefined;
}

const isInline = (node: unknown): boolean => ['text', 'hardBreak'].includes((node as { type: string }).type);

/** The lines of a node: a paragraph is one, a list one for each paragraph in it. */
export function linesOf(node: unknown): string[] {
  const { content = [] } = node as { content?: unknown[] };
  return content.some(isInline) ? [textOf(node)] : content.flatMap(linesOf);
}

/** Whether anything is written in a node, at any depth. */
export const saysSomething = (node: Written): boolean => textOf(node).trim() !== '';

/** What is asked of a kind that is prose and nothing else. */
export const prose = (name: string): BlockKind<Written> => ({
  name,
  texts: linesOf,
  media: () => [],
  seconds: () => 0,
  tells: saysSomething,
  outlined: () => null,
});

export const paragraphKind = prose('text');
export const headingKind: BlockKind<Written> = { ...prose('heading'), tells: () => false, outlined: (block) => textOf(block) || 'Heading' };
export const listKind = prose('list');
export const quoteKind = prose('quote');
