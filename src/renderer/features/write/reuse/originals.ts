import { type Editor, Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Original } from '../../../../shared/contract/library.ts';
import { TakenFrom } from '../../../../shared/model/blocks/taken-from.ts';
import { notice } from './original-notice.ts';

export interface OriginalActions {
  /** Puts the original as it is now into the place of a block. */
  takeNew(block: string): void;
  /** Leaves a block as it is, and speaks again only when the original changes again. */
  keepMine(block: string): void;
  /** Forgets where a block comes from. */
  forget(block: string): void;
}

interface State {
  originals: ReadonlyMap<string, Original>;
  actions: OriginalActions | null;
}

const key = new PluginKey<State>('originals');

export const placeKey = ({ module, block }: Pick<TakenFrom, 'module' | 'block'>): string => `${module} ${block}`;

const sourceOf = (node: Node): TakenFrom | undefined => TakenFrom.safeParse(node.attrs.takenFrom).data;

function notices(doc: Node, { originals, actions }: State): DecorationSet {
  if (originals.size === 0) return DecorationSet.empty;
  const found: Decoration[] = [];
  doc.forEach((node, offset) => {
    const source = sourceOf(node);
    const original = source && originals.get(placeKey(source));
    if (!source || !original || !actions) return;
    const id = String(node.attrs.id);
    const says = `${id} ${source.hash} ${original.state} ${original.hash} ${original.title}`;
    found.push(Decoration.widget(offset, () => notice(id, source, original, actions), { side: -1, key: says, stopEvent: () => true }));
  });
  return DecorationSet.create(doc, found);
}

/** Says at each block that was taken from another module how its original stands. The notices are no part of the document. */
export const Originals = Extension.create({
  name: 'originals',
  addProseMirrorPlugins: () => [
    new Plugin<State>({
      key,
      state: {
        init: () => ({ originals: new Map(), actions: null }),
        apply: (transaction, state) => transaction.getMeta(key) ?? state,
      },
      props: { decorations: (state) => notices(state.doc, key.getState(state) ?? { originals: new Map(), actions: null }) },
    }),
  ],
});

export function showOriginals(editor: Editor, originals: readonly Original[], actions: OriginalActions): void {
  // A module that took nothing from others is not drawn once more when it is opened.
  if (originals.length === 0 && key.getState(editor.state)?.originals.size === 0) return;
  const state: State = { originals: new Map(originals.map((original) => [placeKey(original), original])), actions };
  editor.view.dispatch(editor.state.tr.setMeta(key, state).setMeta('addToHistory', false));
}

/** Changes the block with an id, wherever it stands now; nothing where it is gone meanwhile. */
export function changeBlock(editor: Editor, id: string, change: (node: Node) => Node): void {
  editor.commands.command(({ tr }) => {
    let changed = false;
    tr.doc.forEach((node, offset) => {
      if (node.attrs.id !== id || changed) return;
      tr.replaceWith(offset, offset + node.nodeSize, change(node));
      changed = true;
    });
    return changed;
  });
}
