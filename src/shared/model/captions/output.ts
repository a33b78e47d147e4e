import type { EditList } from '../edit/list.ts';
import { editDuration, type Placed, placed, type Timed, toOutput } from '../edit/time.ts';
import type { Captions, Cue, Word } from './captions.ts';
import { broken } from './lines.ts';
import { wordsOf } from './words.ts';

/** Parts of one cue that are shown this close together are one cue again, in seconds of output. */
const seam = 0.3;
/** Moments that are the same but for arithmetic lie this close together. */
const hair = 0.001;

const textOf = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ');

/** A cue as far as a clip shows it, in output time; null where nothing that is said in it is heard there. */
function seen(cue: Cue, { clip, start }: Placed): Cue | null {
  if (cue.to <= clip.from || cue.from >= clip.to) return null;
  const all = wordsOf(cue);
  const isHeard = ({ from, to }: Word) => (from + to) / 2 >= clip.from && (from + to) / 2 < clip.to;
  const words = all.filter(isHeard);
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return null;
  const out = (time: number) => start + Math.min(Math.max(time, clip.from), clip.to) - clip.from;
  const from = out(first === all[0] ? cue.from : first.from);
  const to = out(last === all.at(-1) ? cue.to : last.to);
  if (to <= from) return null;
  const moved = words.map((word) => ({ ...word, from: out(word.from), to: out(word.to) }));
  return { id: cue.id, from, to, text: words.length === all.length ? cue.text : broken(textOf(words)), words: moved };
}

function joined(one: Cue, other: Cue): Cue {
  const words = [...wordsOf(one), ...wordsOf(other)];
  return { ...one, to: other.to, text: broken(textOf(words)), words };
}

/**
 * The captions of an edit in output time: words that were cut out vanish, cues shrink, and part where their halves are
 * shown far from each other. Sources without captions have none.
 */
export function captionsOfEdit(edit: Timed, captionsBySource: Readonly<Record<string, Pick<Captions, 'cues'>>>): Cue[] {
  const cues: Cue[] = [];
  const taken = new Map<string, number>();
  for (const place of placed(edit)) {
    for (const cue of captionsBySource[place.clip.source]?.cues ?? []) {
      const here = seen(cue, place);
      if (!here) continue;
      const last = cues.at(-1);
      if (last && last.id.split('~')[0] === cue.id && here.from - last.to <= seam && here.from >= last.to - hair) {
        cues[cues.length - 1] = joined(last, here);
        continue;
      }
      const count = taken.get(cue.id) ?? 0;
      taken.set(cue.id, count + 1);
      cues.push(count === 0 ? here : { ...here, id: `${cue.id}~${count}` });
    }
  }
  return cues;
}

export interface PlacedChapter {
  title: string;
  from: number;
  to: number;
}

/** Output time of what begins at a moment of a take: that moment, or where it was cut out, what is seen of the take next. Null where nothing is. */
export function startInOutput(edit: Timed, source: string, at: number): number | null {
  const here = toOutput(edit, source, at);
  if (here !== null) return here;
  const later = placed(edit).filter(({ clip }) => clip.source === source && clip.from > at);
  return later.length > 0 ? Math.min(...later.map(({ start }) => start)) : null;
}

/** The chapters of an edit in output time. Of two that would begin together the later one stays. */
export function chaptersOfEdit(edit: Timed & Pick<EditList, 'chapters'>): PlacedChapter[] {
  const starts = new Map<number, string>();
  const found = edit.chapters.flatMap(({ source, at, title }) => {
    const start = startInOutput(edit, source, at);
    return start === null || title.trim() === '' ? [] : [{ at, title: title.trim(), start }];
  });
  for (const { title, start } of found.sort((one, other) => one.start - other.start || one.at - other.at)) starts.set(start, title);
  const whole = editDuration(edit);
  const order = [...starts];
  return order.flatMap(([from, title], index) => {
    const to = order[index + 1]?.[0] ?? whole;
    return to > from ? [{ title, from, to }] : [];
  });
}
