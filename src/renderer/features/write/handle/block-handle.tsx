import { type Editor, useEditorState } from '@tiptap/react';
import { ArrowDown, ArrowUp, Copy, GripVertical, Trash2 } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type DragEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { blockRange, moveBlock, movedTo } from '../moving.ts';
import css from './handle.module.css';
import { gapAt, placeBeside, placesOf } from './places.ts';

/** What is dragged is named so, and nothing else is taken for a block. */
const dragged = 'application/x-showhow-block';

function copyBlock(editor: Editor, at: number): void {
  const node = editor.state.doc.nodeAt(at);
  if (node) editor.view.dispatch(editor.state.tr.insert(at + node.nodeSize, node).scrollIntoView());
}

function removeBlock(editor: Editor, at: number): void {
  const node = editor.state.doc.nodeAt(at);
  if (node) editor.view.dispatch(editor.state.tr.delete(at, at + node.nodeSize).scrollIntoView());
}

const deeds = [
  { name: 'Move up', icon: ArrowUp, keys: 'Alt+↑', act: (editor: Editor, at: number) => moveBlock(editor, at, -1) },
  { name: 'Move down', icon: ArrowDown, keys: 'Alt+↓', act: (editor: Editor, at: number) => moveBlock(editor, at, 1) },
  { name: 'Copy', icon: Copy, act: copyBlock },
  { name: 'Remove', icon: Trash2, act: removeBlock },
];

interface Beside {
  at: number;
  /** From the top of the surface, in pixels. */
  top: number;
}

/**
 * The document with a handle beside the block under the pointer or, without one, beside the block with the cursor.
 * Dragging it moves the block, and a line shows where it will stand; a press offers the same without dragging.
 */
export function BlockHandle({ editor, children }: { editor: Editor; children: ReactNode }) {
  const surface = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<Beside | null>(null);
  const [open, setOpen] = useState<Beside | null>(null);
  const [line, setLine] = useState<number | null>(null);
  const moving = useRef<number | null>(null);
  const written = useEditorState({ editor, selector: ({ editor: now }) => blockRange(now.state.selection).from });

  const beside = (at: number): Beside => {
    const dom = editor.view.nodeDOM(at);
    const zero = surface.current?.getBoundingClientRect().top ?? 0;
    return { at, top: dom instanceof HTMLElement ? dom.getBoundingClientRect().top - zero : 0 };
  };
  const point = ({ clientY }: PointerEvent) => {
    const place = open === null && moving.current === null ? placeBeside(placesOf(editor.view), clientY) : undefined;
    if (place && place.at !== pointed?.at) setPointed(beside(place.at));
  };

  const start = (event: DragEvent, { at }: Beside) => {
    moving.current = at;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData(dragged, String(at));
    const dom = editor.view.nodeDOM(at);
    if (dom instanceof HTMLElement) event.dataTransfer.setDragImage(dom, 0, 0);
  };
  const over = (event: DragEvent) => {
    if (moving.current === null) return;
    event.preventDefault();
    event.stopPropagation();
    setLine(gapAt(placesOf(editor.view), event.clientY).y - (surface.current?.getBoundingClientRect().top ?? 0));
  };
  const end = () => {
    moving.current = null;
    setLine(null);
    setPointed(null);
  };
  const drop = (event: DragEvent) => {
    const from = moving.current;
    if (from === null) return;
    event.preventDefault();
    event.stopPropagation();
    const places = placesOf(editor.view);
    const target = places[gapAt(places, event.clientY).index]?.at ?? editor.state.doc.content.size;
    const moved = movedTo(editor.state.tr, from, target);
    if (moved) editor.view.dispatch(moved);
    end();
    editor.view.focus();
  };

  const [cursor, setCursor] = useState(0);
  useEffect(() => {
    // As a frame begins: measured while it is drawn, all that just changed would be laid out once more.
    const frame = requestAnimationFrame(() => setCursor(beside(written).top));
    return () => cancelAnimationFrame(frame);
  });
  const shown = open ?? pointed ?? { at: written, top: cursor };
  const acted = useRef(false);
  const act = (deed: (typeof deeds)[number]) => {
    acted.current = true;
    deed.act(editor, shown.at);
    setOpen(null);
    setPointed(null);
    editor.view.focus();
  };
  return (
    <div
      ref={surface}
      className={css.surface}
      onPointerMove={point}
      onPointerLeave={() => open === null && moving.current === null && setPointed(null)}
      onDragOverCapture={over}
      onDropCapture={drop}
    >
      <Popover.Root open={open !== null} onOpenChange={(next) => setOpen(next ? beside(shown.at) : null)}>
        <Popover.Trigger asChild>
          <button
            type="button"
            className={css.handle}
            style={{ top: shown.top }}
            draggable
            aria-label="Move, copy or remove this block"
            title="Drag to move; press for more"
            onDragStart={(event) => start(event, beside(shown.at))}
            onDragEnd={end}
          >
            <GripVertical size={18} aria-hidden="true" />
          </button>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            className={css.deeds}
            side="bottom"
            align="start"
            sideOffset={4}
            aria-label="This block"
            onCloseAutoFocus={(event) => {
              // After a deed the cursor stands in the text.
              if (acted.current) event.preventDefault();
              acted.current = false;
            }}
          >
            {deeds.map((deed) => (
              <Button key={deed.name} variant="plain" icon={deed.icon} title={deed.keys} onClick={() => act(deed)}>
                {deed.name}
              </Button>
            ))}
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      {children}
      {line !== null && <div className={css.line} style={{ top: line }} data-drop-line="" />}
    </div>
  );
}
