import type { ModuleContent } from '../module.ts';
import { textsFor, unitsOfBlock, unitsOfHead } from './standing.ts';
import { noTexts, type Translation, type Translations, type Wording } from './translations.ts';

/** Where a text of a module stands. */
export interface TextPlace {
  block: string | null;
  key: string;
}

type Texts = Readonly<Record<string, Wording>>;

function withTranslations({ translations: _, ...content }: ModuleContent, translations: Translations): ModuleContent {
  // Absent, not empty: a module of one language keeps the hash of its revision.
  return Object.keys(translations).length > 0 ? { ...content, translations } : content;
}

/** Begins a language; nothing of it is written yet. */
export const addLanguage = (content: ModuleContent, language: string): ModuleContent =>
  language === content.language || content.translations?.[language]
    ? content
    : withTranslations(content, { ...content.translations, [language]: noTexts });

export function removeLanguage(content: ModuleContent, language: string): ModuleContent {
  const { [language]: _, ...others } = content.translations ?? {};
  return withTranslations(content, others);
}

const unitsAt = (content: ModuleContent, block: string | null) => {
  if (block === null) return unitsOfHead(content);
  const found = content.body.content.find(({ attrs }) => attrs.id === block);
  return found ? unitsOfBlock(found) : [];
};

const withTexts = (translation: Translation, block: string | null, texts: Texts): Translation => {
  if (block === null) return { ...translation, head: texts };
  const { [block]: _, ...others } = translation.blocks;
  return { ...translation, blocks: Object.keys(texts).length > 0 ? { ...others, [block]: texts } : others };
};

const knownAt = (translation: Translation, block: string | null): Texts | undefined =>
  block === null ? translation.head : translation.blocks[block];

/** What is kept for a place, by the names its texts have now. */
export const settledTexts = (content: ModuleContent, translation: Translation, block: string | null): Record<string, Wording> =>
  Object.fromEntries(textsFor(unitsAt(content, block), knownAt(translation, block)));

/** Writes one text, or takes it away (`null`). A language that is not there is begun; a place that is not there changes nothing. */
export function setText(content: ModuleContent, language: string, { block, key }: TextPlace, wording: Wording | null): ModuleContent {
  if (!unitsAt(content, block).some((unit) => unit.key === key)) return content;
  const translation = content.translations?.[language] ?? noTexts;
  const { [key]: _, ...others } = settledTexts(content, translation, block);
  const texts = wording ? { ...others, [key]: wording } : others;
  return withTranslations(content, { ...content.translations, [language]: withTexts(translation, block, texts) });
}

/** What is written for a text now, or null. */
export function textAt(content: ModuleContent, language: string, { block, key }: TextPlace): Wording | null {
  const translation = content.translations?.[language];
  return translation ? (settledTexts(content, translation, block)[key] ?? null) : null;
}

/**
 * The content without texts of what is not in it any more: what an author took out goes out in every language. Given back as
 * it is where there is nothing to take away.
 */
export function withoutOrphans(content: ModuleContent): ModuleContent {
  if (!content.translations) return content;
  let changed = false;
  const kept = (translation: Translation, block: string | null): Texts => {
    const known = knownAt(translation, block) ?? {};
    const texts = settledTexts(content, translation, block);
    if (Object.keys(texts).length === Object.keys(known).length) return known;
    changed = true;
    return texts;
  };
  const present = content.body.content.map(({ attrs }) => attrs.id);
  const translations = Object.entries(content.translations).map(([language, translation]): [string, Translation] => {
    if (Object.keys(translation.blocks).some((id) => !present.includes(id))) changed = true;
    const blocks = present.flatMap((id): [string, Texts][] => {
      if (!translation.blocks[id]) return [];
      const texts = kept(translation, id);
      return Object.keys(texts).length > 0 ? [[id, texts]] : [];
    });
    return [language, { head: kept(translation, null), blocks: Object.fromEntries(blocks) }];
  });
  return changed ? withTranslations(content, Object.fromEntries(translations)) : content;
}
