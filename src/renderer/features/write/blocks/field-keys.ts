import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import type { KeyboardEvent } from 'react';
import { moveBlock } from '../moving.ts';

/** Fields inside a block would undo by themselves and lose the thread; here one history knows all of it. */
function undoHere(event: KeyboardEvent, editor: Editor): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return false;
  const pressed = event.key.toLowerCase();
  if (pressed !== 'z' && pressed !== 'y') return false;
  if (pressed === 'y' || event.shiftKey) editor.commands.redo();
  else editor.commands.undo();
  return true;
}

function moveHere(event: KeyboardEvent, editor: Editor, at: number): boolean {
  if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return false;
  moveBlock(editor, at, event.key === 'ArrowUp' ? -1 : 1);
  return true;
}

/** Out of the fields: the block is selected as a whole, and the keys are the document's again. */
function leave(event: KeyboardEvent, editor: Editor, at: number): boolean {
  if (event.key !== 'Escape') return false;
  editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, at)));
  editor.view.focus();
  return true;
}

/** Keys that mean the block or the document also where the focus is in one of a block's fields. */
export function fieldKeys(event: KeyboardEvent, editor: Editor, getPos: () => number | undefined): void {
  const at = getPos();
  if (at === undefined || event.defaultPrevented) return;
  if (!undoHere(event, editor) && !moveHere(event, editor, at) && !leave(event, editor, at)) return;
  event.preventDefault();
  event.stopPropagation();
}
