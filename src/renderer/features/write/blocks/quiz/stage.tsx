import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { leastRegion } from '../../../../../shared/model/quiz/kinds/hotspot.ts';
import type { HotspotPicture, Region } from '../../../../../shared/model/quiz/model.ts';
import css from './quiz.module.css';
import { type Box, fitted, nudged, type Spot, spanning } from './regions.ts';

interface StageProps {
  picture: HotspotPicture;
  regions: readonly Region[];
  onDrawn(box: Box): void;
  onChanged(id: string, box: Box): void;
}

/** What the pointer is about: a new place, or one that is moved or made larger. */
interface Drag {
  id: string | null;
  from: Spot;
  start: Box;
  corner: boolean;
  now: Box;
}

const place = ({ x, y, width, height }: Box) => ({
  left: `${x * 100}%`,
  top: `${y * 100}%`,
  width: `${width * 100}%`,
  height: `${height * 100}%`,
});

/** A press that hardly moves draws nothing: the least of places is no larger. */
const isDrawn = ({ now }: Drag): boolean => now.width > leastRegion || now.height > leastRegion;

/** The picture with its places: drawn, moved and made larger by pointer, moved and made larger by arrow keys. */
export function Stage({ picture, regions, onDrawn, onChanged }: StageProps) {
  const stage = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);

  const spotOf = (event: PointerEvent): Spot => {
    const { left, top, width, height } = stage.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    return { x: (event.clientX - left) / width, y: (event.clientY - top) / height };
  };
  const begin = (event: PointerEvent, region: Region | null, corner = false) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    stage.current?.setPointerCapture(event.pointerId);
    const from = spotOf(event);
    const start = region ?? { ...from, width: 0, height: 0 };
    setDrag({ id: region?.id ?? null, from, start, corner, now: start });
  };
  const follow = (event: PointerEvent) => {
    if (!drag) return;
    const to = spotOf(event);
    const { start, from } = drag;
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const moved = drag.corner
      ? spanning(start, { x: start.x + start.width + dx, y: start.y + start.height + dy })
      : fitted({ ...start, x: start.x + dx, y: start.y + dy });
    setDrag({ ...drag, now: drag.id === null ? spanning(from, to) : moved });
  };
  // Only the end is told: the way there is no history.
  const end = () => {
    if (!drag) return;
    setDrag(null);
    if (drag.id !== null && drag.now !== drag.start) onChanged(drag.id, drag.now);
    else if (drag.id === null && drag.now !== drag.start && isDrawn(drag)) onDrawn(drag.now);
  };
  const press = (event: KeyboardEvent, region: Region) => {
    const box = nudged(region, event.key, event.shiftKey);
    if (!box) return;
    event.preventDefault();
    event.stopPropagation();
    onChanged(region.id, box);
  };

  return (
    <div
      ref={stage}
      className={css.stage}
      onPointerDown={(event) => begin(event, null)}
      onPointerMove={follow}
      onPointerUp={end}
      onPointerCancel={() => setDrag(null)}
    >
      <img src={`/media/${picture.media}`} alt={picture.alt} width={picture.width} height={picture.height} draggable={false} />
      {regions.map((region, index) => (
        <button
          key={region.id}
          type="button"
          className={region.correct ? `${css.region} ${css.rightRegion}` : css.region}
          style={place(drag?.id === region.id ? drag.now : region)}
          aria-label={`Place ${index + 1}${region.label ? `: ${region.label}` : ''}. Arrow keys move it, with shift they change its size.`}
          onPointerDown={(event) => begin(event, region)}
          onKeyDown={(event) => press(event, region)}
        >
          <span>{index + 1}</span>
          {/* The corner is for pointers; keys have shift. */}
          <i aria-hidden="true" onPointerDown={(event) => begin(event, region, true)} />
        </button>
      ))}
      {drag?.id === null && <div className={css.region} style={place(drag.now)} />}
    </div>
  );
}
