import { type Editor, Extension } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';

/** What can be typed into or chosen within a block, and what can be pressed; its frame's own buttons are not among it. */
const written = '[data-fields] :is(textarea, input:not([type="hidden"], [hidden]), select):not(:disabled)';
const pressed = '[data-fields] button:not(:disabled)';

/** The first field; only where there is none, the first button. A row's buttons may stand before its fields. */
const firstField = (block: HTMLElement): HTMLElement | null => block.querySelector<HTMLElement>(written) ?? block.querySelector(pressed);

function hasFields({ state: { selection }, view }: Editor): boolean {
  const dom = selection instanceof NodeSelection ? view.nodeDOM(selection.from) : null;
  return dom instanceof HTMLElement && firstField(dom) !== null;
}

/** Puts the focus into the first field of the block that is selected as a whole; answers whether one is. */
export function enterFields(editor: Editor): boolean {
  const { selection } = editor.state;
  if (!(selection instanceof NodeSelection)) return false;
  const enter = (): boolean => {
    const dom = editor.isDestroyed ? null : editor.view.nodeDOM(selection.from);
    const field = dom instanceof HTMLElement ? firstField(dom) : null;
    field?.focus({ preventScroll: true });
    if (field && dom instanceof HTMLElement) dom.scrollIntoView({ block: 'nearest' });
    return field !== null;
  };
  // What edits a new block is drawn after the block itself.
  if (!enter()) requestAnimationFrame(() => enter() || editor.view.focus());
  return true;
}

/** The block of the document that holds the cursor, selected as a whole; not where it is text alone. */
function selectBlock(editor: Editor): boolean {
  const { selection, doc, tr } = editor.state;
  const { $from } = selection;
  const type = $from.depth > 0 ? $from.node(1).type : null;
  if (!type || (type.isTextblock && type.name !== 'codeBlock')) return false;
  if (!NodeSelection.isSelectable($from.node(1))) return false;
  editor.view.dispatch(tr.setSelection(NodeSelection.create(doc, $from.before(1))));
  return true;
}

/** Enter goes into the fields of a block that is selected, Escape out of a block to select it: so everything is reached by keyboard. */
export const EnteringFields = Extension.create({
  name: 'enteringFields',
  priority: 900,
  addKeyboardShortcuts: () => ({
    Enter: ({ editor }) => hasFields(editor) && enterFields(editor),
    Escape: ({ editor }) => selectBlock(editor),
  }),
});
