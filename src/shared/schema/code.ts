import { CodeBlock } from '@tiptap/extension-code-block';
import { longestLanguage } from '../model/blocks/code.ts';

interface Pre {
  getAttribute(name: string): string | null;
  firstElementChild: { getAttribute(name: string): string | null } | null;
}

const languageIn = (classes: string | null | undefined): string => /(?:^|\s)language-(\S+)/.exec(classes ?? '')?.[1] ?? '';

/** Code as it stands. Tab indents; Escape and then Tab leaves. */
export const CodeNode = CodeBlock.extend({
  addAttributes: () => ({
    language: {
      default: '',
      parseHTML: (element: Pre) =>
        (element.getAttribute('data-language') ?? languageIn(element.firstElementChild?.getAttribute('class'))).slice(0, longestLanguage),
      renderHTML: ({ language }: { language?: unknown }) => (language ? { 'data-language': language } : {}),
    },
  }),
  renderHTML: ({ HTMLAttributes }) => ['pre', HTMLAttributes, ['code', {}, 0]],
}).configure({ enableTabIndentation: true, tabSize: 2, defaultLanguage: '' });
