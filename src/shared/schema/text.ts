import { wrappingInputRule } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Bold } from '@tiptap/extension-bold';
import { Code } from '@tiptap/extension-code';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { Italic } from '@tiptap/extension-italic';
import { Link } from '@tiptap/extension-link';
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { LinkAddress } from '../model/blocks/inline.ts';

const isLinkAddress = (address: string): boolean => LinkAddress.safeParse(address).success;

/** A link is an address and nothing else: where it opens is the reader's business. */
const ModuleLink = Link.extend({
  addAttributes() {
    return { href: { default: null } };
  },
}).configure({
  openOnClick: false,
  defaultProtocol: 'https',
  HTMLAttributes: { target: null, rel: 'noopener noreferrer' },
  isAllowedUri: (address) => isLinkAddress(address),
  shouldAutoLink: isLinkAddress,
});

/** A list starts at a number of at most four digits; markers are the reader's style sheet's business. */
const ModuleOrderedList = OrderedList.extend({
  addAttributes() {
    return {
      start: {
        default: 1,
        parseHTML: (element: { getAttribute(name: string): string | null }) => {
          const start = element.getAttribute('start') ?? '';
          return /^\d{1,4}$/.test(start) ? Number(start) : 1;
        },
      },
    };
  },
  addInputRules() {
    return [wrappingInputRule({ find: /^(\d{1,4})\.\s$/, type: this.type, getAttributes: (match) => ({ start: Number(match[1]) }) })];
  },
});

/** Prose: what `ModuleDocument` allows, and nothing beside it. A list holds paragraphs and lists, a quote paragraphs. */
export const textExtensions = [
  Document.extend({ content: 'block+' }),
  Paragraph,
  Text,
  Heading.configure({ levels: [2, 3] }),
  BulletList,
  ModuleOrderedList,
  ListItem.extend({ content: 'paragraph (paragraph | bulletList | orderedList)*' }),
  ListKeymap,
  Blockquote.extend({ content: 'paragraph+' }),
  HardBreak,
  Bold,
  Italic,
  Code,
  ModuleLink,
];
