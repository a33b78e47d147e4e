import { useCallback, useMemo, useState } from 'react';
import type { CameraLayout, EditList } from '../../../shared/model/edit/list.ts';
import { bringBack, moveEnd, moveStart, outerRange, type Range, removedRanges, without } from './ranges.ts';
import type { Editing } from './use-edit.ts';
import { clock, spoken } from './words.ts';

const newId = () => crypto.randomUUID();
const seconds = ({ from, to }: Range) => `${(to - from).toFixed(1)} s`;

export interface Cutting {
  removed: readonly Range[];
  outer: Range;
  selection: Range | null;
  select: (range: Range | null) => void;
  cutOut: () => void;
  bringBack: (range: Range) => void;
  moveStart: (time: number) => void;
  moveEnd: (time: number) => void;
  setCamera: (camera: CameraLayout, what: string) => void;
  /** Any other change of the list, in the words of the history: `add a blur`. Changes of one group are one step until `settle`. */
  change: (next: EditList, label: string, group?: string) => void;
  rename: (title: string) => void;
  settle: () => void;
  undo: () => void;
  redo: () => void;
  /** What was done last, for those who do not see it. */
  said: string;
}

/** Everything that can be done to an edit, each as one step of its history. */
export function useCutting({ cut, history, dispatch }: Editing, source: string, duration: number): Cutting {
  const [selection, select] = useState<Range | null>(null);
  const [said, say] = useState('');
  const { list } = cut;

  const change = useCallback(
    (next: EditList, label: string, group?: string) =>
      dispatch({ type: 'change', state: { ...cut, list: next }, label, ...(group ? { group } : {}) }),
    [cut, dispatch],
  );
  const removed = useMemo(() => removedRanges(list, source, duration), [list, source, duration]);
  const outer = useMemo(() => outerRange(list, source), [list, source]);

  return {
    removed,
    outer,
    selection,
    select: (range) => select(range && range.to - range.from > 0 ? range : null),
    cutOut() {
      if (!selection) return say('Nothing is selected. Select with I and O, or drag across the sound.');
      const next = without(list, source, selection);
      if (!next) return say('This would leave nothing to be seen. Select less.');
      change(next, `cut out ${seconds(selection)}`);
      say(`Cut out ${spoken(selection.to - selection.from)}.`);
      select(null);
    },
    bringBack(range) {
      change(bringBack(list, source, range, newId), `bring back ${seconds(range)}`);
      say(`Brought back ${spoken(range.to - range.from)}.`);
    },
    moveStart: (time) => change(moveStart(list, source, time, newId), 'move the start', 'start'),
    moveEnd: (time) => change(moveEnd(list, source, time, duration, newId), 'move the end', 'end'),
    setCamera: (camera, what) => change({ ...list, camera }, what, what === 'camera size' ? 'camera size' : undefined),
    change,
    rename(title) {
      if (title !== cut.title) dispatch({ type: 'change', state: { ...cut, title }, label: 'rename' });
    },
    settle: () => dispatch({ type: 'settle' }),
    undo() {
      if (history.past.length === 0) return say('Nothing to undo.');
      say(`Undone: ${history.present.label}.`);
      dispatch({ type: 'undo' });
    },
    redo() {
      const [next] = history.future;
      if (!next) return say('Nothing to redo.');
      say(`Done again: ${next.label}.`);
      dispatch({ type: 'redo' });
    },
    said,
  };
}

/** A selection that begins or ends at a moment; the other end stays where it was, or goes to the end of what is seen. */
export function markedFrom(selection: Range | null, outer: Range, time: number): Range {
  return { from: time, to: selection && selection.to > time ? selection.to : outer.to };
}
export function markedTo(selection: Range | null, outer: Range, time: number): Range {
  return { from: selection && selection.from < time ? selection.from : outer.from, to: time };
}

export const rangeWords = ({ from, to }: Range): string => `${clock(from)} – ${clock(to)}`;
