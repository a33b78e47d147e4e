import { Node, wrappingInputRule } from '@tiptap/core';
import { liftListItem, splitListItem } from '@tiptap/pm/schema-list';

const CheckItem = Node.create({
  name: 'checkItem',
  content: 'paragraph',
  defining: true,
  parseHTML: () => [{ tag: 'li[data-check]', priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ['li', { ...HTMLAttributes, 'data-check': '' }, 0],
  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => splitListItem(this.type)(editor.state, editor.view.dispatch),
      'Shift-Tab': ({ editor }) => liftListItem(this.type)(editor.state, editor.view.dispatch),
      Backspace: ({ editor }) => {
        const { $from, empty } = editor.state.selection;
        const atStart = empty && $from.parentOffset === 0 && $from.depth > 1 && $from.node(-1).type === this.type;
        return atStart && liftListItem(this.type)(editor.state, editor.view.dispatch);
      },
    };
  },
});

/** Points that a learner ticks. What she ticked is hers and no part of the module. */
const Checklist = Node.create({
  name: 'checklist',
  group: 'block',
  content: 'checkItem+',
  parseHTML: () => [{ tag: 'ul[data-checklist]', priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ['ul', { ...HTMLAttributes, 'data-checklist': '' }, 0],
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*\[ ?\]\s$/, type: this.type })];
  },
});

export const checklistNodes = [Checklist, CheckItem];
