import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { clampZoom, contentWidth, pixelsPerSecond, type Scale, scrollAfterZoom, wholeFits } from './timeline-scale.ts';

export interface Zooming {
  scale: Scale;
  /** The window on the timeline: what scrolls. */
  viewport: RefObject<HTMLDivElement | null>;
  /** Zooms by a factor so that a moment stays where it is. */
  zoomBy: (factor: number, anchor: number) => void;
  zoomTo: (zoom: number, anchor: number) => void;
  /** While something is dragged a second keeps its width, however long all of it becomes. */
  hold: (held: boolean) => void;
}

/** How much of the timeline is to be seen; follows the window's width. */
export function useScale(duration: number): Zooming {
  const viewport = useRef<HTMLDivElement>(null);
  const scrollNext = useRef<number | null>(null);
  const [width, setWidth] = useState(0);
  /** Pixels a second, or null where all of it is to be seen: a cut then changes the width of a second, and otherwise does not. */
  const [chosen, setChosen] = useState<number | null>(null);
  const [held, setHeld] = useState<number | null>(null);
  const scale = useMemo<Scale>(() => {
    const all = { duration, width, zoom: 1 };
    if (held !== null) return { ...all, zoom: held / wholeFits(all) };
    return { ...all, zoom: chosen === null ? 1 : clampZoom(all, chosen / wholeFits(all)) };
  }, [duration, width, chosen, held]);

  useLayoutEffect(() => {
    const element = viewport.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    setWidth(element.clientWidth);
    return () => observer.disconnect();
  }, []);

  // The content has its new width only after rendering; scrolling there before would be cut off.
  useLayoutEffect(() => {
    if (viewport.current && scrollNext.current !== null && contentWidth(scale) > 0) viewport.current.scrollLeft = scrollNext.current;
    scrollNext.current = null;
  }, [scale]);

  const zoomTo = useCallback(
    (wanted: number, anchor: number) => {
      const after = { ...scale, zoom: clampZoom(scale, wanted) };
      scrollNext.current = scrollAfterZoom(scale, after, viewport.current?.scrollLeft ?? 0, anchor);
      setChosen(after.zoom > 1 ? pixelsPerSecond(after) : null);
    },
    [scale],
  );
  const zoomBy = useCallback((factor: number, anchor: number) => zoomTo(scale.zoom * factor, anchor), [scale, zoomTo]);
  const hold = useCallback((on: boolean) => setHeld(on ? pixelsPerSecond(scale) : null), [scale]);
  return { scale, viewport, zoomBy, zoomTo, hold };
}
