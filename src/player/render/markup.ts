import { domOutputSpecToHTMLString } from '@tiptap/static-renderer/pm/html-string';

type Value = string | number | null | undefined;

/**
 * Markup as data: `[tag, attributes, …children]`. A string is always text, `0` the place of what is rendered inside.
 * It becomes a string in Node (`toHtml`) and elements in a page (ProseMirror's `DOMSerializer.renderSpec`);
 * either way nothing in it can become a tag that is not written here.
 */
export type Markup = readonly [tag: string, attributes: Readonly<Record<string, Value>>, ...children: (Markup | string | 0)[]];

/** Elements that are written without an end. */
const empty = new Set(['img', 'input', 'br', 'track']);

/** The serializer closes childless elements by `/>`, which HTML reads as open; an empty text keeps the end tag. */
const closed = ([tag, attributes, ...children]: Markup): Markup => [
  tag,
  attributes,
  ...(children.length === 0 && !empty.has(tag) ? [''] : children.map((child) => (typeof child === 'object' ? closed(child) : child))),
];

/** Safari takes a list that shows no bullets and no numbers of its own for none, unless it is said. */
export const listed = { role: 'list' } as const;

/** Words as they were typed into a field: each line that says something is a paragraph. */
export const paragraphs = (text: string): Markup[] =>
  text.split('\n').flatMap((words): Markup[] => (words.trim() === '' ? [] : [['p', {}, words.trim()]]));

export const toHtml = (markup: Markup, inside: string | string[] = ''): string =>
  domOutputSpecToHTMLString(closed(markup) as readonly [string, ...unknown[]])(inside);
