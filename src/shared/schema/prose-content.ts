/** What stands within a block that holds prose; `ModuleDocument` knows it as `innerProse`. */
export const innerProse = '(paragraph | bulletList | orderedList)+';

/** As much of an element as is read when HTML comes in. */
export interface HtmlElement {
  getAttribute(name: string): string | null;
}
