import type { Editor, JSONContent } from '@tiptap/core';
import { Document } from '@tiptap/extension-document';
import type { Node } from '@tiptap/pm/model';
import type { ModuleContent } from '../../../shared/model/module.ts';

/** What of a module is edited and is not its body. */
type Beside = Pick<ModuleContent, 'title' | 'objective' | 'freshness' | 'kept'>;

/**
 * A value of the document that its view does not look at. The view draws a document anew, with every block and every video in
 * it, when an attribute of it differs from before; of these nothing can be enumerated, so that all of them are alike to it.
 */
class Held<T> {
  readonly #value: T;
  constructor(value: T) {
    this.#value = value;
  }
  get value(): T {
    return this.#value;
  }
}

/** What stands beside the body are attributes of the edited document, so that undo covers it like everything else. */
export const DeskDocument = Document.extend({
  content: 'block+',
  addAttributes: () => ({
    title: { default: new Held('') },
    objective: { default: new Held('') },
    freshness: { default: new Held(undefined) },
    kept: { default: new Held(undefined) },
  }),
});

const held = ({ title, objective, freshness, kept }: Beside): Record<keyof Beside, unknown> => ({
  title: new Held(title),
  objective: new Held(objective),
  freshness: new Held(freshness),
  kept: new Held(kept),
});

/** What is edited beside the body; what may be left out stays out: a null in its place would give the module another hash. */
export function besideBody({ attrs }: Pick<Node, 'attrs'>): Beside {
  const { title, objective, freshness, kept } = attrs as { [Name in keyof Beside]-?: Held<Beside[Name]> };
  return {
    title: title.value,
    objective: objective.value,
    ...(freshness.value && { freshness: freshness.value }),
    ...(kept.value && { kept: kept.value }),
  };
}

export type Line = 'title' | 'objective';

/** Changes of a line that carry the same `session` are undone together. */
export function setLine(editor: Editor, line: Line, text: string, session: string): void {
  editor.commands.command(({ tr }) => {
    // ProseMirror's history joins changes of one composition, and an attribute has no place by which it could join them.
    tr.setDocAttribute(line, new Held(text)).setMeta('composition', session);
    return true;
  });
}

/** What stands beside the lesson; `undefined` takes it away. Changes that carry the same `session` are undone together. */
export function setBeside<K extends 'freshness' | 'kept'>(editor: Editor, beside: K, value: ModuleContent[K], session?: string): void {
  editor.commands.command(({ tr }) => {
    tr.setDocAttribute(beside, new Held(value));
    if (session) tr.setMeta('composition', session);
    return true;
  });
}

/** What the editor opens, with what stands at its end without being part of the module. Without any block it gets a place to write. */
export function toEditor(module: ModuleContent, tail: JSONContent[] = []): JSONContent {
  const blocks = [...(module.body.content as JSONContent[]), ...tail];
  return { type: 'doc', attrs: held(module), content: blocks.length > 0 ? blocks : [{ type: 'paragraph' }] };
}

/** A block, in whichever of the two types. */
interface Like {
  type?: string | undefined;
  content?: readonly unknown[] | undefined;
  attrs?: { hint?: unknown } | undefined;
}

/** A place that asks for something is part of the module also while nothing stands in it. */
const isEmptyParagraph = ({ type, content = [], attrs }: Like): boolean => type === 'paragraph' && content.length === 0 && !attrs?.hint;

/** The editor keeps a place to write at its end; as long as nobody wrote there it is no part of the module. */
const withoutTail = <T extends Like>(blocks: readonly T[]): T[] =>
  blocks.slice(0, blocks.findLastIndex((block) => !isEmptyParagraph(block)) + 1);

/** What stands at the end of the open document without being part of the module yet. */
export function emptyTail(editor: Editor): JSONContent[] {
  const { content = [] } = editor.getJSON();
  return content.slice(withoutTail(content).length);
}

/** A module as the editor gives it back where nobody changes anything. */
export const asWritten = (content: ModuleContent): ModuleContent => ({
  ...content,
  body: { ...content.body, content: withoutTail(content.body.content) },
});

/** The module as a document of the editor has it; what the editor does not hold is as `before`. */
export function fromDocument(doc: Node, before: ModuleContent): ModuleContent {
  const { freshness: _, kept: __, ...rest } = before;
  const { content = [] } = doc.toJSON() as JSONContent;
  // The schema holds nothing that the model refuses; test/unit/shared/schema proves it.
  return { ...rest, ...besideBody(doc), body: { type: 'doc', content: withoutTail(content) } as ModuleContent['body'] };
}

const blocksWritten = ({ children }: Node): number =>
  children.findLastIndex(({ type, childCount, attrs }) => type.name !== 'paragraph' || childCount > 0 || attrs.hint) + 1;

/** Whether two documents are the same module. Cheap where most of their blocks are the very same, as after a key. */
export function sameModule(one: Node, other: Node): boolean {
  if (one === other) return true;
  const count = blocksWritten(one);
  if (count !== blocksWritten(other)) return false;
  if (one.attrs !== other.attrs && JSON.stringify(besideBody(one)) !== JSON.stringify(besideBody(other))) return false;
  return one.children.every((block, index) => index >= count || block.eq(other.child(index)));
}

/** Puts the cursor into a block, or selects it, and brings it into view. */
export function goToBlock(editor: Editor, id: string): void {
  editor.state.doc.forEach((node, offset) => {
    if (node.attrs.id !== id) return;
    const chain = editor.chain();
    if (node.isTextblock)
      chain
        .setTextSelection(offset + 1)
        .focus()
        .run();
    else chain.setNodeSelection(offset).run();
    const dom = editor.view.nodeDOM(offset);
    if (!(dom instanceof HTMLElement)) return;
    dom.scrollIntoView({ block: 'center' });
    if (node.isTextblock) return;
    const field = dom.querySelector<HTMLElement>('textarea:enabled, input:enabled') ?? dom.querySelector<HTMLElement>('button');
    field?.focus({ preventScroll: true });
  });
}

/** Sets the video of a block to a second, as soon as it can be set. */
export function goToSecond(editor: Editor, id: string, second: number): void {
  const set = (): boolean => {
    let found = false;
    if (editor.isDestroyed) return found;
    editor.state.doc.forEach((node, offset) => {
      const dom = node.attrs.id === id ? editor.view.nodeDOM(offset) : null;
      const video = dom instanceof HTMLElement ? dom.querySelector('video') : null;
      if (!video) return;
      // Before anything is loaded it is the place where playing will begin.
      video.currentTime = second;
      found = true;
    });
    return found;
  };
  // What edits a block is drawn after the block itself.
  if (!set()) requestAnimationFrame(set);
}
