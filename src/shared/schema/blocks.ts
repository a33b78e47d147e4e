import { Node } from '@tiptap/core';
import { v4 } from 'uuid';
import { blockAttributes, type WholeBlockType } from '../model/blocks/index.ts';
import type { HtmlElement } from './prose-content.ts';

function readAttributes(name: WholeBlockType, element: HtmlElement): Record<string, unknown> | false {
  try {
    const attributes: unknown = JSON.parse(element.getAttribute('data-attributes') ?? '');
    return blockAttributes[name].safeParse({ ...Object(attributes), id: v4() }).data ?? false;
  } catch {
    return false;
  }
}

/**
 * A block that is edited as a whole. On the clipboard it is one element whose attributes are JSON,
 * and it comes in from there only where that JSON is a valid block.
 */
const wholeBlock = (name: WholeBlockType) =>
  Node.create({
    name,
    group: 'block',
    atom: true,
    draggable: true,
    isolating: true,
    addAttributes() {
      const { id: _, ...shape } = blockAttributes[name].shape;
      return Object.fromEntries(
        Object.entries(shape).map(([attribute, model]) => {
          // What may be left out stays out: a null in its place would give the module another hash.
          const missing = model.isOptional() ? { default: undefined } : { isRequired: true };
          return [attribute, { ...missing, rendered: false, parseHTML: () => (model.isOptional() ? undefined : null) }];
        }),
      );
    },
    parseHTML() {
      return [{ tag: `div[data-block="${name}"]`, getAttrs: (element: unknown) => readAttributes(name, element as HtmlElement) }];
    },
    renderHTML({ node, HTMLAttributes }) {
      // What its writer was to fill in is told on this desk alone.
      const { id: _, hint: __, ...attributes } = node.attrs;
      return ['div', { ...HTMLAttributes, 'data-block': name, 'data-attributes': JSON.stringify(attributes) }];
    },
  });

/** All blocks that are edited as a whole: one for each name in `blockAttributes`. */
export const wholeBlocks: Node[] = (Object.keys(blockAttributes) as WholeBlockType[]).map(wholeBlock);
