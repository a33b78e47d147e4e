import type { Editor } from '@tiptap/core';
import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { Button } from '../../../ui/button.tsx';
import css from './blocks.module.css';
import { Controls } from './controls.tsx';

/** What can be done to rows and columns; `keys` stand in shared/schema/table.ts. */
const deeds: { name: string; keys?: string; act(editor: Editor): void }[] = [
  { name: 'Row above', keys: 'Ctrl+Alt+↑', act: (editor) => editor.chain().focus().addRowBefore().run() },
  { name: 'Row below', keys: 'Ctrl+Alt+↓', act: (editor) => editor.chain().focus().addRowAfter().run() },
  { name: 'Column before', keys: 'Ctrl+Alt+←', act: (editor) => editor.chain().focus().addColumnBefore().run() },
  { name: 'Column after', keys: 'Ctrl+Alt+→', act: (editor) => editor.chain().focus().addColumnAfter().run() },
  { name: 'Remove row', keys: 'Ctrl+Alt+Backspace', act: (editor) => editor.chain().focus().deleteRow().run() },
  { name: 'Remove column', keys: 'Ctrl+Alt+Delete', act: (editor) => editor.chain().focus().deleteColumn().run() },
  { name: 'Header row', act: (editor) => editor.chain().focus().toggleHeaderRow().run() },
  { name: 'Header column', act: (editor) => editor.chain().focus().toggleHeaderColumn().run() },
];

/** A table as a learner sees it, with its caption above and, while one is in it, what rows and columns can become. */
export function TableBlock({ node, editor, getPos, updateAttributes, selected, selectionInside }: ReactNodeViewProps) {
  const caption: string = node.attrs.caption;
  return (
    <NodeViewWrapper className={`sh-table ${selected ? css.chosen : ''}`} role="group" aria-label={caption || 'Table'}>
      <Controls editor={editor} getPos={getPos}>
        <input
          className={css.caption}
          aria-label="What the table shows"
          placeholder="What the table shows"
          maxLength={200}
          value={caption}
          onChange={(event) => updateAttributes({ caption: event.target.value })}
        />
      </Controls>
      <NodeViewContent<'table'> as="table" />
      {(selected || selectionInside) && (
        <Controls editor={editor} getPos={getPos} className={css.deeds}>
          {deeds.map(({ name, keys, act }) => (
            <Button key={name} variant="plain" title={keys} onClick={() => act(editor)}>
              {name}
            </Button>
          ))}
        </Controls>
      )}
    </NodeViewWrapper>
  );
}
