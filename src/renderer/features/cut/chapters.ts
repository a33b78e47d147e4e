import type { Chapter, EditList } from '../../../shared/model/edit/list.ts';
import { toOutput } from '../../../shared/model/edit/time.ts';
import { capital, inWords } from '../../../shared/model/lint/words.ts';
import { chapterName, isNumberedName, stepName } from '../../../shared/model/recorded-name.ts';
import type { Take } from '../../../shared/model/take.ts';

export interface Marker {
  /** Output time. */
  at: number;
  id: string;
  title: string;
}

export const chapterTitle = ({ title }: Pick<Chapter, 'title'>): string => title || 'Chapter without a title';

/** Chapters that are seen, in the order they come. */
export function chapterMarkers(list: EditList): Marker[] {
  return list.chapters
    .flatMap((chapter) => {
      const at = toOutput(list, chapter.source, chapter.at);
      return at === null ? [] : [{ id: chapter.id, at, title: chapterTitle(chapter) }];
    })
    .sort((a, b) => a.at - b.at);
}

/** The steps that were marked while recording and are still seen. They are counted within their take, so a cut renames none. */
export function stepMarkers(list: EditList, takes: ReadonlyMap<string, Take>): Marker[] {
  const sources = [...new Set(list.clips.map(({ source }) => source))];
  return sources
    .flatMap((source) => {
      const marks = takes.get(source)?.marks ?? [];
      return marks.flatMap((mark, index) => {
        const at = toOutput(list, source, mark);
        // The first step begins with the take, the first mark begins the second.
        return at === null ? [] : [{ id: `${source} ${index}`, at, title: stepName(index + 2) }];
      });
    })
    .sort((a, b) => a.at - b.at);
}

/** A chapter more, with a title that says which it is; null where one begins within half a second. */
export function addChapter(list: EditList, source: string, at: number, id: string): { list: EditList; title: string } | null {
  if (list.chapters.some((chapter) => chapter.source === source && Math.abs(chapter.at - at) < 0.5)) return null;
  const title = chapterName(list.chapters.length + 1);
  return { list: { ...list, chapters: [...list.chapters, { id, source, at, title }] }, title };
}

/** How many chapters colleagues would find by their number alone, or not at all. */
export const unnamedChapters = ({ chapters }: EditList): number =>
  chapters.filter(({ title }) => title.trim() === '' || isNumberedName(title)).length;

/** What is said of them where they are named; null where each has a name. */
export function unnamedSentence(count: number): string | null {
  if (count === 0) return null;
  const which = count === 1 ? 'One has no name' : `${capital(inWords(count))} have no name`;
  return `${which} yet. Say what is done in each: colleagues choose by these words.`;
}

export const withoutChapter = (list: EditList, id: string): EditList => ({
  ...list,
  chapters: list.chapters.filter((chapter) => chapter.id !== id),
});
