import { type RefObject, useEffect, useState } from 'react';
import { pixelsPerSecond, type Scale } from './timeline-scale.ts';

/** What of the timeline is in sight, with half a window more on each side. In seconds of the output. */
export interface Sight {
  from: number;
  to: number;
}

/** Renewed only when a quarter of the window has gone by, so that scrolling renders seldom. */
export function useSight(scale: Scale, viewport: RefObject<HTMLDivElement | null>): Sight {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const element = viewport.current;
    if (!element || scale.width === 0) return;
    const step = scale.width / 4;
    const look = () => setLeft(Math.round(element.scrollLeft / step) * step);
    look();
    element.addEventListener('scroll', look, { passive: true });
    return () => element.removeEventListener('scroll', look);
  }, [scale, viewport]);
  const second = Math.max(pixelsPerSecond(scale), 1e-6);
  return { from: (left - scale.width * 0.75) / second, to: (left + scale.width * 1.75) / second };
}
