import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { Block } from '../../../shared/model/blocks/index.ts';
import { guidanceOf } from '../../../shared/model/guidance.ts';

/** A sentence above a block that holds more than one place to write. */
function sentence(hint: string): () => HTMLElement {
  return () => {
    const line = document.createElement('p');
    line.className = 'guidance';
    line.contentEditable = 'false';
    line.textContent = hint;
    return line;
  };
}

/** What was found out of a block: it is the same node until it is changed, and reading one costs more than a key may. */
const read = new WeakMap<Node, string | null>();

function hintOf(node: Node): string | null {
  if (!node.attrs.hint) return null;
  const known = read.get(node);
  if (known !== undefined) return known;
  const block = Block.safeParse(node.toJSON()).data;
  const hint = block ? guidanceOf(block) : null;
  read.set(node, hint);
  return hint;
}

function told(node: Node, offset: number): Decoration[] {
  const hint = hintOf(node);
  if (hint === null) return [];
  // An empty line shows it where the words will stand; a widget in it would catch the cursor.
  if (node.isTextblock) return [Decoration.node(offset, offset + node.nodeSize, { class: 'guided', 'data-guidance': hint })];
  return [Decoration.widget(offset, sentence(hint), { side: -1, key: `guidance ${node.attrs.id} ${hint}`, ignoreSelection: true })];
}

function guidance(doc: Node): DecorationSet {
  const found: Decoration[] = [];
  doc.forEach((node, offset) => {
    found.push(...told(node, offset));
  });
  return DecorationSet.create(doc, found);
}

/** Tells what belongs into the places that a template or a draft left open, until it is there. No part of the document. */
export const Guidance = Extension.create({
  name: 'guidance',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      state: {
        init: (_, { doc }) => guidance(doc),
        apply: (transaction, shown) => (transaction.docChanged ? guidance(transaction.doc) : shown),
      },
      props: {
        decorations(state) {
          return this.getState(state);
        },
      },
    }),
  ],
});
