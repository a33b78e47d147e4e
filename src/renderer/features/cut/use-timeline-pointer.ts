import { type PointerEvent, type RefObject, useRef, useState } from 'react';
import type { Placed } from '../../../shared/model/edit/time.ts';
import { picturesTop, soundTop } from './draw.ts';
import type { Player } from './player.ts';
import { timeOf } from './timeline-scale.ts';
import type { Cutting } from './use-cutting.ts';
import type { Zooming } from './use-scale.ts';

/** A press that moves less than this, in pixels, is a click. */
const slip = 4;

interface Press {
  x: number;
  time: number;
  does: 'seek' | 'move' | 'select';
  /** The clip under the hand. */
  clip: string | null;
  moved: boolean;
}

interface Options {
  player: Player;
  cutting: Cutting;
  zooming: Zooming;
  places: readonly Placed[];
  content: RefObject<HTMLDivElement | null>;
  snap: (time: number) => number;
}

/** The place in the order, counted without the clip itself, at which a clip let go at a moment would stand. */
export function dropIndex(places: readonly Placed[], id: string, time: number): number {
  return places.filter(({ clip, start }) => clip.id !== id && start + (clip.to - clip.from) / 2 < time).length;
}

/** Where the line is drawn at which a dragged clip would be put in, in seconds of the output. */
export function dropPlace(places: readonly Placed[], id: string, time: number): number {
  const others = places.filter(({ clip }) => clip.id !== id);
  const before = others[dropIndex(places, id, time) - 1];
  return before ? before.start + before.clip.to - before.clip.from : (places[0]?.start ?? 0);
}

/**
 * What a hand does on the timeline: on the ruler it moves the playhead, on the pictures it chooses a clip or drags it to
 * another place, on the sound it selects a stretch.
 */
export function useTimelinePointer({ player, cutting, zooming, places, content, snap }: Options) {
  const { scale, viewport } = zooming;
  const press = useRef<Press | null>(null);
  const dragging = useRef(false);
  /** The clip that is being dragged and the moment it is held over. */
  const [carried, setCarried] = useState<{ id: string; time: number } | null>(null);

  const timeAt = (event: PointerEvent) => timeOf(scale, event.clientX - (content.current?.getBoundingClientRect().left ?? 0));
  const caught = (event: PointerEvent) => (event.altKey ? timeAt(event) : snap(timeAt(event)));
  const clipAt = (time: number) => places.find(({ clip, start }) => time >= start && time < start + clip.to - clip.from)?.clip.id ?? null;

  const turnPages = (event: PointerEvent) => {
    const window = viewport.current;
    if (!window) return;
    const { left, right } = window.getBoundingClientRect();
    if (event.clientX < left + 16) window.scrollLeft -= 12;
    if (event.clientX > right - 16) window.scrollLeft += 12;
  };

  const down = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const y = event.clientY - event.currentTarget.getBoundingClientRect().top;
    const onSound = event.shiftKey || y >= soundTop;
    const does = onSound ? 'select' : y >= picturesTop ? 'move' : 'seek';
    const time = does === 'move' ? timeAt(event) : caught(event);
    press.current = { x: event.clientX, time, does, clip: clipAt(timeAt(event)), moved: false };
    dragging.current = true;
    if (does === 'seek') player.seek(time);
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    const start = press.current;
    if (!start) return;
    start.moved ||= Math.abs(event.clientX - start.x) > slip;
    turnPages(event);
    if (start.does === 'seek') return player.seek(caught(event));
    if (!start.moved) return;
    if (start.does === 'move') return start.clip === null ? undefined : setCarried({ id: start.clip, time: timeAt(event) });
    const time = caught(event);
    cutting.select({ from: Math.min(start.time, time), to: Math.max(start.time, time) });
  };
  const up = (event: PointerEvent<HTMLDivElement>) => {
    const start = press.current;
    press.current = null;
    dragging.current = false;
    setCarried(null);
    if (!start || start.does === 'seek' || event.type === 'pointercancel') return;
    if (start.moved) {
      if (start.does === 'move' && start.clip !== null) cutting.moveTo(start.clip, dropIndex(places, start.clip, timeAt(event)));
      return;
    }
    cutting.select(null);
    cutting.selectClip(start.clip);
    player.seek(start.time);
  };

  return { down, move, up, dragging, carried };
}
