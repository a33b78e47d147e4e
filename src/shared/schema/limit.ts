import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { maxBlocks } from '../model/document.ts';

/** Refuses what would make a module longer than a document may be; taking blocks away is always allowed. */
export const BlockLimit = Extension.create({
  name: 'blockLimit',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        filterTransaction: (transaction, state) => transaction.doc.childCount <= Math.max(maxBlocks, state.doc.childCount - 1),
      }),
    ];
  },
});
