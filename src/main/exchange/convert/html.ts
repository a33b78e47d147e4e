import type { Inline } from '../../../shared/model/blocks/inline.ts';
import {
  attribute,
  descendants,
  type Element,
  isElement,
  isInline,
  looks,
  marksOf,
  type Node,
  parseMarkup,
  plain,
  plainCode,
  refused,
  silent,
} from './html-nodes.ts';
import { type Report, shortened } from './report.ts';
import { heading, type InnerList, type Item, inner, list, paragraph, quote, type Rough, words } from './rough.ts';
import { linked, type Mark, run, tidy, withMark } from './runs.ts';

export interface HtmlSource {
  /** How the place of this text is called in the report. */
  where: string;
  /** Whether headings name the place of what follows them. */
  below?: boolean;
  report: Report;
  /** The file that a picture's address means; null where it is none of this document. */
  picture(address: string): string | null;
}

/** Markup as blocks. It is parsed as a browser does and only read: no piece of it is ever shown. */
export function blocksOfHtml(html: string, source: HtmlSource): Rough[] {
  return blocksOfAll(parseMarkup(html), source);
}

/** A whole document: a heading of the first level at its beginning is its title. */
export function lessonOfHtml(html: string, source: HtmlSource): { title: string; blocks: Rough[] } {
  const nodes = parseMarkup(html).filter((node) => isElement(node) || plain([node]).trim() !== '');
  const [first] = nodes;
  if (!first || !isElement(first) || first.tagName !== 'h1' || !isPlainHeading(first))
    return { title: '', blocks: blocksOfAll(nodes, source) };
  return { title: plain(first.childNodes).replace(/\s+/g, ' ').trim(), blocks: blocksOfAll(nodes.slice(1), source) };
}

const isHeading = (node: Node): node is Element => isElement(node) && /^h[1-6]$/.test(node.tagName);
/** A picture in it would be lost in a title. */
const isPlainHeading = ({ childNodes }: Element): boolean => childNodes.every(isInline);

/** Part by part, so that each heading names the place of what stands below it. */
function blocksOfAll(nodes: readonly Node[], source: HtmlSource): Rough[] {
  const highest = Math.min(...headingsIn(nodes).map(({ tagName }) => Number(tagName[1])));
  let { where } = source;
  return split(nodes).flatMap((part) => {
    const [first] = part;
    if (first && isHeading(first)) where = `below “${shortened(plain(first.childNodes))}”`;
    return blocksOf(part, { ...source, where: source.below ? where : source.where, highest });
  });
}

const headingsIn = (nodes: readonly Node[]): Element[] =>
  nodes.filter(isElement).flatMap((node): Element[] => (/^h[1-6]$/.test(node.tagName) ? [node] : headingsIn(node.childNodes)));

function split(nodes: readonly Node[]): Node[][] {
  const parts: Node[][] = [[]];
  for (const node of nodes) {
    if (isHeading(node)) parts.push([node]);
    else parts.at(-1)?.push(node);
  }
  return parts;
}

/** `highest` is the level of the highest heading around. */
interface Source extends HtmlSource {
  highest: number;
}

function blocksOf(nodes: readonly Node[], source: Source): Rough[] {
  const blocks: Rough[] = [];
  let line: Inline[] = [];
  const endLine = () => {
    const content = tidy(line);
    if (content.length > 0) blocks.push(paragraph(content));
    line = [];
  };
  for (const node of nodes) {
    if (isInline(node)) line.push(...inlinesOf([node], [], source));
    else if (isElement(node)) {
      endLine();
      blocks.push(...blockOf(node, source));
    }
  }
  endLine();
  return blocks;
}

function blockOf(element: Element, source: Source): Rough[] {
  const { tagName, childNodes } = element;
  const { report, where } = source;
  const refusal = refused[tagName];
  if (refusal) {
    const says = tagName === 'script' || tagName === 'style' ? '' : plain(childNodes).trim();
    report.drop(says === '' ? refusal : `${refusal} (“${says.slice(0, 80)}”)`, where, 'A lesson has no place for it.');
    return [];
  }
  if (silent.has(tagName)) return [];
  if (/^h[1-6]$/.test(tagName)) return headingOf(element, source);
  switch (tagName) {
    case 'ul':
    case 'ol': {
      const found = listOf(element, source);
      return [...(found.list ? [list(found.list)] : []), ...found.beside];
    }
    case 'blockquote':
      return quoteOf(childNodes, source);
    case 'pre':
      return [{ type: 'source', text: plainCode(childNodes), language: '', where }];
    case 'table':
      return tableOf(element, source);
    case 'img':
      return pictureOf(element, source);
    case 'hr':
      report.drop('A dividing line', where, 'A lesson is parted by headings.');
      return [];
    default:
      return blocksOf(childNodes, source);
  }
}

/** A lesson has two levels of headings below its title. */
function headingOf({ tagName, childNodes }: Element, source: Source): Rough[] {
  const level = Number(tagName[1]) === source.highest ? 2 : 3;
  const blocks = blocksOf(childNodes, source);
  return blocks.map((block) => (block.type === 'paragraph' ? heading(level, [...(block.content ?? [])]) : block));
}

function quoteOf(nodes: readonly Node[], source: Source): Rough[] {
  const blocks = blocksOf(nodes, source);
  const { lines, beside } = linesAndBeside(blocks);
  return [...(lines.length > 0 ? [quote(lines)] : []), ...beside];
}

/** What can stand inside a quote or a list is a paragraph; the words of lists and headings become some, the rest stands behind it. */
function linesAndBeside(blocks: readonly Rough[]): { lines: Inline[][]; beside: Rough[] } {
  const lines: Inline[][] = [];
  const beside: Rough[] = [];
  for (const block of blocks) {
    if (block.type === 'paragraph' || block.type === 'heading') lines.push([...(block.content ?? [])]);
    else if (block.type === 'bulletList' || block.type === 'orderedList' || block.type === 'blockquote') lines.push(...linesIn(block));
    else beside.push(block);
  }
  return { lines, beside };
}

function linesIn(node: { type: string; content?: readonly unknown[] | undefined }): Inline[][] {
  if (node.type === 'paragraph') return [(node.content ?? []) as Inline[]];
  return (node.content ?? []).flatMap((child) => linesIn(child as { type: string; content?: unknown[] }));
}

function listOf(element: Element, source: Source): { list: InnerList | null; beside: Rough[] } {
  const beside: Rough[] = [];
  const content: Item[] = [];
  for (const child of element.childNodes) {
    if (!isElement(child)) continue;
    // Old programs write a list beside the item it belongs to.
    const item = child.tagName === 'ul' || child.tagName === 'ol' ? itemOf([child], source) : itemOf(child.childNodes, source);
    beside.push(...item.beside);
    content.push(item.item);
  }
  if (content.length === 0) return { list: null, beside };
  const start = Number.parseInt(attribute(element, 'start'), 10);
  if (element.tagName === 'ul') return { list: { type: 'bulletList', content }, beside };
  return { list: { type: 'orderedList', content, ...(start > 1 && start < 10_000 && { attrs: { start } }) }, beside };
}

/** An item begins with a paragraph; what is no text and no list stands behind the whole list. */
function itemOf(nodes: readonly Node[], source: Source): { item: Item; beside: Rough[] } {
  const beside: Rough[] = [];
  const content: Item['content'] = [];
  for (const part of runsOf(nodes)) {
    const [only] = part;
    if (only && part.length === 1 && isElement(only) && (only.tagName === 'ul' || only.tagName === 'ol')) {
      const nested = listOf(only, source);
      if (nested.list) content.push(nested.list);
      beside.push(...nested.beside);
      continue;
    }
    const found = linesAndBeside(blocksOf(part, source));
    content.push(...found.lines.map(inner));
    beside.push(...found.beside);
  }
  if (content[0]?.type !== 'paragraph') content.unshift(inner([]));
  return { item: { type: 'listItem', content }, beside };
}

/** Lists by themselves, and what stands between them together. */
function runsOf(nodes: readonly Node[]): Node[][] {
  const runs: Node[][] = [];
  let open: Node[] = [];
  for (const node of nodes) {
    if (isElement(node) && (node.tagName === 'ul' || node.tagName === 'ol')) {
      if (open.length > 0) runs.push(open);
      runs.push([node]);
      open = [];
    } else open.push(node);
  }
  return open.length > 0 ? [...runs, open] : runs;
}

function tableOf(table: Element, source: Source): Rough[] {
  const beside: Rough[] = [];
  const rowElements = descendants(table, 'tr');
  const caption = descendants(table, 'caption').flatMap(({ childNodes }) => blocksOf(childNodes, source));
  const rows = rowElements.map((row) =>
    row.childNodes.filter(isElement).map((cell) => {
      if (attribute(cell, 'colspan') > '1' || attribute(cell, 'rowspan') > '1')
        source.report.drop('Joined cells of a table', source.where, 'Every cell stands by itself; the words are in the first.');
      const found = linesAndBeside(blocksOf(cell.childNodes, source));
      beside.push(...found.beside);
      return found.lines.flatMap((line, index) => (index === 0 ? line : [{ type: 'hardBreak' } as const, ...line]));
    }),
  );
  const headed = rowElements[0]?.childNodes.filter(isElement).every(({ tagName }) => tagName === 'th') ?? false;
  const filled = rows.filter((row) => row.length > 0);
  const widest = Math.max(0, ...filled.map((row) => row.length));
  const even = filled.map((row) => [...row, ...Array.from({ length: widest - row.length }, (): Inline[] => [])]);
  return [...caption, ...(even.length > 0 ? [{ type: 'rows' as const, rows: even, headed, where: source.where }] : []), ...beside];
}

function pictureOf(element: Element, { picture, report, where }: Source): Rough[] {
  const address = attribute(element, 'src');
  const alt = attribute(element, 'alt').trim();
  const file = picture(address);
  if (file !== null) return [{ type: 'picture', file, alt, where }];
  const shown = address.startsWith('data:') ? 'written into the page' : address.slice(0, 100) || 'without an address';
  report.drop(`A picture (${alt || shown})`, where, 'Only pictures that are in the file itself, or beside it, are taken.');
  return alt === '' ? [] : [paragraph(words(`[${alt}]`))];
}

function inlinesOf(nodes: readonly Node[], marks: readonly Mark[], source: Source): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (node.nodeName === '#text' && 'value' in node) return run(node.value.replace(/[\t\n\r ]+/g, ' '), marks);
    if (!isElement(node)) return [];
    const { tagName, childNodes } = node;
    if (tagName === 'br') return [{ type: 'hardBreak' }];
    if (tagName === 'a') {
      const href = attribute(node, 'href');
      // An anchor within the page has no address of its own.
      return inlinesOf(childNodes, href === '' || href.startsWith('#') ? marks : linked(marks, href, source.where, source.report), source);
    }
    const look = looks[tagName];
    if (look && plain(childNodes).trim() !== '')
      source.report.drop(
        `The look of “${plain(childNodes).trim().slice(0, 60)}” (${look})`,
        source.where,
        'A lesson marks words bold, italic or as code. The words stay.',
      );
    const mark = marksOf[tagName];
    return inlinesOf(childNodes, mark ? withMark(marks, mark) : marks, source);
  });
}
