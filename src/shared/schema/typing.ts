import { Extension } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import { NodeSelection, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state';

/** A paragraph with these words behind the block that is selected as a whole, or null where none is. */
export function besideBlock({ selection, schema, tr }: EditorState, text: string): Transaction | null {
  const { paragraph } = schema.nodes;
  // Within a list or a cell a selected line is replaced as ever.
  if (!(selection instanceof NodeSelection) || !selection.node.isBlock || selection.$from.depth > 0 || !paragraph) return null;
  const behind = selection.to;
  tr.insert(behind, paragraph.create(null, schema.text(text)));
  return tr.setSelection(TextSelection.create(tr.doc, behind + 1 + text.length)).scrollIntoView();
}

/** Typing never takes a picture, a video or a question away: where one is selected, the words go into a new paragraph behind it. */
export const TypingBesideBlocks = Extension.create({
  name: 'typingBesideBlocks',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handleTextInput(view, _from, _to, text) {
            const typed = besideBlock(view.state, text);
            if (typed) view.dispatch(typed);
            return typed !== null;
          },
        },
      }),
    ];
  },
});
