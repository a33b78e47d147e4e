import { Node } from '@tiptap/core';
import { colleagueLine } from '../model/blocks/colleague-quote.ts';
import { MediaHash } from '../model/ids.ts';
import type { HtmlElement } from './prose-content.ts';

const said = (name: string) => ({
  default: '',
  parseHTML: (element: HtmlElement) => colleagueLine.safeParse(element.getAttribute(`data-${name}`) ?? '').data ?? '',
  renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name}`]: attributes[name] }),
});

const photo = {
  default: null,
  parseHTML: (element: HtmlElement) => MediaHash.safeParse(element.getAttribute('data-photo')).data ?? null,
  renderHTML: ({ photo: hash }: { photo?: unknown }) => (typeof hash === 'string' ? { 'data-photo': hash } : {}),
};

/** What a colleague says: the words are prose, who says it are attributes. */
export const ColleagueQuoteNode = Node.create({
  name: 'colleagueQuote',
  group: 'block',
  content: 'paragraph+',
  defining: true,
  addAttributes: () => ({ name: said('name'), role: said('role'), photo }),
  parseHTML: () => [{ tag: 'blockquote[data-colleague]', priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ['blockquote', { ...HTMLAttributes, 'data-colleague': '' }, 0],
});
