import { Node } from '@tiptap/core';
import { CalloutTone } from '../model/blocks/callout.ts';
import { type HtmlElement, innerProse } from './prose-content.ts';

/** Prose that stands out. On the clipboard it is an `aside`. */
export const CalloutNode = Node.create({
  name: 'callout',
  group: 'block',
  content: innerProse,
  defining: true,
  addAttributes() {
    return {
      tone: {
        default: 'tip',
        parseHTML: (element: HtmlElement) => CalloutTone.safeParse(element.getAttribute('data-tone')).data ?? 'tip',
        renderHTML: ({ tone }: { tone?: unknown }) => ({ 'data-tone': tone }),
      },
    };
  },
  parseHTML: () => [{ tag: 'aside[data-tone]' }],
  renderHTML: ({ HTMLAttributes }) => ['aside', HTMLAttributes, 0],
});
