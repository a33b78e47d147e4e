import type { PlayerLanguage } from '../../../player/words/index.ts';
import { de } from './de.ts';
import { en, type HubWords } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { pt } from './pt.ts';

/** The hub speaks to learners in the languages of the player, no more and no less. */
const tables: Record<PlayerLanguage, HubWords> = { en, de, fr, es, pt, it };

export const hubWordsIn = (language: PlayerLanguage): HubWords => tables[language];
