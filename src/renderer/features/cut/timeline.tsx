import { useEffect, useMemo, useRef } from 'react';
import type { EditList } from '../../../shared/model/edit/list.ts';
import { editDuration, placed } from '../../../shared/model/edit/time.ts';
import type { Take } from '../../../shared/model/take.ts';
import type { Marker } from './chapters.ts';
import { ClipHandles } from './clip-handles.tsx';
import { ClipList } from './clip-list.tsx';
import { timelineHeight } from './draw.ts';
import { Handle } from './handle.tsx';
import { CutMarks, Markers } from './markers.tsx';
import type { TimelineMaterial } from './material.ts';
import type { Player } from './player.ts';
import { Playhead } from './playhead.tsx';
import { catchers, reach, snapped } from './snap.ts';
import { spansOf } from './spans.ts';
import styles from './timeline.module.css';
import { TimelineCanvas } from './timeline-canvas.tsx';
import { contentWidth, pixelsPerSecond, timeOf, xOf } from './timeline-scale.ts';
import type { Cutting, Range } from './use-cutting.ts';
import type { Zooming } from './use-scale.ts';
import { useSight } from './use-sight.ts';
import { dropPlace, useTimelinePointer } from './use-timeline-pointer.ts';

interface Props {
  player: Player;
  list: EditList;
  takes: ReadonlyMap<string, Take>;
  cutting: Cutting;
  zooming: Zooming;
  material: TimelineMaterial;
  frame: number;
  snapping: boolean;
  chapters: readonly Marker[];
  steps: readonly Marker[];
  /** Moments that catch besides cuts, chapters, steps and the playhead: where silences begin and end. */
  moments: readonly number[];
  /** Stretches of the output that a proposal speaks of. */
  proposed: readonly Range[];
}

export function Timeline(props: Props) {
  const { player, list, takes, cutting, zooming, material, frame, snapping, chapters, steps, moments, proposed } = props;
  const { scale, viewport, zoomBy } = zooming;
  const content = useRef<HTMLDivElement>(null);
  const spans = useMemo(() => spansOf(list), [list]);
  const places = useMemo(() => placed(list), [list]);
  const sight = useSight(scale, viewport);
  const whole = editDuration(list);
  const { selection, clip } = cutting;
  const x = (time: number) => xOf(scale, time);
  const inSight = ({ from, to }: Range) => to >= sight.from && from <= sight.to;

  const fixed = useMemo(
    () =>
      catchers(
        spans.flatMap(({ start, end }) => [start, end]),
        chapters.map(({ at }) => at),
        steps.map(({ at }) => at),
        moments,
      ),
    [spans, chapters, steps, moments],
  );
  const tolerance = reach / Math.max(pixelsPerSecond(scale), 1e-6);
  const snapFixed = (time: number) => (snapping ? snapped(time, fixed, tolerance) : time);
  const snap = (time: number) => {
    const near = Math.abs(player.time() - time) <= tolerance;
    return snapping && near ? player.time() : snapFixed(time);
  };
  const seeking = useTimelinePointer({ player, cutting, zooming, places, content, snap: snapFixed });
  const chosen = places.findIndex((place) => place.clip.id === clip?.id);
  const chosenPlace = places[chosen];
  const chosenTake = chosenPlace && takes.get(chosenPlace.clip.source);

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
        {scale.width > 0 && <TimelineCanvas scale={scale} spans={spans} material={material} viewport={viewport} />}
        <ClipList {...{ places, takes, cutting, player, scale, sight }} />
        {list.opening && <Card name="Opening card" from={0} to={list.opening.seconds} x={x} />}
        {list.closing && <Card name="Closing card" from={whole - list.closing.seconds} to={whole} x={x} />}
        {proposed.filter(inSight).map(({ from, to }) => (
          <div key={from} className={styles.proposed} style={{ left: x(from), width: Math.max(1, x(to - from)) }} />
        ))}
        <div
          className={styles.surface}
          data-carrying={seeking.carried !== null}
          onPointerDown={seeking.down}
          onPointerMove={seeking.move}
          onPointerUp={seeking.up}
          onPointerCancel={seeking.up}
        />
        <Markers {...{ scale, sight, chapters, steps }} onJump={player.seek} />
        <CutMarks {...{ scale, sight }} removed={cutting.removed} onBringBack={cutting.bringBack} />
        {seeking.carried && (
          <div className={styles.drop} style={{ left: x(dropPlace(places, seeking.carried.id, seeking.carried.time)) }} />
        )}
        {selection && (
          <>
            <div className={styles.selection} style={{ left: x(selection.from), width: x(selection.to - selection.from) }} />
            <Handle
              label="Selection begins"
              side="from"
              kind="mark"
              {...{ scale, frame }}
              at={selection.from}
              value={selection.from}
              min={0}
              max={selection.to}
              onMove={(time, free) => cutting.select({ from: free ? time : Math.min(snap(time), selection.to), to: selection.to })}
            />
            <Handle
              label="Selection ends"
              side="to"
              kind="mark"
              {...{ scale, frame }}
              at={selection.to}
              value={selection.to}
              min={selection.from}
              max={whole}
              onMove={(time, free) => cutting.select({ from: selection.from, to: free ? time : Math.max(snap(time), selection.from) })}
            />
          </>
        )}
        {chosenPlace && chosenTake && (
          <ClipHandles place={chosenPlace} number={chosen + 1} take={chosenTake} {...{ cutting, player, zooming, frame, snap }} />
        )}
        <Playhead {...{ player, scale, viewport }} dragging={seeking.dragging} />
      </div>
    </div>
  );
}

/** Below this width a card has no room for its name, in CSS pixels. */
const roomForName = 60;

function Card({ name, from, to, x }: { name: string; from: number; to: number; x: (time: number) => number }) {
  return (
    <div className={styles.card} style={{ left: x(from), width: Math.max(4, x(to - from) - 2) }}>
      {x(to - from) > roomForName && <span>{name}</span>}
    </div>
  );
}
