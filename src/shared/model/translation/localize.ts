import { z } from 'zod';
import type { Block } from '../blocks/index.ts';
import { ModuleContent } from '../module.ts';
import { blockIn, headStandings, sayHeadWith, standingsIn, type TextStanding } from './standing.ts';
import { LanguageTag, Translation } from './translations.ts';

/** A module in one language, for whoever reads it. */
export interface Localized {
  language: string;
  content: ModuleContent;
  /** What is shown in the source's language instead, by the ids of blocks and `title`, `objective`. */
  foreign: ReadonlySet<string>;
}

const textsOf = (standings: readonly TextStanding[]): Map<string, string> => new Map(standings.map(({ unit, text }) => [unit.key, text]));

/**
 * A module as it reads in a language. A block is shown in it where each of its texts says what the source says now; else it is
 * shown as the source has it: half a question in two languages helps nobody, and what was right before may be wrong now.
 * Comments, records and the rest of the content stay those of the source.
 */
export function localize(content: ModuleContent, language: string): Localized {
  const translation = content.translations?.[language];
  if (!translation || language === content.language) return { language: content.language, content, foreign: new Set() };
  const byPlace = Map.groupBy(standingsIn(content, translation), ({ block, unit }) => block ?? unit.key);
  const foreign = new Set([...byPlace].filter(([, texts]) => texts.some(({ is }) => is !== 'current')).map(([place]) => place));
  const blocks = content.body.content.map((block): Block => {
    const texts = byPlace.get(block.attrs.id);
    if (!texts || foreign.has(block.attrs.id)) return block;
    const said = blockIn(block, textsOf(texts));
    if (!said) foreign.add(block.attrs.id);
    return said ?? block;
  });
  const head = sayHeadWith(
    content,
    textsOf(['title', 'objective'].flatMap((line) => (foreign.has(line) ? [] : (byPlace.get(line) ?? [])))),
  );
  return { language, content: { ...content, ...head, language, body: { ...content.body, content: blocks } }, foreign };
}

/** The languages in which something of a module can be read, its own first. */
export const languagesOf = (content: ModuleContent): string[] => [
  content.language,
  ...Object.entries(content.translations ?? {})
    .filter(
      ([language, translation]) => language !== content.language && standingsIn(content, translation).some(({ is }) => is === 'current'),
    )
    .map(([language]) => language)
    .sort(),
];

/** The lines of a module's head, each with the language it is in. */
export type Head = Record<'title' | 'objective', { words: string; language: string }>;

/** What of a module says how it is called, in every language in which it is. */
export const Titled = ModuleContent.pick({ title: true, objective: true, language: true }).extend({
  translations: z.record(LanguageTag, Translation.pick({ head: true })).optional(),
});
export type Titled = z.infer<typeof Titled>;

/** Title and objective in a language, each in the module's own where it is not written: for cards, of which a page has many. */
export function headIn(content: Titled, language: string): Head {
  const translation = content.translations?.[language];
  const current = translation ? headStandings(content, translation.head).filter(({ is }) => is === 'current') : [];
  const head = sayHeadWith(content, textsOf(current));
  const line = (key: keyof Head) => ({
    words: head[key],
    language: current.some(({ unit }) => unit.key === key) ? language : content.language,
  });
  return { title: line('title'), objective: line('objective') };
}
