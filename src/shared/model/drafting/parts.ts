import type { Cue } from '../captions/captions.ts';
import { chaptersOfEdit, startInOutput } from '../captions/output.ts';
import type { EditList } from '../edit/list.ts';
import { clipsStart, editDuration } from '../edit/time.ts';
import { isNumberedName } from '../recorded-name.ts';

/** What is said from one moment to another, in seconds of the finished video. */
interface Said {
  at: number;
  text: string;
}

/** A step of a finished video, in seconds of the video. */
export interface Part {
  from: number;
  to: number;
  /** What its chapter is called; empty where nobody named it. */
  title: string;
  /** What is said in it, caption by caption. */
  said: Said[];
}

export interface Parts {
  /** What is said before the first step begins. */
  before: Said[];
  /** Never empty: where nobody marked or named a step, all of the video is one. */
  steps: Part[];
}

/** Two moments nearer to each other than this, in seconds, were one press. */
const nearest = 1.5;

interface Start {
  at: number;
  title: string;
}

export type Marks = Readonly<Record<string, readonly number[]>>;

/**
 * Where steps begin: at chapters, else at the marks that were set while recording. A chapter that was made of a mark and is still
 * called by its number has no name.
 */
function startsOf(list: EditList, marks: Marks): Start[] {
  const chapters = chaptersOfEdit(list).map(({ from, title }) => ({ at: from, title: isNumberedName(title) ? '' : title }));
  if (chapters.length > 0) return chapters;
  const marked = Object.entries(marks).flatMap(([source, times]) => times.flatMap((time) => startInOutput(list, source, time) ?? []));
  // A mark says "next step": the first step began where the take did.
  return [clipsStart(list), ...marked.toSorted((a, b) => a - b)].map((at) => ({ at, title: '' }));
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/**
 * The steps that a finished video shows, with what is said in each: a caption belongs to the step in which most of it is heard.
 * `most` steps at the most; what comes after belongs to the last. `duration` is that of the file.
 */
export function partsOf(list: EditList, marks: Marks, cues: readonly Cue[], duration: number, most: number): Parts {
  const end = Math.min(editDuration(list) - (list.closing?.seconds ?? 0), duration);
  const starts: Start[] = [];
  for (const start of startsOf(list, marks)) {
    const last = starts.at(-1);
    if (start.at < end && (!last || start.at - last.at >= nearest) && starts.length < most) starts.push(start);
  }
  const lines = cues
    .map((cue) => ({ middle: (cue.from + cue.to) / 2, at: Math.min(cue.from, duration), text: oneLine(cue.text) }))
    .filter(({ text }) => text !== '')
    .toSorted((one, other) => one.middle - other.middle);
  const saidIn = (from: number, to: number): Said[] =>
    lines.filter(({ middle }) => middle >= from && middle < to).map(({ at, text }) => ({ at, text }));
  const steps = starts.map(({ at, title }, index): Part => {
    const to = starts[index + 1]?.at ?? end;
    return { from: at, to, title, said: saidIn(at, index + 1 < starts.length ? to : Number.POSITIVE_INFINITY) };
  });
  return { before: saidIn(Number.NEGATIVE_INFINITY, starts[0]?.at ?? 0), steps };
}

/** The moment at which a step is seen well: a little after it began, when what it speaks of is on the screen. */
export const momentOf = ({ from, to }: Pick<Part, 'from' | 'to'>): number => from + Math.min(2, (to - from) / 2);
