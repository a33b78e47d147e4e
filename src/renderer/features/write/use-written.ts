import { type Editor, type EditorEvents, useEditorState } from '@tiptap/react';
import { startTransition, useEffect, useState } from 'react';
import type { ModuleContent } from '../../../shared/model/module.ts';
import { besideBody } from './document.ts';
import { createWritten, type Written } from './written.ts';

/** A rest from typing before what stands beside the document follows it, in milliseconds. */
const rest = 200;

/**
 * The module on the desk, for whoever saves it; and as it was a moment ago, for what stands beside the document and is not
 * made anew between two keys.
 */
export function useWritten(editor: Editor, first: ModuleContent, onChange: () => void): { written: Written; content: ModuleContent } {
  const [written] = useState(() => createWritten(first, editor.state.doc));
  const [content, setContent] = useState(written.read);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = written.listen(() => {
      onChange();
      clearTimeout(timer);
      timer = setTimeout(() => startTransition(() => setContent(written.read())), rest);
    });
    const follow = ({ transaction, appendedTransactions }: EditorEvents['transaction']) =>
      written.follow(editor.state.doc, [transaction, ...appendedTransactions]);
    written.become(editor.state.doc);
    editor.on('transaction', follow);
    return () => {
      clearTimeout(timer);
      editor.off('transaction', follow);
      stop();
    };
  }, [editor, written, onChange]);
  return { written, content };
}

/** Title, objective and what else stands beside the body, as they are this very moment: they are edited in fields. */
export const useBeside = (editor: Editor) => useEditorState({ editor, selector: ({ editor: now }) => besideBody(now.state.doc) });
