import { Undo2 } from 'lucide-react';
import { type PointerEvent, useEffect, useRef } from 'react';
import type { TakePictures } from '../../../shared/model/take.ts';
import { soundTop, timelineHeight } from './draw.ts';
import { Handle } from './handle.tsx';
import type { Player } from './player.ts';
import { Playhead } from './playhead.tsx';
import { type Range, shortestEdit } from './ranges.ts';
import styles from './timeline.module.css';
import { TimelineCanvas } from './timeline-canvas.tsx';
import { contentWidth, timeOf } from './timeline-scale.ts';
import type { Zooming } from './use-scale.ts';
import { spoken } from './words.ts';

interface Props {
  player: Player;
  pictures: TakePictures;
  zooming: Zooming;
  removed: readonly Range[];
  outer: Range;
  selection: Range | null;
  frame: number;
  isSeen: (time: number) => boolean;
  onSelect: (range: Range | null) => void;
  onBringBack: (range: Range) => void;
  onMoveStart: (time: number) => void;
  onMoveEnd: (time: number) => void;
  onSettle: () => void;
}

/** A press that moves less than this, in pixels, is a click. */
const slip = 4;

export function Timeline(props: Props) {
  const { player, pictures, zooming, removed, outer, selection, frame, onSelect } = props;
  const { scale, viewport, zoomBy } = zooming;
  const content = useRef<HTMLDivElement>(null);
  const dragging = useRef(false);
  const press = useRef<{ x: number; time: number; selects: boolean; moved: boolean } | null>(null);
  const { duration } = scale;
  const share = (time: number) => `${(time / Math.max(duration, 0.1)) * 100}%`;

  const timeAt = (clientX: number) => timeOf(scale, clientX - (content.current?.getBoundingClientRect().left ?? 0));

  const down = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const y = event.clientY - event.currentTarget.getBoundingClientRect().top;
    const time = timeAt(event.clientX);
    press.current = { x: event.clientX, time, selects: event.shiftKey || y >= soundTop, moved: false };
    dragging.current = true;
    if (!press.current.selects) player.seek(time);
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    const start = press.current;
    if (!start) return;
    start.moved ||= Math.abs(event.clientX - start.x) > slip;
    const window = viewport.current;
    if (window) {
      const { left, right } = window.getBoundingClientRect();
      if (event.clientX < left + 16) window.scrollLeft -= 12;
      if (event.clientX > right - 16) window.scrollLeft += 12;
    }
    const time = timeAt(event.clientX);
    if (!start.selects) player.seek(time);
    else if (start.moved) onSelect({ from: Math.min(start.time, time), to: Math.max(start.time, time) });
  };
  const up = () => {
    const start = press.current;
    press.current = null;
    dragging.current = false;
    if (!start?.selects || start.moved) return;
    onSelect(null);
    player.seek(start.time);
  };

  // React listens to wheels passively, where the page cannot be kept from zooming.
  useEffect(() => {
    const window = viewport.current;
    if (!window) return;
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const left = content.current?.getBoundingClientRect().left ?? 0;
      zoomBy(Math.exp(-event.deltaY / 240), timeOf(scale, event.clientX - left));
    };
    window.addEventListener('wheel', wheel, { passive: false });
    return () => window.removeEventListener('wheel', wheel);
  }, [viewport, scale, zoomBy]);

  return (
    <div ref={viewport} className={styles.viewport}>
      <div ref={content} className={styles.content} style={{ width: contentWidth(scale) || '100%', height: timelineHeight }}>
        {scale.width > 0 && <TimelineCanvas scale={scale} pictures={pictures} viewport={viewport} />}
        <div className={styles.surface} onPointerDown={down} onPointerMove={move} onPointerUp={up} onPointerCancel={up} />
        {removed.map((range) => (
          <button
            key={range.from}
            type="button"
            // The list of cuts says and does the same for the keyboard.
            tabIndex={-1}
            aria-hidden="true"
            className={styles.removed}
            style={{ left: share(range.from), width: share(range.to - range.from) }}
            title={`Bring back ${spoken(range.to - range.from)}`}
            onClick={() => props.onBringBack(range)}
          >
            <Undo2 size={16} aria-hidden="true" />
          </button>
        ))}
        {selection && (
          <>
            <div className={styles.selection} style={{ left: share(selection.from), width: share(selection.to - selection.from) }} />
            <Handle
              label="Selection begins"
              side="from"
              kind="mark"
              {...{ scale, frame }}
              value={selection.from}
              min={0}
              max={selection.to}
              onMove={(time) => onSelect({ from: Math.min(Math.max(0, time), selection.to), to: selection.to })}
            />
            <Handle
              label="Selection ends"
              side="to"
              kind="mark"
              {...{ scale, frame }}
              value={selection.to}
              min={selection.from}
              max={duration}
              onMove={(time) => onSelect({ from: selection.from, to: Math.max(Math.min(time, duration), selection.from) })}
            />
          </>
        )}
        <Handle
          label="Start"
          side="from"
          kind="trim"
          {...{ scale, frame }}
          value={outer.from}
          min={0}
          max={outer.to - shortestEdit}
          onMove={props.onMoveStart}
          onSettle={props.onSettle}
        />
        <Handle
          label="End"
          side="to"
          kind="trim"
          {...{ scale, frame }}
          value={outer.to}
          min={outer.from + shortestEdit}
          max={duration}
          onMove={props.onMoveEnd}
          onSettle={props.onSettle}
        />
        <Playhead {...{ player, scale, viewport, dragging }} isSeen={props.isSeen} />
      </div>
    </div>
  );
}
