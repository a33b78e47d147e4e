import { type KeyboardEvent, type PointerEvent, type ReactNode, useId } from 'react';
import type { Area } from '../../../shared/model/edit/list.ts';
import { areaStyle } from './area.ts';
import css from './area-surface.module.css';

/** In shares of the picture. */
export interface Point {
  x: number;
  y: number;
}

interface AreaSurfaceProps {
  label: string;
  /** What the area is now, for those who cannot see it. */
  said: string;
  /** What arrows move, e.g. "the area". */
  moves: string;
  /** Look of the pointer above it. */
  pointer: 'move' | 'crosshair';
  /** An arrow key: by how much, and whether it is the size that changes. */
  onStep(dx: number, dy: number, sizes: boolean): void;
  onPress(point: Point, target: EventTarget): void;
  onDrag(point: Point): void;
  onRelease(point: Point): void;
  onCancel(): void;
  children: ReactNode;
}

const step = 0.01;
const longStep = 0.05;
const ways: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function pointOf({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>): Point {
  const box = currentTarget.getBoundingClientRect();
  return { x: (clientX - box.left) / box.width, y: (clientY - box.top) / box.height };
}

/** Lies over a picture and hears what pointer and arrows do to an area of it. */
export function AreaSurface({ label, said, moves, pointer, onStep, onPress, onDrag, onRelease, onCancel, children }: AreaSurfaceProps) {
  const help = useId();
  const press = (event: KeyboardEvent) => {
    const way = ways[event.key];
    if (!way || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const by = event.altKey ? longStep : step;
    onStep(way[0] * by, way[1] * by, event.shiftKey);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: no element is a rectangle that can be moved and sized; arrows do both.
    <div
      className={css.surface}
      data-pointer={pointer}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: as above, the keyboard needs a place to stand.
      tabIndex={0}
      role="group"
      aria-label={label}
      aria-describedby={help}
      onKeyDown={press}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        onPress(pointOf(event), event.target);
      }}
      onPointerMove={(event) => onDrag(pointOf(event))}
      onPointerUp={(event) => onRelease(pointOf(event))}
      onPointerCancel={onCancel}
    >
      {children}
      <p className="visually-hidden" id={help}>
        Arrow keys move {moves}, with Shift they change its size, with Alt in larger steps.
      </p>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}

/** The area as a frame; all around it the picture goes dark. */
export function AreaFrame({ area, children }: { area: Area; children?: ReactNode }) {
  return (
    <div className={css.area} style={areaStyle(area)}>
      {children}
    </div>
  );
}
