import { type Editor, Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

const key = new PluginKey<ReadonlySet<string>>('commented');

const marks = (doc: Node, ids: ReadonlySet<string>): DecorationSet => {
  if (ids.size === 0) return DecorationSet.empty;
  const found: Decoration[] = [];
  doc.forEach((node, offset) => {
    if (ids.has(node.attrs.id)) found.push(Decoration.node(offset, offset + node.nodeSize, { class: 'commented' }));
  });
  return DecorationSet.create(doc, found);
};

/** Marks the blocks that a reviewer spoke of. The marks are no part of the document. */
export const Commented = Extension.create({
  name: 'commented',
  addProseMirrorPlugins: () => [
    new Plugin<ReadonlySet<string>>({
      key,
      state: { init: () => new Set(), apply: (transaction, ids) => transaction.getMeta(key) ?? ids },
      props: { decorations: (state) => marks(state.doc, key.getState(state) ?? new Set()) },
    }),
  ],
});

export function showCommented(editor: Editor, ids: ReadonlySet<string>): void {
  // A module that is opened has none yet, and is not drawn once more to show that.
  if (ids.size === 0 && key.getState(editor.state)?.size === 0) return;
  editor.view.dispatch(editor.state.tr.setMeta(key, ids).setMeta('addToHistory', false));
}
