import { element, type HtmlNode } from './tree.ts';

const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;

function read(node: Node): HtmlNode[] {
  if (node.nodeType === Node.TEXT_NODE) return [node.textContent ?? ''];
  if (!isElement(node)) return [];
  const attributes = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
  return [element(node.localName, [...node.childNodes].flatMap(read), attributes)];
}

/** HTML as data. The document it is read in is inert: nothing in it runs, and nothing is fetched. */
export const readHtml = (html: string): HtmlNode[] => [...new DOMParser().parseFromString(html, 'text/html').body.childNodes].flatMap(read);

function write(inert: Document, node: HtmlNode): Node {
  if (typeof node === 'string') return inert.createTextNode(node);
  const made = inert.createElement(node.tag);
  for (const [name, value] of Object.entries(node.attributes)) made.setAttribute(name, value);
  made.append(...node.children.map((child) => write(inert, child)));
  return made;
}

/** Data as HTML, for the editor's own reader of clipboards. */
export function writeHtml(nodes: readonly HtmlNode[]): string {
  const inert = document.implementation.createHTMLDocument();
  inert.body.append(...nodes.map((node) => write(inert, node)));
  return inert.body.innerHTML;
}
