import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import type { KeyboardEvent } from 'react';
import { moveBlock } from '../moving.ts';

/** What a key asks of the history. */
export function historyKey(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const pressed = event.key.toLowerCase();
  if (pressed === 'y') return 'redo';
  return pressed === 'z' ? (event.shiftKey ? 'redo' : 'undo') : null;
}

/** Fields inside a block would undo by themselves and lose the thread; here one history knows all of it. */
function undoHere(event: KeyboardEvent, editor: Editor): boolean {
  const asked = historyKey(event);
  if (asked) editor.commands[asked]();
  return asked !== null;
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
