/** Languages of which the rules know words. In any other, a rule that needs words says nothing. */
const languages = ['en', 'de', 'fr', 'es', 'pt', 'it'] as const;
export type Language = (typeof languages)[number];

export function languageOf(tag: string): Language | null {
  const primary = tag.toLowerCase().split('-')[0];
  return languages.find((language) => language === primary) ?? null;
}

/** The parts of a text that are words: letters and digits, with what joins them. */
const word = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;
export const wordsOf = (text: string): string[] => text.match(word) ?? [];

/** For comparing two texts by their words alone. */
export const normal = (text: string): string => wordsOf(text.toLowerCase()).join(' ');
