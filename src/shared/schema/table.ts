import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { widestCell } from '../model/blocks/table.ts';
import type { HtmlElement } from './prose-content.ts';

/** Over how many columns or rows a pasted cell says that it reaches; nonsense counts as one. */
const span = (name: string) => ({
  default: 1,
  parseHTML: (element: HtmlElement) => {
    const said = Number(element.getAttribute(name) ?? 1);
    return Number.isInteger(said) && said >= 1 && said <= widestCell ? said : 1;
  },
});

/** Columns are as wide as what is in them; how cells look is the reader's style sheet's business. */
const cell = { content: 'paragraph+', addAttributes: () => ({ colspan: span('colspan'), rowspan: span('rowspan') }) };

const caption = {
  default: '',
  parseHTML: (element: HtmlElement & { querySelector(selector: string): { textContent: string | null } | null }) =>
    (element.querySelector('caption')?.textContent ?? '').replace(/\s+/gu, ' ').trim().slice(0, 200),
  rendered: false,
};

/** `@tiptap/extension-table` with a caption and without widths. The caption travels as one, also on the clipboard. */
export const tableNodes = [
  Table.extend({
    addAttributes: () => ({ caption }),
    addKeyboardShortcuts() {
      return {
        ...this.parent?.(),
        'Mod-Alt-ArrowUp': () => this.editor.commands.addRowBefore(),
        'Mod-Alt-ArrowDown': () => this.editor.commands.addRowAfter(),
        'Mod-Alt-ArrowLeft': () => this.editor.commands.addColumnBefore(),
        'Mod-Alt-ArrowRight': () => this.editor.commands.addColumnAfter(),
        'Mod-Alt-Backspace': () => this.editor.commands.deleteRow(),
        'Mod-Alt-Delete': () => this.editor.commands.deleteColumn(),
      };
    },
    renderHTML: ({ node, HTMLAttributes }) => [
      'table',
      HTMLAttributes,
      ...(node.attrs.caption ? [['caption', {}, node.attrs.caption]] : []),
      ['tbody', 0],
    ],
  }).configure({ allowTableNodeSelection: true }),
  TableRow,
  TableCell.extend(cell),
  TableHeader.extend(cell),
];
