import { directionOf, isSameLanguage } from '../../shared/model/translation/language.ts';
import type { Words } from '../words/en.ts';
import { playerLanguageFor, wordsIn } from '../words/index.ts';

/** The player's words at a place of the page. */
export interface Spoken {
  words: Words;
  /** Says of an element that holds words of the player in which language they are, where that is not the language around it. */
  mark<E extends HTMLElement>(element: E): E;
}

/** In which language the module around an element speaks to its reader. The page was written by the same program. */
export function spokenAt(host: Element): Spoken {
  const language = playerLanguageFor([host.closest<HTMLElement>('[data-words]')?.dataset.words ?? 'en']);
  const around = host.closest<HTMLElement>('[lang]')?.lang ?? language;
  return {
    words: wordsIn(language),
    mark(element) {
      if (!isSameLanguage(around, language)) {
        element.lang = language;
        element.dir = directionOf(language);
      }
      return element;
    },
  };
}
