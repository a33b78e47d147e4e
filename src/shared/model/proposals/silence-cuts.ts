import type { EditList } from '../edit/list.ts';
import type { Stretch } from '../silence.ts';
import { worthCutting } from './facts.ts';
import type { Item } from './proposal.ts';

/** At an edge of a clip nothing is said on its other side: no rest is kept there. In seconds. */
const edge = 0.05;

/**
 * What of the silences that are seen would go, so that `rest` seconds of each stay: half of it on either side, where
 * something is said there.
 */
export function silenceCuts(list: EditList, source: string, silences: readonly Stretch[], rest: number): Item[] {
  const clips = list.clips.filter((clip) => clip.source === source);
  return silences.flatMap((silence) =>
    clips.flatMap((clip) => {
      const from = Math.max(silence.from, clip.from);
      const to = Math.min(silence.to, clip.to);
      if (to - from < rest + worthCutting) return [];
      const atStart = from <= clip.from + edge;
      const atEnd = to >= clip.to - edge;
      // A clip of nothing but silence is somebody's choice.
      if (atStart && atEnd) return [];
      const cut = { from: atStart ? clip.from : from + rest / 2, to: atEnd ? clip.to : to - rest / 2 };
      const middle = Math.round((silence.from + silence.to) / 2);
      return [{ id: `silence ${source} ${middle}`, source, ...cut, label: null }];
    }),
  );
}
