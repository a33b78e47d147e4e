import type { ModuleContent } from '../module.ts';
import { settledTexts } from './change.ts';
import { unitsOfBlock } from './standing.ts';
import { type BlockTexts, maxLanguages, noTexts, type Translation, type Wordings } from './translations.ts';

/** What is written for a block, in every language in which anything is. */
export const textsOfTaken = (content: ModuleContent, block: string): BlockTexts =>
  Object.fromEntries(
    Object.entries(content.translations ?? {}).flatMap(([language, translation]) => {
      const texts = settledTexts(content, translation, block);
      return Object.keys(texts).length > 0 ? [[language, texts]] : [];
    }),
  );

/**
 * The module with a block's texts of elsewhere, in the place of its own of these languages. A language that the module was not
 * in is begun by them, as long as there is room for one; its own language stays what its blocks are written in.
 */
export function withTakenTexts(content: ModuleContent, block: string, texts: BlockTexts): ModuleContent {
  const known = content.translations ?? {};
  const more = Object.keys(texts).filter((language) => language !== content.language && !known[language]);
  const begun = more.slice(0, maxLanguages - Object.keys(known).length);
  const taken = Object.entries(texts).filter(([language]) => known[language] || begun.includes(language));
  if (taken.length === 0) return content;
  const translations = taken.map(([language, wordings]): [string, Translation] => {
    const { head, blocks } = known[language] ?? noTexts;
    return [language, { head, blocks: { ...blocks, [block]: wordings } }];
  });
  return { ...content, translations: { ...known, ...Object.fromEntries(translations) } };
}

/**
 * The module with the texts of blocks beside their copies in it. A copy that says something else by now, as the second half of
 * a paragraph that was split, gets none: no translation was written for its words.
 */
export function withCopiedTexts(content: ModuleContent, copies: readonly { copy: string; original: string }[]): ModuleContent {
  const unitsOf = (id: string) => content.body.content.filter(({ attrs }) => attrs.id === id).flatMap(unitsOfBlock);
  return copies.reduce((written, { copy, original }) => {
    const [those, these] = [unitsOf(original), unitsOf(copy)];
    if (those.length !== these.length || those.some(({ text }, index) => text !== these[index]?.text)) return written;
    // What is asked in a video is named anew in its copy, so texts go by their order.
    const named = new Map(those.map(({ key }, index) => [key, these[index]?.key ?? key]));
    const texts = Object.entries(textsOfTaken(written, original)).map(([language, wordings]): [string, Wordings] => [
      language,
      Object.fromEntries(Object.entries(wordings).map(([key, wording]) => [named.get(key) ?? key, wording])),
    ]);
    return withTakenTexts(written, copy, Object.fromEntries(texts));
  }, content);
}
