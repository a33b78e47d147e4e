import { type DefaultTreeAdapterTypes as Html, parse } from 'parse5';
import { element, type HtmlNode } from '../../../../../src/renderer/features/write/paste/tree.ts';

const isElement = (node: Html.ChildNode): node is Html.Element => 'tagName' in node;

function read(node: Html.ChildNode): HtmlNode[] {
  if (node.nodeName === '#text') return [(node as Html.TextNode).value];
  if (!isElement(node)) return [];
  return [element(node.tagName, node.childNodes.flatMap(read), Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])))];
}

/** HTML as a browser reads it, without a browser. */
export function parseHtml(html: string): HtmlNode[] {
  const page = parse(html).childNodes.find((node) => node.nodeName === 'html') as Html.Element;
  const body = page.childNodes.find((node) => node.nodeName === 'body') as Html.Element;
  return body.childNodes.flatMap(read);
}

/** Short for reading in a test: `<p>Words</p>`. */
export const shown = (nodes: readonly HtmlNode[]): string =>
  nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${value}"`);
      return `<${node.tag}${attributes.join('')}>${shown(node.children)}</${node.tag}>`;
    })
    .join('');
