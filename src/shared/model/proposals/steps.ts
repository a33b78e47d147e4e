import type { EditList } from '../edit/list.ts';
import { clipsStart, editDuration, placed, toOutput } from '../edit/time.ts';
import { stepName } from '../recorded-name.ts';
import type { Facts } from './facts.ts';
import type { Item } from './proposal.ts';

/** A chapter this near to a mark is the mark's chapter. In seconds. */
const near = 0.5;
/** A lesson is cut in parts from this length on, and none of them is made shorter than the second figure. In seconds. */
const longLesson = 300;
const shortestPart = 60;

const chapterAt = (list: EditList, source: string, at: number): boolean =>
  list.chapters.some((chapter) => chapter.source === source && Math.abs(chapter.at - at) < near);

/** The steps that are seen and have no chapter yet; where there are any, the beginning of their take is the first step. */
export function stepChapters(list: EditList, facts: Facts): Item[] {
  return [...facts].flatMap(([source, { marks }]) => {
    const first = list.clips.find((clip) => clip.source === source);
    if (!first || marks.length === 0) return [];
    return [first.from, ...marks].flatMap((at, index) => {
      const seen = toOutput(list, source, at) !== null;
      const doubled = index > 0 && Math.abs(at - first.from) < near;
      if (!seen || doubled || chapterAt(list, source, at)) return [];
      return [{ id: `step ${source} ${index}`, source, from: at, to: at, label: stepName(index + 1) }];
    });
  });
}

/** Where a part of a long lesson begins, in seconds of the output, with what it is called. */
export interface Part {
  from: number;
  to: number;
  title: string;
}

/**
 * The parts of a long lesson: they begin at chapters, or at steps where there are none, and short ones go with the one
 * before. Empty where the lesson is short or has no steps.
 */
export function partsOf(list: EditList, facts: Facts): Part[] {
  const start = clipsStart(list);
  const end = editDuration(list) - (list.closing?.seconds ?? 0);
  if (end - start < longLesson) return [];
  const chapters = list.chapters.map(({ source, at, title }) => ({ at: toOutput(list, source, at), title }));
  const marks = [...facts].flatMap(([source, each]) =>
    each.marks.map((mark, index) => ({ at: toOutput(list, source, mark), title: stepName(index + 2) })),
  );
  const places = (chapters.length > 1 ? chapters : marks)
    .flatMap(({ at, title }) => (at !== null && at > start + near ? [{ at, title }] : []))
    .sort((a, b) => a.at - b.at);
  const parts: Part[] = [];
  let from = start;
  let title = chapters.find(({ at }) => at !== null && at <= start + near)?.title ?? stepName(1);
  for (const place of places) {
    if (place.at - from < shortestPart || end - place.at < shortestPart) continue;
    parts.push({ from, to: place.at, title });
    from = place.at;
    title = place.title;
  }
  return parts.length > 0 ? [...parts, { from, to: end, title }] : [];
}

/** The list of one part: its clips, and the marks of the takes with it. Cards stay with every part. */
export function partList(list: EditList, part: Part): EditList {
  const clips = placed(list).flatMap(({ clip, start }) => {
    const from = Math.max(clip.from, clip.from + part.from - start);
    const to = Math.min(clip.to, clip.from + part.to - start);
    return to - from >= 0.04 ? [{ ...clip, from, to }] : [];
  });
  const holds = (source: string, at: number) => clips.some((clip) => clip.source === source && at >= clip.from - near && at < clip.to);
  return { ...list, clips, chapters: list.chapters.filter(({ source, at }) => holds(source, at)) };
}
