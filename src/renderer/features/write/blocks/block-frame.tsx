import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { IconButton } from '../../../ui/button.tsx';
import { useKeptFocus } from '../../../ui/use-kept-focus.ts';
import { moveBlock } from '../moving.ts';
import css from './blocks.module.css';
import { fieldKeys } from './field-keys.ts';

type FrameProps = Pick<NodeViewProps, 'editor' | 'getPos' | 'deleteNode' | 'selected'> & { name: string; children: ReactNode };

/** What stands around a picture, a video or a question while it is edited: its kind, up, down, remove. */
export function BlockFrame({ editor, getPos, deleteNode, selected, name, children }: FrameProps) {
  const move = (direction: -1 | 1) => () => {
    const at = getPos();
    if (at !== undefined) moveBlock(editor, at, direction);
  };
  const fields = useRef<HTMLDivElement>(null);
  useKeptFocus(fields);
  const remove = () => {
    deleteNode();
    editor.view.focus();
  };
  return (
    <NodeViewWrapper
      className={selected ? `${css.frame} ${css.selected}` : css.frame}
      role="group"
      aria-label={name}
      onKeyDown={(event: KeyboardEvent) => fieldKeys(event, editor, getPos)}
    >
      <div className={css.bar} contentEditable={false}>
        <span>{name}</span>
        <IconButton label={`Move this ${name.toLowerCase()} up`} icon={ArrowUp} onClick={move(-1)} />
        <IconButton label={`Move this ${name.toLowerCase()} down`} icon={ArrowDown} onClick={move(1)} />
        <IconButton label={`Remove this ${name.toLowerCase()}`} icon={Trash2} onClick={remove} />
      </div>
      <div ref={fields} contentEditable={false} data-fields="">
        {children}
      </div>
    </NodeViewWrapper>
  );
}
