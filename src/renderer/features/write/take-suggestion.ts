import type { Editor } from '@tiptap/core';
import type { ModuleContent } from '../../../shared/model/module.ts';
import type { ReviewComment } from '../../../shared/model/review/comment.ts';
import { suggestedBlock } from '../../../shared/model/review/suggestion.ts';

/** Puts the wording a reviewer suggests into the document, as one step that undo takes back; false where its words were changed since. */
export function takeSuggestion(editor: Editor, content: ModuleContent, comment: ReviewComment): boolean {
  const block = suggestedBlock(comment, content);
  if (!block) return false;
  const { doc, schema, tr } = editor.state;
  let taken = false;
  doc.forEach((node, offset) => {
    if (taken || node.attrs.id !== block.attrs.id) return;
    tr.replaceWith(offset, offset + node.nodeSize, schema.nodeFromJSON(block));
    taken = true;
  });
  if (taken) editor.view.dispatch(tr.scrollIntoView());
  return taken;
}
