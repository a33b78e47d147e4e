import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { IconButton } from '../../../ui/button.tsx';
import { moveBlock } from '../document.ts';
import css from './blocks.module.css';

type FrameProps = Pick<NodeViewProps, 'editor' | 'getPos' | 'deleteNode' | 'selected'> & { name: string; children: ReactNode };

/** Fields inside a block would undo by themselves and lose the thread; here one history knows all of it. */
function undoHere(event: KeyboardEvent, editor: NodeViewProps['editor']): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const pressed = event.key.toLowerCase();
  if (pressed !== 'z' && pressed !== 'y') return;
  event.preventDefault();
  event.stopPropagation();
  if (pressed === 'y' || event.shiftKey) editor.commands.redo();
  else editor.commands.undo();
}

/** What stands around a picture, a video or a question while it is edited: its kind, up, down, remove. */
export function BlockFrame({ editor, getPos, deleteNode, selected, name, children }: FrameProps) {
  const move = (direction: -1 | 1) => () => {
    const at = getPos();
    if (at !== undefined) moveBlock(editor, at, direction);
  };
  return (
    <NodeViewWrapper
      className={selected ? `${css.frame} ${css.selected}` : css.frame}
      role="group"
      aria-label={name}
      onKeyDown={(event: KeyboardEvent) => undoHere(event, editor)}
    >
      <div className={css.bar} contentEditable={false}>
        <span>{name}</span>
        <IconButton label={`Move this ${name.toLowerCase()} up`} icon={ArrowUp} onClick={move(-1)} />
        <IconButton label={`Move this ${name.toLowerCase()} down`} icon={ArrowDown} onClick={move(1)} />
        <IconButton label={`Remove this ${name.toLowerCase()}`} icon={Trash2} onClick={deleteNode} />
      </div>
      <div contentEditable={false}>{children}</div>
    </NodeViewWrapper>
  );
}
