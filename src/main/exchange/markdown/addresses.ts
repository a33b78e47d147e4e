import type { Nodes, Root } from 'mdast';
import { parseMarkup } from '../convert/html-nodes.ts';

/** The names that a picture's address in a text can mean as a file beside it: as it stands, and with its escapes undone. */
export function addressed(address: string): string[] {
  if (/^([a-z][a-z0-9+.-]*:|\/|#)/i.test(address)) return [];
  const path = address.split(/[?#]/)[0] ?? '';
  return [...new Set([address, path, decoded(path)])].filter((name) => name !== '').map((name) => name.replace(/^(\.\/)+/, ''));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}

/** All names that the pictures of a text can mean. */
export function pictureNames(root: Root): string[] {
  const names = new Set<string>();
  const walk = (node: Nodes) => {
    if (node.type === 'image' || node.type === 'definition') for (const name of addressed(node.url)) names.add(name);
    if (node.type === 'html')
      for (const address of parseMarkup(node.value).flatMap(sources)) for (const name of addressed(address)) names.add(name);
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(root);
  return [...names];
}

interface Markup {
  nodeName: string;
  attrs?: { name: string; value: string }[];
  childNodes?: unknown[];
}

const sources = (node: unknown): string[] => {
  const { nodeName, attrs, childNodes } = node as Markup;
  const own = nodeName === 'img' ? (attrs ?? []).filter(({ name }) => name === 'src').map(({ value }) => value) : [];
  return [...own, ...(childNodes ?? []).flatMap(sources)];
};
