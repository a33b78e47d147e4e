import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { assertDepth } from '../../../shared/model/depth.ts';
import type { Mark } from './runs.ts';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

export const isElement = (node: Node): node is Element => 'tagName' in node;
export const attribute = ({ attrs }: Element, name: string): string => attrs.find((one) => one.name === name)?.value ?? '';

/** What has no place in a lesson, and how a person calls it. Neither it nor what is in it is taken. */
export const refused: Record<string, string> = {
  script: 'A script',
  style: 'A style sheet',
  iframe: 'A page inside the page',
  object: 'An embedded object',
  embed: 'An embedded object',
  applet: 'An embedded object',
  video: 'An embedded video',
  audio: 'An embedded sound',
  canvas: 'A drawing',
  svg: 'A drawing',
  math: 'A formula',
  form: 'A form',
  input: 'A form field',
  select: 'A form field',
  textarea: 'A form field',
  button: 'A button',
  template: 'A template',
  noscript: 'A text for pages without scripts',
};
export const silent = new Set(['head', 'title', 'meta', 'link', 'base', 'wbr', 'col', 'colgroup']);

export const marksOf: Record<string, Mark> = {
  strong: { type: 'bold' },
  b: { type: 'bold' },
  em: { type: 'italic' },
  i: { type: 'italic' },
  cite: { type: 'italic' },
  code: { type: 'code' },
  kbd: { type: 'code' },
  samp: { type: 'code' },
};
/** A look that a lesson's text does not have: the words stay. */
export const looks: Record<string, string> = {
  u: 'underlining',
  ins: 'underlining',
  s: 'striking out',
  strike: 'striking out',
  del: 'striking out',
  sup: 'raised text',
  sub: 'lowered text',
  mark: 'highlighting',
};
const inlineTags = new Set([
  ...Object.keys(marksOf),
  ...Object.keys(looks),
  'a',
  'span',
  'br',
  'small',
  'label',
  'font',
  'abbr',
  'q',
  'time',
  'big',
  'tt',
  'var',
]);

/** Throws TooDeep, as all do that read markup. */
export function parseMarkup(html: string): Node[] {
  const { childNodes } = parseFragment(html);
  assertDepth<Node>(childNodes, (node) => (isElement(node) ? node.childNodes : []));
  return childNodes;
}

/** The words of some nodes, without any markup. */
export const plain = (nodes: readonly Node[]): string =>
  nodes
    .map((node) => {
      if (node.nodeName === '#text' && 'value' in node) return node.value;
      if (!isElement(node) || node.tagName in refused) return '';
      return inlineTags.has(node.tagName) && node.tagName !== 'br' ? plain(node.childNodes) : ` ${plain(node.childNodes)} `;
    })
    .join('');

/** The words of some markup, without any of it. */
export const textOfHtml = (html: string): string => plain(parseMarkup(html)).replace(/\s+/g, ' ').trim();

/** Whether a node stands in a line of text; a picture does not, because here it is a block. */
export function isInline(node: Node): boolean {
  if (!isElement(node)) return true;
  return inlineTags.has(node.tagName) && node.childNodes.every(isInline);
}

/** The words of a listing, line by line. */
export const plainCode = (nodes: readonly Node[]): string =>
  nodes
    .map((node) => {
      if (node.nodeName === '#text' && 'value' in node) return node.value;
      if (!isElement(node)) return '';
      return node.tagName === 'br' ? '\n' : plainCode(node.childNodes);
    })
    .join('')
    .replace(/^\n|\n$/g, '');

/** Elements of a name below one; a table inside a cell is not looked into. */
export const descendants = (element: Element, tagName: string): Element[] =>
  element.childNodes.filter(isElement).flatMap((child) => {
    if (child.tagName === tagName) return [child];
    return ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? descendants(child, tagName) : [];
  });
