import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';

/** Undone by itself, however soon it follows what was typed and whatever is typed after it. */
export function ownStep(editor: Editor, act: () => void): void {
  editor.view.dispatch(closeHistory(editor.state.tr));
  act();
  editor.view.dispatch(closeHistory(editor.state.tr));
}
