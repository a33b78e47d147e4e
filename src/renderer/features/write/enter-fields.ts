import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';

/** What can be typed into or pressed within a block, its frame's own buttons last. */
const fields = ':is(textarea, input:not([type="hidden"], [hidden]), select, [data-field]):not(:disabled)';

/** Puts the focus into the first field of the block that is selected as a whole; answers whether one is. */
export function enterFields(editor: Editor): boolean {
  const { selection } = editor.state;
  if (!(selection instanceof NodeSelection) || !selection.node.isAtom) return false;
  // What edits a new block is drawn after the block itself.
  requestAnimationFrame(() => {
    if (editor.isDestroyed) return;
    const dom = editor.view.nodeDOM(selection.from);
    if (!(dom instanceof HTMLElement)) return;
    const field = dom.querySelector<HTMLElement>(fields);
    if (field) field.focus({ preventScroll: true });
    else editor.view.focus();
    dom.scrollIntoView({ block: 'nearest' });
  });
  return true;
}
