/** HTML as plain data, so that what is judged needs no browser: elements by their lower-case names, and text. */
export interface HtmlElement {
  tag: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly HtmlNode[];
}
export type HtmlNode = HtmlElement | string;

export const element = (tag: string, children: readonly HtmlNode[], attributes: HtmlElement['attributes'] = {}): HtmlElement => ({
  tag,
  attributes,
  children,
});

export const wordsOf = (node: HtmlNode): string => (typeof node === 'string' ? node : node.children.map(wordsOf).join(''));

/** What an element's `style` says of one property, in lower case; empty where it says nothing. */
export function styleOf({ attributes: { style = '' } }: HtmlElement, property: string): string {
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon > 0 && declaration.slice(0, colon).trim().toLowerCase() === property)
      return declaration
        .slice(colon + 1)
        .trim()
        .toLowerCase();
  }
  return '';
}
