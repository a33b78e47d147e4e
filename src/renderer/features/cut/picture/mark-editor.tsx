import { type KeyboardEvent, type PointerEvent, useCallback, useRef } from 'react';
import type { Area, EditList, Point } from '../../../../shared/model/edit/list.ts';
import type { Box, Size } from '../../../../shared/model/scene/canvas.ts';
import type { Scene } from '../../../../shared/model/scene/scene.ts';
import { onCanvas } from '../../../../shared/model/scene/scene-at.ts';
import type { Player } from '../player.ts';
import { seenAt } from '../stage/seen-at.ts';
import { placed } from '../stage/styles.ts';
import type { Cutting } from '../use-cutting.ts';
import { useAtTime, usePlayerState } from '../use-player.ts';
import styles from './mark-editor.module.css';
import { areaOf, kindOf, kinds, type Mark, movedArea, type PointName, pointsOf, withArea, withMark, withPoint } from './marks.ts';

interface Props {
  player: Player;
  scene: Scene;
  list: EditList;
  cutting: Cutting;
  mark: Mark;
}

/** How far a key moves, as a share of the picture. */
const step = 0.01;

const arrows: Record<string, Point> = {
  ArrowLeft: { x: -step, y: 0 },
  ArrowRight: { x: step, y: 0 },
  ArrowUp: { x: 0, y: -step },
  ArrowDown: { x: 0, y: step },
};

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Follows a pointer from where it goes down; moves are told as shares of the picture since then. */
function useDrag(perShare: Size, onMove: (by: Point) => void, onEnd: () => void) {
  const start = useRef<Point | null>(null);
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
      event.currentTarget.closest('button')?.focus();
      start.current = { x: event.clientX, y: event.clientY };
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (!start.current) return;
      const canvas = event.currentTarget.closest('[data-canvas]')?.getBoundingClientRect();
      if (!canvas) return;
      onMove({
        x: (event.clientX - start.current.x) / (canvas.width * perShare.width),
        y: (event.clientY - start.current.y) / (canvas.height * perShare.height),
      });
    },
    onPointerUp() {
      start.current = null;
      onEnd();
    },
  };
}

interface RegionProps {
  name: string;
  area: Area;
  box: Box;
  canvas: Size;
  /** A whole picture in shares of the canvas. */
  perShare: Size;
  onArea: (area: Area) => void;
  onEnd: () => void;
}

function Region({ name, area, box, canvas, perShare, onArea, onEnd }: RegionProps) {
  const first = useRef(area);
  const remember = () => {
    first.current = area;
  };
  const moving = useDrag(perShare, ({ x, y }) => onArea(movedArea(first.current, { x, y })), onEnd);
  const sizing = useDrag(perShare, ({ x, y }) => onArea(movedArea(first.current, { width: x, height: y })), onEnd);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = arrows[event.key];
    if (!by) return;
    event.preventDefault();
    event.stopPropagation();
    onArea(movedArea(area, event.shiftKey ? { width: by.x, height: by.y } : by));
  };
  const words = `${name}: ${percent(area.x)} from the left, ${percent(area.y)} from the top, ${percent(area.width)} wide, ${percent(area.height)} high. Arrow keys move it, with Shift they change its size.`;
  return (
    <button
      type="button"
      className={styles.region}
      style={placed(box, canvas)}
      aria-label={words}
      onKeyDown={onKeyDown}
      onBlur={onEnd}
      onPointerDownCapture={remember}
      {...moving}
    >
      <span className={styles.corner} aria-hidden="true" {...sizing} />
    </button>
  );
}

interface DotProps {
  name: string;
  point: Point;
  at: Point;
  canvas: Size;
  perShare: Size;
  onPoint: (point: Point) => void;
  onEnd: () => void;
}

function Dot({ name, point, at, canvas, perShare, onPoint, onEnd }: DotProps) {
  const first = useRef(point);
  const moving = useDrag(perShare, ({ x, y }) => onPoint({ x: first.current.x + x, y: first.current.y + y }), onEnd);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = arrows[event.key];
    if (!by) return;
    event.preventDefault();
    event.stopPropagation();
    onPoint({ x: point.x + by.x, y: point.y + by.y });
  };
  const { left, top } = placed({ ...at, width: 0, height: 0 }, canvas);
  return (
    <button
      type="button"
      className={styles.dot}
      style={{ left, top }}
      aria-label={`${name}: ${percent(point.x)} from the left, ${percent(point.y)} from the top. Arrow keys move it.`}
      onKeyDown={onKeyDown}
      onBlur={onEnd}
      onPointerDownCapture={() => {
        first.current = point;
      }}
      {...moving}
    />
  );
}

const pointNames: Record<PointName, string> = { at: 'Place', tail: 'Beginning of the arrow', tip: 'Tip of the arrow' };

/** What is chosen in the panel, on the picture itself: moved and resized by pointer or keys. It is there while nothing plays. */
export function MarkEditor({ player, scene, list, cutting, mark }: Props) {
  const { rate } = usePlayerState(player);
  const time = useAtTime(
    player,
    useCallback((now) => Math.round(now * 1000) / 1000, []),
  );
  const place = player.place();
  const { source, from, to } = mark.mark;
  const now = seenAt(scene, time, place?.source);
  const picture = now?.layers.find(({ track }) => track === 'picture');
  if (rate !== 0 || !picture || now?.stretch.source !== source || place?.source !== source || place.time < from - 0.05 || place.time > to)
    return null;
  const { canvas } = scene;
  const perShare = {
    width: ((picture.size.width / picture.view.width) * picture.box.width) / canvas.width,
    height: ((picture.size.height / picture.view.height) * picture.box.height) / canvas.height,
  };
  const name = kinds[kindOf(mark)];
  const change = (next: Mark) => cutting.change(withMark(list, next), `move the ${name.toLowerCase()}`, `move ${mark.mark.id}`);
  const area = areaOf(mark, place.time);
  const onPicture = (point: Point) => onCanvas(point, picture);
  const corners = area && [onPicture(area), onPicture({ x: area.x + area.width, y: area.y + area.height })];
  const [one, other] = corners ?? [];
  return (
    <div className={styles.editor} data-canvas>
      {area && one && other && (
        <Region
          {...{ name, area, canvas, perShare }}
          box={{ x: one.x, y: one.y, width: other.x - one.x, height: other.y - one.y }}
          onArea={(next) => change(withArea(mark, place.time, next))}
          onEnd={cutting.settle}
        />
      )}
      {pointsOf(mark).map(({ name: point, x, y }) => (
        <Dot
          key={point}
          {...{ canvas, perShare }}
          name={pointNames[point]}
          point={{ x, y }}
          at={onPicture({ x, y })}
          onPoint={(next) => change(withPoint(mark, point, next))}
          onEnd={cutting.settle}
        />
      ))}
    </div>
  );
}
