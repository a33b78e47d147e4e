import type { Editor, JSONContent } from '@tiptap/core';
import { NodeSelection, Selection } from '@tiptap/pm/state';
import { enterFields } from '../enter-fields.ts';

/**
 * Behind the block in which the cursor stands, so that a new one comes where one is writing; in the place of an empty paragraph.
 * The cursor goes into it, or into its first field. Answers the id it has from now on, or null where it could not be put in.
 */
export function insertBlock(editor: Editor, block: JSONContent): string | null {
  const inserted = editor.commands.command(({ state, tr }) => {
    const node = state.schema.nodeFromJSON(block);
    const { $to } = tr.selection;
    const stands = $to.depth === 1 && $to.parent.type.name === 'paragraph' && $to.parent.content.size === 0;
    const from = stands ? $to.before(1) : $to.depth === 0 ? $to.pos : $to.after(1);
    tr.replaceWith(from, stands ? $to.after(1) : from, node);
    tr.setSelection(node.isAtom ? NodeSelection.create(tr.doc, from) : Selection.near(tr.doc.resolve(from + 1))).scrollIntoView();
    return true;
  });
  if (!inserted) return null;
  const { $from } = editor.state.selection;
  const node = $from.depth > 0 ? $from.node(1) : editor.state.doc.nodeAt($from.pos);
  if (editor.state.selection instanceof NodeSelection) enterFields(editor);
  else editor.view.focus();
  return node?.attrs.id ?? null;
}
