import type { ModuleContent } from '../module.ts';
import { settledTexts } from './change.ts';
import { type BlockTexts, maxLanguages, noTexts, type Translation } from './translations.ts';

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
