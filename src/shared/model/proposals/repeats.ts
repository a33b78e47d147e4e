import type { SpokenWord } from './facts.ts';
import { languageOf, plain } from './fillers.ts';
import type { Item } from './proposal.ts';

/** Beginnings of up to so many words are looked for. */
const longest = 5;
/** A second beginning comes at once; after a longer pause it is a sentence of its own. In seconds. */
const soon = 1.5;

/** Words that are said twice on purpose. */
const onPurpose: Record<string, readonly string[]> = {
  en: ['very', 'really', 'that', 'had', 'no', 'yes', 'so', 'bye', 'again', 'many', 'much', 'far'],
  de: ['sehr', 'ja', 'nein', 'die', 'der', 'das', 'so', 'ganz', 'viel', 'immer', 'sie'],
  fr: ['très', 'oui', 'non', 'nous', 'vous', 'bien', 'peu'],
  es: ['muy', 'sí', 'no', 'poco', 'casi'],
  pt: ['muito', 'sim', 'não', 'pouco', 'bem'],
  it: ['molto', 'sì', 'no', 'piano', 'poco', 'subito', 'man'],
};

function sameAgain(words: readonly SpokenWord[], index: number, count: number): boolean {
  for (let step = 0; step < count; step++) {
    const one = plain(words[index + step]?.text ?? '');
    if (one === '' || one !== plain(words[index + count + step]?.text ?? '')) return false;
  }
  const end = words[index + count - 1];
  const again = words[index + count];
  return end !== undefined && again !== undefined && again.from - end.to <= soon;
}

/** Beginnings that are said again at once: the first of the two would go. Numbers and words doubled on purpose stay. */
export function repeats(source: string, words: readonly SpokenWord[], language: string): Item[] {
  const meant = onPurpose[languageOf(language)] ?? [];
  const found: Item[] = [];
  for (let index = 0; index < words.length; index++) {
    let count = Math.min(longest, Math.floor((words.length - index) / 2));
    while (count > 0 && !sameAgain(words, index, count)) count -= 1;
    const said = words.slice(index, index + count);
    const [first] = said;
    const again = words[index + count];
    if (!first || !again) continue;
    const whole = said.map(({ text }) => plain(text));
    const isMeant = whole.every((word) => meant.includes(word) || /\d/.test(word));
    if (isMeant || [...said, again].some(({ guessed }) => guessed)) continue;
    found.push({
      id: `repeat ${source} ${first.from.toFixed(2)}`,
      source,
      from: first.from,
      to: again.from,
      label: said.map(({ text }) => text).join(' '),
    });
    index += count - 1;
  }
  return found;
}
