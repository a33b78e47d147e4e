import type { NodeViewProps } from '@tiptap/react';
import { type ReactNode, useRef } from 'react';
import { useKeptFocus } from '../../../ui/use-kept-focus.ts';
import { fieldKeys } from './field-keys.ts';

type ControlsProps = Pick<NodeViewProps, 'editor' | 'getPos'> & { className?: string | undefined; children: ReactNode };

/** Fields and buttons of a block whose words are written in the document itself. */
export function Controls({ editor, getPos, className, children }: ControlsProps) {
  const own = useRef<HTMLDivElement>(null);
  useKeptFocus(own);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the fields inside
    <div ref={own} className={className} contentEditable={false} data-fields="" onKeyDown={(event) => fieldKeys(event, editor, getPos)}>
      {children}
    </div>
  );
}
