import type { SpokenWord } from './facts.ts';
import type { Item } from './proposal.ts';

/** `always`: sounds that are no words. `setOff`: phrases that say nothing where a pause stands on both sides. */
interface Fillers {
  always: readonly string[];
  setOff: readonly string[];
}

const lists: Record<string, Fillers> = {
  en: {
    always: ['um', 'umm', 'uh', 'uhm', 'uh-huh', 'er', 'erm', 'hmm', 'hm', 'mm', 'mmm', 'ah'],
    setOff: ['you know', 'i mean', 'like', 'so', 'okay', 'well', 'right', 'basically', 'actually'],
  },
  de: {
    always: ['äh', 'ähm', 'öh', 'öhm', 'ehm', 'hm', 'hmm', 'mhm', 'mh'],
    setOff: ['also', 'halt', 'sozusagen', 'quasi', 'sag ich mal', 'ja', 'genau', 'okay', 'so', 'ne', 'eigentlich'],
  },
  fr: {
    always: ['euh', 'heu', 'hum', 'hem', 'hm', 'mh'],
    setOff: ['ben', 'bah', 'alors', 'du coup', 'en fait', 'tu vois', 'voilà', 'donc', 'quoi'],
  },
  es: {
    always: ['eh', 'ehh', 'em', 'ehm', 'mmm', 'hm', 'hmm'],
    setOff: ['este', 'pues', 'bueno', 'o sea', 'vale', 'sabes', 'entonces', 'a ver'],
  },
  pt: {
    always: ['hã', 'ãh', 'ahn', 'hum', 'hm', 'hmm', 'ééé'],
    setOff: ['né', 'tipo', 'então', 'assim', 'pronto', 'quer dizer', 'bom', 'sabe'],
  },
  it: {
    always: ['ehm', 'eh', 'uhm', 'mmh', 'mh', 'hm', 'ehh'],
    setOff: ['cioè', 'allora', 'diciamo', 'insomma', 'praticamente', 'ecco', 'quindi', 'niente'],
  },
};

/** The languages whose fillers are known. */
export const fillerLanguages: readonly string[] = Object.keys(lists);

/** A pause that sets a phrase off from what it stands between, in seconds. */
const pause = 0.18;
/** What is left between the words around a cut, in seconds, so that they do not run into each other. */
const breath = 0.06;
/** A shorter cut is not heard as one, but as a click. */
const shortest = 0.1;

export const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}'’-]+/gu, '');
export const languageOf = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

/** From the end of the word before to the beginning of the word after, a breath aside. */
export function around(words: readonly SpokenWord[], first: number, count: number): { from: number; to: number } | null {
  const start = words[first];
  const end = words[first + count - 1];
  if (!start || !end) return null;
  const before = words[first - 1];
  const after = words[first + count];
  const from = Math.max(start.from - breath, before ? before.to + breath : 0);
  const to = Math.min(end.to + breath, after ? after.from - breath : end.to + breath);
  return to - from >= shortest ? { from, to } : null;
}

const gap = (one: SpokenWord | undefined, other: SpokenWord | undefined): number =>
  one && other ? other.from - one.to : Number.POSITIVE_INFINITY;

function phraseAt(words: readonly SpokenWord[], index: number, phrases: readonly string[]): number {
  for (const phrase of phrases) {
    const parts = phrase.split(' ');
    const says = parts.every((part, step) => plain(words[index + step]?.text ?? '') === part);
    if (!says) continue;
    const alone =
      gap(words[index - 1], words[index]) >= pause && gap(words[index + parts.length - 1], words[index + parts.length]) >= pause;
    if (alone) return parts.length;
  }
  return 0;
}

/** Words that say nothing, in the language of the transcript; none where its language is not known. Guessed times are left alone. */
export function fillers(source: string, words: readonly SpokenWord[], language: string): Item[] {
  const list = lists[languageOf(language)];
  if (!list) return [];
  const found: Item[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (!word || word.guessed) continue;
    const count = list.always.includes(plain(word.text)) ? 1 : phraseAt(words, index, list.setOff);
    const stretch = count > 0 ? around(words, index, count) : null;
    if (!stretch) continue;
    const said = words.slice(index, index + count);
    if (said.some(({ guessed }) => guessed)) continue;
    found.push({ id: `filler ${source} ${word.from.toFixed(2)}`, source, ...stretch, label: said.map(({ text }) => text).join(' ') });
    index += count - 1;
  }
  return found;
}
