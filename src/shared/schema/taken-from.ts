import { Extension } from '@tiptap/core';
import { blockAttributes, blockTypes } from '../model/blocks/index.ts';
import { TakenFrom } from '../model/blocks/taken-from.ts';

/** Blocks of prose; those that are edited as a whole have the attribute from their own model. */
const proseTypes: string[] = blockTypes.filter((type) => !(type in blockAttributes));

function read(element: { getAttribute(name: string): string | null }): TakenFrom | undefined {
  try {
    return TakenFrom.safeParse(JSON.parse(element.getAttribute('data-taken-from') ?? '')).data;
  } catch {
    return undefined;
  }
}

/** Where a text was taken from travels with it when it is cut and put in elsewhere; what is split off it begins anew. */
export const TakenFromAttribute = Extension.create({
  name: 'takenFromAttribute',
  addGlobalAttributes() {
    const render = ({ takenFrom }: { takenFrom?: unknown }) => (takenFrom ? { 'data-taken-from': JSON.stringify(takenFrom) } : {});
    // Undefined and not null: a null would give every module another hash.
    return [
      {
        types: proseTypes,
        attributes: { takenFrom: { default: undefined, keepOnSplit: false, parseHTML: (element) => read(element), renderHTML: render } },
      },
    ];
  },
});
