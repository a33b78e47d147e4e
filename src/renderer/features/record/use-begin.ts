import { useEffect, useRef, useState } from 'react';
import type { Areas } from './engine/engine.ts';
import type { Recorder } from './use-recording.ts';
import type { Sources } from './use-sources.ts';
import { beingAsked, hasPicture, whenToBegin } from './when-to-begin.ts';
import type { SourceName } from './words.ts';

export interface Begin {
  /** What a wish to record still waits for; nothing where there is no such wish. */
  waiting: SourceName[];
  record(): Promise<void>;
}

/** Begins a take when that is wished, as soon as every source has answered. `isThere` says whether it may begin at all. */
export function useBegin(recorder: Recorder, sources: Sources, areas: Areas, isThere: () => Promise<boolean>): Begin {
  /** The sources that had not answered when the wish came; null without one. */
  const [asked, setAsked] = useState<SourceName[] | null>(null);
  const latest = useRef(sources);
  latest.current = sources;
  const { set, live } = sources;
  const { begin } = recorder;
  const now = asked && whenToBegin(asked, set);

  useEffect(() => {
    if (now === null || now === 'wait') return;
    setAsked(null);
    if (now === 'begin') begin(live, areas);
  }, [now, begin, live, areas]);

  const isBusy = useRef(false);
  const record = async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    const may = await isThere();
    isBusy.current = false;
    if (!may) return;
    const { current } = latest;
    const empty = !hasPicture(current.set);
    // Showing the screen is what most come for: without a choice the picker opens first.
    if (empty) void current.open('screen');
    setAsked([...beingAsked(current.set), ...(empty ? (['screen'] as const) : [])]);
  };

  return { waiting: asked ? beingAsked(set) : [], record };
}
