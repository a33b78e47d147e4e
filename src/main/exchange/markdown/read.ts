import type { BlockContent, Blockquote, Definition, DefinitionContent, Html, List, ListItem, Root, RootContent, Table } from 'mdast';
import type { Inline } from '../../../shared/model/blocks/inline.ts';
import { blocksOfHtml } from '../convert/html.ts';
import { createReport, shortened } from '../convert/report.ts';
import { type Converted, heading, type InnerList, type Item, inner, list, paragraph, quote, type Rough, words } from '../convert/rough.ts';
import { tidy } from '../convert/runs.ts';
import { blocksOfLine, type MarkdownSource, placeOf } from './lines.ts';
import { headOf } from './parse.ts';

/** A parsed Markdown text as a lesson. `picture` says which file an address means, or null. */
export function readMarkdown(root: Root, picture: (address: string) => string | null): Converted {
  const report = createReport();
  const head = headOf(root, report);
  const definitions = new Map(
    root.children.filter((node): node is Definition => node.type === 'definition').map((node) => [node.identifier, node]),
  );
  const source: MarkdownSource = { report, definitions, picture };
  const nodes = root.children.filter(({ type }) => type !== 'yaml' && type !== 'definition');
  const [first] = nodes;
  // Without a head the first line is what a text is called.
  const titled = head.title === '' && first?.type === 'heading' && first.depth === 1;
  const title = titled ? wordsOf(first, source) : head.title;
  return {
    title,
    objective: head.objective,
    language: head.language,
    blocks: blocksOf(titled ? nodes.slice(1) : nodes, source),
    dropped: report.dropped,
  };
}

const wordsOf = (node: Extract<RootContent, { type: 'heading' }>, source: MarkdownSource): string =>
  blocksOfLine(node.children, source, paragraph)
    .flatMap((block) => (block.type === 'paragraph' ? (block.content ?? []) : []))
    .map((inline) => (inline.type === 'text' ? inline.text : ' '))
    .join('')
    .trim();

const blocksOf = (nodes: readonly RootContent[], source: MarkdownSource): Rough[] => nodes.flatMap((node) => blockOf(node, source));

function blockOf(node: RootContent, source: MarkdownSource): Rough[] {
  const { report } = source;
  const where = placeOf(node);
  switch (node.type) {
    case 'paragraph':
      return blocksOfLine(node.children, source, paragraph);
    case 'heading':
      return blocksOfLine(node.children, source, (content) => heading(node.depth <= 2 ? 2 : 3, content));
    case 'list':
      return listBlocks(node, source);
    case 'blockquote':
      return quoteBlocks(node, source);
    case 'code':
      return [{ type: 'source', text: node.value, language: node.lang ?? '', where }];
    case 'table':
      return tableBlocks(node, source);
    case 'html':
      return markupBlocks(node, source);
    case 'thematicBreak':
      report.drop('A dividing line', where, 'A lesson is parted by headings.');
      return [];
    case 'footnoteDefinition':
      return noted(blocksOf(node.children, source), `[${node.label ?? node.identifier}] `);
    default:
      report.drop('A piece of Markdown', where, 'It is of a kind that is not known here.');
      return [];
  }
}

/** A footnote stands where its text stands, behind its number. */
function noted([first, ...rest]: Rough[], number: string): Rough[] {
  if (first?.type !== 'paragraph') return [paragraph(words(number.trim())), ...(first ? [first] : []), ...rest];
  return [paragraph(tidy([...words(number), ...(first.content ?? [])])), ...rest];
}

function markupBlocks({ value, ...node }: Html, { report, picture }: MarkdownSource): Rough[] {
  const where = placeOf(node as Html);
  if (/^<!--[\s\S]*-->\s*$/.test(value)) {
    report.drop(`A remark (“${shortened(value.replace(/<!--|-->/g, ''))}”)`, where, 'Readers do not see remarks.');
    return [];
  }
  return blocksOfHtml(value, { where, report, picture });
}

interface Lines {
  lines: Inline[][];
  beside: Rough[];
}

/** The lines of what stands in a quote, an item or a cell; what cannot stand there comes behind. */
function linesOf(nodes: readonly (BlockContent | DefinitionContent)[], source: MarkdownSource): Lines {
  const lines: Inline[][] = [];
  const beside: Rough[] = [];
  for (const block of blocksOf(nodes, source)) {
    if (block.type === 'paragraph' || block.type === 'heading') lines.push([...(block.content ?? [])]);
    else beside.push(block);
  }
  return { lines, beside };
}

function quoteBlocks({ children }: Blockquote, source: MarkdownSource): Rough[] {
  const { lines, beside } = linesOf(children, source);
  return [...(lines.length > 0 ? [quote(lines)] : []), ...beside];
}

const isTask = ({ checked }: ListItem): boolean => typeof checked === 'boolean';

function listBlocks(node: List, source: MarkdownSource): Rough[] {
  const beside: Rough[] = [];
  if (node.children.every((item) => isTask(item) && item.children.every(({ type }) => type === 'paragraph'))) {
    const items = node.children.map((item) => {
      const found = linesOf(item.children, source);
      beside.push(...found.beside);
      return found.lines.flatMap((line, index) => (index === 0 ? line : [{ type: 'hardBreak' } as const, ...line]));
    });
    if (node.children.some(({ checked }) => checked))
      source.report.drop('Which boxes are ticked', placeOf(node), 'Every learner ticks for herself.');
    return [{ type: 'tasks', items, where: placeOf(node) }, ...beside];
  }
  return [list(innerList(node, source, beside)), ...beside];
}

function innerList(node: List, source: MarkdownSource, beside: Rough[]): InnerList {
  const content = node.children.map((item) => itemOf(item, source, beside));
  if (!node.ordered) return { type: 'bulletList', content };
  const start = node.start ?? 1;
  return { type: 'orderedList', content, ...(start > 1 && start < 10_000 && { attrs: { start } }) };
}

function itemOf(item: ListItem, source: MarkdownSource, beside: Rough[]): Item {
  if (isTask(item)) source.report.drop('A box to tick', placeOf(item), 'It stands in a list with other things.');
  const content: Item['content'] = [];
  for (const child of item.children) {
    if (child.type === 'list') content.push(innerList(child, source, beside));
    else {
      const found = linesOf([child], source);
      content.push(...found.lines.map(inner));
      beside.push(...found.beside);
    }
  }
  if (content[0]?.type !== 'paragraph') content.unshift(inner([]));
  return { type: 'listItem', content };
}

function tableBlocks(node: Table, source: MarkdownSource): Rough[] {
  const beside: Rough[] = [];
  const rows = node.children.map(({ children }) =>
    children.map((cell): Inline[] => {
      const blocks = blocksOfLine(cell.children, source, paragraph);
      beside.push(...blocks.filter(({ type }) => type !== 'paragraph'));
      return blocks.flatMap((block) => (block.type === 'paragraph' ? (block.content ?? []) : []));
    }),
  );
  return [{ type: 'rows', rows, headed: true, where: placeOf(node) }, ...beside];
}
