import type { Editor } from '@tiptap/core';
import type { Block } from '../../../shared/model/blocks/index.ts';
import type { Kept } from '../../../shared/model/merge/merge.ts';
import type { ModuleContent } from '../../../shared/model/module.ts';
import { withoutOrphans } from '../../../shared/model/translation/change.ts';
import { becoming } from '../../../shared/schema/becoming.ts';
import type { OpenDocument } from '../../saving/together.ts';
import { asWritten, emptyTail, toEditor } from './document.ts';
import type { Written } from './written.ts';

/** A module in the schema's own spelling: what was written by another program compares equal to what the editor gives back. */
function asEdited(editor: Editor, content: ModuleContent): ModuleContent {
  const { content: blocks } = editor.schema.nodeFromJSON(toEditor(content)).toJSON() as { content: ModuleContent['body']['content'] };
  return asWritten({ ...content, body: { type: 'doc', content: blocks } });
}

/** Whether the schema takes a block as it is. */
function fits(editor: Editor, block: Block): boolean {
  try {
    editor.schema.nodeFromJSON(block).check();
    return true;
  } catch {
    // The schema throws what it has against it; for a merge "no" is all there is to know.
    return false;
  }
}

/** Puts what came from elsewhere into the open document, where only what differs changes. */
function bringIn(editor: Editor, content: ModuleContent): void {
  editor.view.dispatch(becoming(editor.state, editor.schema.nodeFromJSON(toEditor(content, emptyTail(editor)))));
}

/** The open document for whoever saves it. */
export const openDocument = (editor: Editor, written: Written): OpenDocument => ({
  // A block that was taken out may come back by undo, and its translations with it: only what is saved goes without them.
  read: () => withoutOrphans(written.read()),
  bringIn(content) {
    // A page that was left still saves what was written on it.
    if (editor.isDestroyed) return written.replace(content);
    bringIn(editor, content);
    // What the editor does not hold has changed with the rest.
    written.become(editor.state.doc, content);
  },
  spell: (content) => withoutOrphans(asEdited(editor, content)),
  fits: (block) => fits(editor, block),
});

/** A block with what was decided of it, in one step that can be undone. */
export type Choice = 'mine' | 'theirs' | 'both';

function placeOf(editor: Editor, id: string): { from: number; to: number } | null {
  let place: { from: number; to: number } | null = null;
  editor.state.doc.forEach((node, from) => {
    if (node.attrs.id === id) place = { from, to: from + node.nodeSize };
  });
  return place;
}

/** Whether both versions still stand; a notice about one that is gone has nothing to ask. */
export const stillStands = (editor: Editor, kept: Kept): boolean =>
  kept.is === 'field' ||
  kept.is === 'wording' ||
  (kept.is === 'block' ? [kept.mine, kept.theirs] : [kept.block]).every((id) => placeOf(editor, id) !== null);

/** Of two versions of a block one goes. What stays has the first one's name, on which comments hang. */
export function chooseVersion(editor: Editor, { mine, theirs }: Extract<Kept, { is: 'block' }>, choice: Choice): void {
  const [first, second] = [placeOf(editor, mine), placeOf(editor, theirs)];
  if (choice === 'both' || !first || !second) return;
  const { tr, doc } = editor.state;
  const other = doc.nodeAt(second.from);
  tr.delete(second.from, second.to);
  if (choice === 'theirs' && other) tr.replaceWith(first.from, first.to, other.type.create({ ...other.attrs, id: mine }, other.content));
  editor.view.dispatch(tr);
}

export function takeOut(editor: Editor, id: string): void {
  const place = placeOf(editor, id);
  if (place) editor.view.dispatch(editor.state.tr.delete(place.from, place.to));
}
