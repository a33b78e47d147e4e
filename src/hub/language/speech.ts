import { createContext, useContext } from 'hono/jsx';
import { type PlayerLanguage, playerLanguageFor } from '../../player/words/index.ts';
import type { HubWords } from './words/en.ts';
import { hubWordsIn } from './words/index.ts';

/** In which language a page speaks. */
export interface Speech {
  language: PlayerLanguage;
  words: HubWords;
}

export const speechIn = (wanted: readonly string[]): Speech => {
  const language = playerLanguageFor(wanted);
  return { language, words: hubWordsIn(language) };
};

/** Pages for those who vet, publish and run the hub are in English. */
export const inEnglish = speechIn(['en']);

export const SpeechContext = createContext<Speech>(inEnglish);
export const useSpeech = (): Speech => useContext(SpeechContext);
