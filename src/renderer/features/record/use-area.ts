import { useCallback, useMemo, useState } from 'react';
import type { Area } from '../../../shared/model/edit/list.ts';
import { hasWebCodecs } from './engine/arm.ts';
import type { Areas } from './engine/engine.ts';

export interface ChosenArea {
  /** What of the screen is recorded; null is all of it. */
  area: Area | null;
  areas: Areas;
  /** Whether it is being chosen right now. */
  choosing: boolean;
  /** Only single pictures can be cut to an area, so only where the browser hands them out. */
  possible: boolean;
  setChoosing(choosing: boolean): void;
  choose(area: Area | null): void;
}

/** Which part of the chosen screen is recorded; another screen is recorded whole until an area of it is chosen. */
export function useArea(screen: MediaStreamTrack | undefined, idle: boolean): ChosenArea {
  const [kept, setKept] = useState<{ of: MediaStreamTrack; area: Area } | null>(null);
  const [choosing, setChoosing] = useState(false);
  const area = kept && kept.of === screen ? kept.area : null;
  const areas = useMemo<Areas>(() => (area ? { screen: area } : {}), [area]);
  const choose = useCallback((next: Area | null) => setKept(next && screen ? { of: screen, area: next } : null), [screen]);
  const possible = hasWebCodecs();
  return { area, areas, choosing: choosing && idle && possible && screen !== undefined, possible, setChoosing, choose };
}
