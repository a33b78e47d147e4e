import type { Editor, JSONContent } from '@tiptap/core';
import { NodeSelection, Selection } from '@tiptap/pm/state';
import { enterFields } from '../enter-fields.ts';

/**
 * Behind the block in which the cursor stands, so that a new one comes where one is writing; in the place of an empty paragraph.
 * The cursor goes into it, or into its first field.
 */
export function insertBlock(editor: Editor, block: JSONContent): void {
  const inserted = editor.commands.command(({ state, tr }) => {
    const node = state.schema.nodeFromJSON(block);
    const { $to } = tr.selection;
    const stands = $to.depth === 1 && $to.parent.type.name === 'paragraph' && $to.parent.content.size === 0;
    const from = stands ? $to.before(1) : $to.depth === 0 ? $to.pos : $to.after(1);
    tr.replaceWith(from, stands ? $to.after(1) : from, node);
    tr.setSelection(node.isAtom ? NodeSelection.create(tr.doc, from) : Selection.near(tr.doc.resolve(from + 1))).scrollIntoView();
    return true;
  });
  if (!inserted) return;
  if (editor.state.selection instanceof NodeSelection) enterFields(editor);
  else editor.view.focus();
}
