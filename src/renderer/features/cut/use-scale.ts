import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { clampZoom, contentWidth, type Scale, scrollAfterZoom } from './timeline-scale.ts';

export interface Zooming {
  scale: Scale;
  /** The window on the timeline: what scrolls. */
  viewport: RefObject<HTMLDivElement | null>;
  /** Zooms by a factor so that a moment stays where it is. */
  zoomBy: (factor: number, anchor: number) => void;
  zoomTo: (zoom: number, anchor: number) => void;
}

/** How much of the timeline is to be seen; follows the window's width. */
export function useScale(duration: number): Zooming {
  const viewport = useRef<HTMLDivElement>(null);
  const scrollNext = useRef<number | null>(null);
  const [width, setWidth] = useState(0);
  const [zoom, setZoom] = useState(1);
  const scale = useMemo<Scale>(() => ({ duration, width, zoom: clampZoom({ duration, width, zoom: 1 }, zoom) }), [duration, width, zoom]);

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
      setZoom(after.zoom);
    },
    [scale],
  );
  const zoomBy = useCallback((factor: number, anchor: number) => zoomTo(scale.zoom * factor, anchor), [scale, zoomTo]);
  return { scale, viewport, zoomBy, zoomTo };
}
