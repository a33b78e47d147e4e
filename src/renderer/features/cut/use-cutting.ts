import { useCallback, useMemo, useState } from 'react';
import { moveClip, removeClip, resizeClip, splitAt, trimAt } from '../../../shared/model/edit/clips.ts';
import type { CameraLayout, Clip, EditList } from '../../../shared/model/edit/list.ts';
import { allRemoved, bringBack, type Removed } from '../../../shared/model/edit/removed.ts';
import { append, cutRange, insertAt } from '../../../shared/model/edit/ripple.ts';
import { editDuration, placed } from '../../../shared/model/edit/time.ts';
import type { Take } from '../../../shared/model/take.ts';
import { addChapter, withoutChapter } from './chapters.ts';
import type { Player } from './player.ts';
import type { Editing } from './use-edit.ts';
import { clock, spoken } from './words.ts';

/** A stretch of the output, in seconds. */
export interface Range {
  from: number;
  to: number;
}

/** A sentence, and how many were said before it. */
export interface Said {
  sentence: string;
  number: number;
}

const newId = () => crypto.randomUUID();
const seconds = ({ from, to }: Range) => `${(to - from).toFixed(1)} s`;
const lengthOf = ({ from, to }: Range) => spoken(to - from);

/** Everything that can be done to an edit, each as one step of its history. Times are seconds of the output. */
export interface Cutting {
  removed: readonly Removed[];
  selection: Range | null;
  select: (range: Range | null) => void;
  /** The clip that keys and handles work on. */
  clip: Clip | null;
  selectClip: (id: string | null) => void;
  cutOut: () => void;
  split: () => void;
  /** Moves the chosen clip to another place in the order; `index` is counted without it. */
  moveTo: (id: string, index: number) => void;
  moveBy: (by: 1 | -1) => void;
  remove: (id: string) => void;
  /** Moves an end of a clip, in seconds of its take. One step of the history until `settle`. */
  resize: (id: string, ends: { from?: number; to?: number }) => void;
  /** The clip at the playhead begins or ends there. */
  trimHere: (end: 'from' | 'to') => void;
  insert: (take: Take, where: 'here' | 'end') => void;
  bringBack: (removed: Removed) => void;
  addChapter: () => void;
  /** One step of the history until `settle`, as is `rename`. */
  renameChapter: (id: string, title: string) => void;
  removeChapter: (id: string) => void;
  setCamera: (camera: CameraLayout, what: string) => void;
  /** Any other change of the list, in the words of the history: `add a blur`. Changes of one group are one step until `settle`. */
  change: (next: EditList, label: string, group?: string) => void;
  rename: (title: string) => void;
  settle: () => void;
  undo: () => void;
  redo: () => void;
  /** What was done last, or why nothing was; the same words said again are new. */
  said: Said;
  say: (sentence: string) => void;
}

export function useCutting({ cut, history, dispatch }: Editing, takes: ReadonlyMap<string, Take>, player: Player): Cutting {
  const [selection, select] = useState<Range | null>(null);
  const [chosen, selectClip] = useState<string | null>(null);
  const [said, setSaid] = useState<Said>({ sentence: '', number: 0 });
  const say = (sentence: string) => setSaid(({ number }) => ({ sentence, number: number + 1 }));
  const { list } = cut;

  const change = useCallback(
    (next: EditList, label: string, group?: string) => {
      // What changes nothing is no step to be undone.
      if (next !== cut.list) dispatch({ type: 'change', state: { ...cut, list: next }, label, ...(group ? { group } : {}) });
    },
    [cut, dispatch],
  );
  const durationOf = useCallback((source: string) => takes.get(source)?.duration ?? null, [takes]);
  const removed = useMemo(() => allRemoved(list, durationOf), [list, durationOf]);
  const places = useMemo(() => placed(list), [list]);
  const clip = list.clips.find(({ id }) => id === chosen) ?? null;
  const numberOf = (id: string) => list.clips.findIndex((each) => each.id === id) + 1;

  const moveTo = (id: string, index: number) => {
    const next = moveClip(list, id, Math.min(Math.max(0, index), list.clips.length - 1));
    if (next === list) return say(`Clip ${numberOf(id)} stays where it is.`);
    change(next, 'move a clip');
    const place = placed(next).find((each) => each.clip.id === id);
    player.seek(place?.start ?? player.time());
    say(`Moved clip ${numberOf(id)}. It is now clip ${next.clips.findIndex((each) => each.id === id) + 1} of ${next.clips.length}.`);
  };
  const remove = (id: string) => {
    const place = places.find((each) => each.clip.id === id);
    const next = removeClip(list, id);
    if (!place) return say('No clip is chosen.');
    if (next === list) return say('This is the only clip. Something to be seen has to stay.');
    change(next, 'remove a clip');
    const index = numberOf(id) - 1;
    selectClip(next.clips[Math.min(index, next.clips.length - 1)]?.id ?? null);
    player.seek(place.start);
    say(`Removed clip ${index + 1}, ${lengthOf(place.clip)}. ${next.clips.length} stay.`);
  };

  return {
    removed,
    selection,
    select: (range) => select(range && range.to - range.from > 0.001 ? range : null),
    clip,
    selectClip,
    moveTo,
    moveBy(by) {
      if (!clip) return say('No clip is chosen. Choose one on the timeline.');
      moveTo(clip.id, numberOf(clip.id) - 1 + by);
    },
    remove,
    cutOut() {
      if (!selection && clip) return remove(clip.id);
      if (!selection) return say('Nothing is selected. Select with I and O, or drag across the sound.');
      const next = cutRange(list, selection.from, selection.to);
      if (!next) return say('This would leave nothing to be seen. Select less.');
      if (next === list) return say('Only a card is selected. Take it away under Picture.');
      // A card that is selected with the clip beside it stays.
      const gone = { from: 0, to: editDuration(list) - editDuration(next) };
      change(next, `cut out ${seconds(gone)}`);
      player.seek(selection.from);
      say(`Cut out ${lengthOf(gone)}. ${spoken(editDuration(next))} stay.`);
      select(null);
    },
    split() {
      const next = splitAt(list, player.time(), newId);
      if (next === list) return say('Nothing to split here: an end of a clip is too near.');
      change(next, 'split');
      say(`Split at ${spoken(player.time())}. There are ${next.clips.length} clips now.`);
    },
    resize(id, ends) {
      const before = list.clips.find((each) => each.id === id);
      const duration = before && durationOf(before.source);
      if (!before || duration === null || duration === undefined) return;
      const side = ends.from === undefined ? 'end' : 'start';
      change(resizeClip(list, id, ends, duration), `move the ${side} of a clip`, `${side} ${id}`);
    },
    trimHere(end) {
      const trimmed = trimAt(list, player.time(), end);
      if (!trimmed) return say('No clip is seen here.');
      const { edit: next, place } = trimmed;
      const does = `Clip ${numberOf(place.clip.id)} ${end === 'from' ? 'begins' : 'ends'}`;
      if (next === list) return say(`${does} here already.`);
      change(next, end === 'from' ? 'begin the clip here' : 'end the clip here');
      if (end === 'from') player.seek(place.start);
      say(`${does} here now. ${spoken(editDuration(next))} stay.`);
    },
    insert(take, where) {
      const added: Clip = { id: newId(), source: take.id, from: 0, to: take.duration };
      const next = where === 'end' ? append(list, added) : insertAt(list, player.time(), added);
      change(next, `put in “${take.title}”`);
      selectClip(added.id);
      const place = placed(next).find((each) => each.clip.id === added.id);
      player.seek(place?.start ?? 0);
      say(`Put in ${take.title}, ${spoken(take.duration)}, as clip ${next.clips.findIndex(({ id }) => id === added.id) + 1}.`);
    },
    bringBack(stretch) {
      change(bringBack(list, stretch, newId), `bring back ${seconds(stretch)}`);
      player.seek(stretch.at);
      say(`Brought back ${lengthOf(stretch)}.`);
    },
    addChapter() {
      const place = player.place();
      if (!place) return;
      const added = addChapter(list, place.source, place.time, newId());
      if (!added) return say('A chapter begins here already.');
      change(added.list, 'add a chapter');
      say(`Added the chapter “${added.title}” at ${spoken(player.time())}. Its title stands under Cuts.`);
    },
    renameChapter(id, title) {
      const known = list.chapters.find((chapter) => chapter.id === id);
      if (!known || known.title === title) return;
      const chapters = list.chapters.map((chapter) => (chapter.id === id ? { ...chapter, title } : chapter));
      change({ ...list, chapters }, 'rename a chapter', `title ${id}`);
    },
    removeChapter(id) {
      change(withoutChapter(list, id), 'remove a chapter');
      say('Removed the chapter.');
    },
    setCamera: (camera, what) => change({ ...list, camera }, what, what === 'camera size' ? 'camera size' : undefined),
    change,
    rename(title) {
      if (title !== cut.title) dispatch({ type: 'change', state: { ...cut, title }, label: 'rename', group: 'rename' });
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
    say,
  };
}

/** A selection that begins or ends at a moment; the other end stays where it was, or goes to the end of what is seen. */
export function markedFrom(selection: Range | null, whole: number, time: number): Range {
  return { from: time, to: selection && selection.to > time ? selection.to : whole };
}
export function markedTo(selection: Range | null, time: number): Range {
  return { from: selection && selection.from < time ? selection.from : 0, to: time };
}

export const rangeWords = ({ from, to }: Range): string => `${clock(from)} – ${clock(to)}`;
