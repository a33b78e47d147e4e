import { Extension } from '@tiptap/core';
import { blockAttributes, blockTypes } from '../model/blocks/index.ts';

/** Blocks of prose; those that are edited as a whole have the attribute from their own model. */
const proseTypes: string[] = blockTypes.filter((type) => !(type in blockAttributes));

/**
 * What a text that was left open is to say. It stays in the document and is never written as HTML, so that nothing of it is
 * copied into another program; what is split off has none.
 */
export const HintAttribute = Extension.create({
  name: 'hintAttribute',
  addGlobalAttributes: () => [
    // Undefined and not null: a null would give every module another hash.
    { types: proseTypes, attributes: { hint: { default: undefined, keepOnSplit: false, rendered: false, parseHTML: () => undefined } } },
  ],
});
