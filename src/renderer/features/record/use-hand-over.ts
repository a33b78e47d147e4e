import { useEffect, useRef } from 'react';
import type { TrackKind } from '../../../shared/model/take.ts';
import type { Areas, LiveSources } from './engine/engine.ts';
import { isRunning } from './state.ts';
import type { Recorder } from './use-recording.ts';
import type { SourceName } from './words.ts';

const tracksOf: Record<SourceName, TrackKind[]> = { screen: ['screen', 'system'], camera: ['camera'], microphone: ['microphone'] };

/** Gives a running take the tracks that were chosen in mid-take, in place of those it began with. */
export function useHandOver(recorder: Recorder, live: LiveSources, areas: Areas): void {
  const given = useRef(live);
  const back = useRef(recorder.back);
  back.current = recorder.back;
  const running = isRunning(recorder.state);
  useEffect(() => {
    const before = given.current;
    given.current = live;
    if (!running) return;
    for (const [name, kinds] of Object.entries(tracksOf)) {
      const changed = kinds.filter((kind) => live[kind] && live[kind] !== before[kind]);
      const tracks: LiveSources = Object.fromEntries(changed.map((kind) => [kind, live[kind]]));
      if (changed.length > 0) void back.current(name as SourceName, tracks, areas);
    }
  }, [running, live, areas]);
}
