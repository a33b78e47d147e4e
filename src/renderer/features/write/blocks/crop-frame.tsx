import { type KeyboardEvent, type PointerEvent, useId, useRef } from 'react';
import type { Area } from '../../../../shared/model/edit/list.ts';
import { areaStyle, movedArea } from '../../record/area.ts';
import css from './crop.module.css';
import { type Corner, corners, draggedTo, resizedBy } from './crop.ts';

interface CropFrameProps {
  area: Area;
  ratio: number | null;
  /** A change begins: what stood before can be brought back. */
  onBegin(): void;
  onArea(area: Area): void;
}

const ways: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const percent = (share: number): number => Math.round(share * 100);
const inWords = ({ x, y, width, height }: Area): string =>
  `${percent(width)} by ${percent(height)} percent of the picture, ${percent(x)} from the left, ${percent(y)} from the top`;

interface Grip {
  corner: Corner | null;
  from: { x: number; y: number };
  area: Area;
}

/** Lies over a picture: what will be seen is moved as a whole or by its corners, with the pointer or with arrows. */
export function CropFrame({ area, ratio, onBegin, onArea }: CropFrameProps) {
  const help = useId();
  const grip = useRef<Grip | null>(null);
  const place = ({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>) => {
    const box = currentTarget.getBoundingClientRect();
    return { x: (clientX - box.left) / box.width, y: (clientY - box.top) / box.height };
  };
  const press = (event: KeyboardEvent) => {
    const way = ways[event.key];
    if (!way || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const by = event.altKey ? 0.05 : 0.01;
    const [dx, dy] = [way[0] * by, way[1] * by];
    onBegin();
    onArea(event.shiftKey ? resizedBy(area, dx, dy, ratio) : movedArea(area, dx, dy));
  };
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (!grip.current) return;
    const { corner, from, area: before } = grip.current;
    const to = place(event);
    onArea(corner ? draggedTo(before, corner, to, ratio) : movedArea(before, to.x - from.x, to.y - from.y));
  };
  const release = () => {
    grip.current = null;
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: no element is a rectangle that can be moved and sized; arrows do both.
    <div
      className={css.over}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: as above, the keyboard needs a place to stand.
      tabIndex={0}
      role="group"
      aria-label="What is shown"
      aria-describedby={help}
      onKeyDown={press}
      onPointerDown={(event) => {
        const corner = corners.find((name) => event.target instanceof HTMLElement && event.target.dataset.corner === name) ?? null;
        grip.current = { corner, from: place(event), area };
        event.currentTarget.setPointerCapture(event.pointerId);
        onBegin();
      }}
      onPointerMove={drag}
      onPointerUp={release}
      onPointerCancel={release}
    >
      <div className={css.area} style={areaStyle(area)}>
        {corners.map((corner) => (
          <i key={corner} className={css.corner} data-corner={corner} />
        ))}
      </div>
      <p className="visually-hidden" id={help}>
        Arrow keys move it, with Shift they change its size, with Alt in larger steps.
      </p>
      <p className="visually-hidden" role="status">
        {inWords(area)}
      </p>
    </div>
  );
}
