import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { Minus, Plus } from 'lucide-react';
import { addSection, removeSection } from '../../../../shared/schema/accordion.ts';
import { Button } from '../../../ui/button.tsx';
import css from './blocks.module.css';
import { Controls } from './controls.tsx';

/** Sections to open; while they are written all of them stand open. */
export function AccordionBlock({ node, editor, getPos, selected, selectionInside }: ReactNodeViewProps) {
  const inside = selectionInside && !selected;
  const add = () => {
    const at = getPos();
    if (at === undefined) return;
    // Without a cursor in it the new section comes last.
    if (!inside) editor.commands.setTextSelection(at + node.nodeSize - 3);
    addSection(editor.state, editor.view.dispatch);
    editor.view.focus();
  };
  const remove = () => {
    removeSection(editor.state, editor.view.dispatch);
    editor.view.focus();
  };
  return (
    <NodeViewWrapper className={`sh-accordion ${selected ? css.chosen : ''}`} role="group" aria-label="Sections to open">
      <NodeViewContent />
      <Controls editor={editor} getPos={getPos} className={css.deeds}>
        <Button variant="plain" icon={Plus} title="Ctrl+Enter" onClick={add}>
          Add a section
        </Button>
        {inside && (
          <Button variant="plain" icon={Minus} onClick={remove}>
            Remove this section
          </Button>
        )}
      </Controls>
    </NodeViewWrapper>
  );
}
