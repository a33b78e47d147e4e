import type { Editor, JSONContent } from '@tiptap/core';
import { Document } from '@tiptap/extension-document';
import type { ModuleContent } from '../../../shared/model/module.ts';

/** What of a module is not its body are attributes of the edited document, so that undo covers them like everything else. */
export const DeskDocument = Document.extend({
  content: 'block+',
  addAttributes: () => ({
    title: { default: '' },
    objective: { default: '' },
    // What may be left out stays out: a null in its place would give the module another hash.
    freshness: { default: undefined },
    kept: { default: undefined },
  }),
});

export type Line = 'title' | 'objective';

/** Changes of a line that carry the same `session` are undone together. */
export function setLine(editor: Editor, line: Line, text: string, session: string): void {
  editor.commands.command(({ tr }) => {
    // ProseMirror's history joins changes of one composition, and an attribute has no place by which it could join them.
    tr.setDocAttribute(line, text).setMeta('composition', session);
    return true;
  });
}

/** What stands beside the lesson; `undefined` takes it away. */
export function setBeside<K extends 'freshness' | 'kept'>(editor: Editor, beside: K, value: ModuleContent[K]): void {
  editor.commands.command(({ tr }) => {
    tr.setDocAttribute(beside, value);
    return true;
  });
}

/** What the editor opens. A body without a block gets a place to write. */
export const toEditor = ({ title, objective, freshness, kept, body }: ModuleContent): JSONContent => ({
  type: 'doc',
  attrs: { title, objective, freshness, kept },
  content: body.content.length > 0 ? (body.content as JSONContent[]) : [{ type: 'paragraph' }],
});

/** A block, in whichever of the two types. */
interface Like {
  type?: string | undefined;
  content?: readonly unknown[] | undefined;
}

const isEmptyParagraph = ({ type, content = [] }: Like): boolean => type === 'paragraph' && content.length === 0;

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

/** The module as it is written now; what the editor does not hold is as `before`. */
export function fromEditor(editor: Editor, before: ModuleContent): ModuleContent {
  const { freshness: _, kept: __, ...rest } = before;
  const { attrs, content = [] } = editor.getJSON();
  return {
    ...rest,
    title: String(attrs?.title ?? ''),
    objective: String(attrs?.objective ?? ''),
    ...(attrs?.freshness && { freshness: attrs.freshness }),
    ...(attrs?.kept && { kept: attrs.kept }),
    // The schema holds nothing that the model refuses; test/unit/shared/schema proves it.
    body: { type: 'doc', content: withoutTail(content) } as ModuleContent['body'],
  };
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
    if (!node.isTextblock) dom.querySelector<HTMLElement>('textarea, input, button')?.focus({ preventScroll: true });
  });
}

/** Sets the video of a block to a second, as soon as it can be set. */
export function goToSecond(editor: Editor, id: string, second: number): void {
  editor.state.doc.forEach((node, offset) => {
    if (node.attrs.id !== id) return;
    const dom = editor.view.nodeDOM(offset);
    const video = dom instanceof HTMLElement ? dom.querySelector('video') : null;
    // Before anything is loaded it is the place where playing will begin.
    if (video) video.currentTime = second;
  });
}
