import { bestOf } from '../../shared/model/translation/language.ts';
import { de } from './de.ts';
import { en, type Words } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { pt } from './pt.ts';

const tables = { en, de, fr, es, pt, it };
/** A language the player speaks. */
export type PlayerLanguage = keyof typeof tables;

export const playerLanguages = Object.keys(tables) as PlayerLanguage[];

/** The language in which the player speaks to someone who reads these, the first one best. English where it speaks none of them. */
export const playerLanguageFor = (wanted: readonly string[]): PlayerLanguage => bestOf(playerLanguages, wanted) ?? 'en';

export const wordsIn = (language: PlayerLanguage): Words => tables[language];
