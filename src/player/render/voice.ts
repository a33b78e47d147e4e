import { directionOf, isSameLanguage, spokenIn } from '../../shared/model/translation/language.ts';
import { en, type Words } from '../words/en.ts';
import { type PlayerLanguage, wordsIn } from '../words/index.ts';
import type { Around } from './around.ts';
import type { Markup } from './markup.ts';

/** The player's own words on a page whose content may be in another language. */
export interface Voice {
  language: PlayerLanguage;
  words: Words;
  /** `lang` and `dir` of an element that holds nothing but words of the player; empty where all on the page is in its language. */
  mark: Markup[1];
}

const english: Voice = { language: 'en', words: en, mark: {} };

/** What is said as someone reads it: in her own language where the player speaks it. */
export const voiceIn = ({ voice }: { voice?: Voice | undefined }): Voice => voice ?? english;

/** The player in a language, amid content in these. */
export function voiceOf(language: PlayerLanguage, amid: readonly string[]): Voice {
  const mark = amid.every((one) => isSameLanguage(one, language)) ? {} : { lang: language, dir: directionOf(language) };
  return { language, words: wordsIn(language), mark };
}

/** `lang` and `dir` of a block that is not in the language of the page; none for all others. */
export const foreignMark = ({ foreign }: Pick<Around, 'foreign'>, id: unknown): Markup[1] =>
  foreign && typeof id === 'string' && foreign.blocks.has(id) ? spokenIn(foreign.language) : {};
