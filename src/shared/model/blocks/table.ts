import { z } from 'zod';
import { line } from '../ids.ts';
import { sayText } from '../translation/wording.ts';
import { identified } from './inline.ts';
import type { BlockKind } from './kind.ts';
import { InnerParagraph, linesOf, sayLines, saysSomething } from './prose.ts';

/** Over more columns or rows than this no cell reaches; what claims to is not believed. */
export const widestCell = 100;
const Span = z.int().min(1).max(widestCell);

const Cell = z.object({
  type: z.enum(['tableCell', 'tableHeader']),
  attrs: z.object({ colspan: Span, rowspan: Span }),
  content: z.array(InnerParagraph).min(1),
});
const Row = z.object({ type: z.literal('tableRow'), content: z.array(Cell).optional() });

export const Table = z.object({
  type: z.literal('table'),
  attrs: identified.extend({ caption: line(200) }),
  content: z.array(Row).min(1),
});
export type TableBlock = z.infer<typeof Table>;

export const tableKind: BlockKind<TableBlock> = {
  name: 'table',
  texts: (block) => [block.attrs.caption, ...linesOf(block)],
  said: ({ attrs, ...block }, say) => sayLines({ ...block, attrs: { ...attrs, caption: sayText(say, 'caption', attrs.caption) } }, say),
  media: () => [],
  seconds: () => 0,
  tells: saysSomething,
  waits: ({ content }) => !content.every(saysSomething),
  outlined: ({ attrs }) => attrs.caption || 'Table',
};
