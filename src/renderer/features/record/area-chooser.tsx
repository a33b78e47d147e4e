import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { Area } from '../../../shared/model/edit/list.ts';
import css from './area.module.css';
import { areaBetween, areaStyle, middleArea, movedArea, resizedArea } from './area.ts';

interface AreaChooserProps {
  area: Area | null;
  onArea(area: Area): void;
}

const step = 0.01;
const longStep = 0.05;
const ways: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const inWords = ({ x, y, width, height }: Area): string =>
  `${Math.round(width * 100)} by ${Math.round(height * 100)} percent of the screen, ${Math.round(x * 100)} from the left, ${Math.round(y * 100)} from the top`;

/** Lies over the picture of the screen: a rectangle is drawn with the pointer, or moved by arrows and sized with Shift. */
export function AreaChooser({ area, onArea }: AreaChooserProps) {
  const from = useRef<{ x: number; y: number } | null>(null);
  const [drawn, setDrawn] = useState<Area | null>(null);
  const shown = drawn ?? area;

  const place = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
  };
  const press = (event: KeyboardEvent) => {
    const way = ways[event.key];
    if (!way || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const by = event.altKey ? longStep : step;
    const change = event.shiftKey ? resizedArea : movedArea;
    onArea(change(area ?? middleArea, way[0] * by, way[1] * by));
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: no element is a rectangle that can be moved and sized; arrows do both.
    <div
      className={css.chooser}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: as above, the keyboard needs a place to stand.
      tabIndex={0}
      role="group"
      aria-label="Area to record"
      aria-describedby="area-help"
      onKeyDown={press}
      onPointerDown={(event) => {
        from.current = place(event);
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (from.current) setDrawn(areaBetween(from.current, place(event)));
      }}
      onPointerUp={(event) => {
        const found = from.current && areaBetween(from.current, place(event));
        from.current = null;
        setDrawn(null);
        if (found) onArea(found);
      }}
      onPointerCancel={() => {
        from.current = null;
        setDrawn(null);
      }}
    >
      {shown ? (
        <i className={css.area} style={areaStyle(shown)} />
      ) : (
        <p className={css.invite}>Draw a rectangle around what is to be recorded.</p>
      )}
      <p className="visually-hidden" id="area-help">
        Arrow keys move the area, with Shift they change its size, with Alt in larger steps.
      </p>
      <p className="visually-hidden" role="status">
        {shown ? inWords(shown) : 'The whole screen'}
      </p>
    </div>
  );
}
