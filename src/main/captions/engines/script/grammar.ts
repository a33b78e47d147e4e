/** A word of the script: how it may be said; no way where the dictionary does not know it. */
export interface ScriptWord {
  text: string;
  ways: readonly string[];
}

/** What the search weighs, as probabilities. Tried on spoken tutorials with sentences left out, added and stumbled over. */
const odds = {
  /** A phone that belongs to nothing in the script, and the first of them. */
  stray: 1e-2,
  strayBegins: 1e-4,
  /** A sentence that is not said. */
  skip: 1e-6,
  /** The sound ends in the middle of a sentence. */
  breakOff: 1e-4,
};

export interface Grammar {
  /** A finite state grammar of Sphinx. */
  fsg: string;
  dictionary: string;
}

/** The name under which the search knows a word: which sentence and which word of it. */
export const wordName = (sentence: number, word: number): string => `w${sentence}_${word}`;

/** Reads such a name; null for everything that is no word of the script. */
export function readName(name: string): { sentence: number; word: number } | null {
  const found = /^w(\d+)_(\d+)(?:\(\d+\))?$/.exec(name);
  return found ? { sentence: Number(found[1]), word: Number(found[2]) } : null;
}

const strayName = (phone: string): string => `x_${phone.toLowerCase()}`;

/**
 * Sentences in their order, each of which may be left out; between them anything may be said; the sound may end anywhere.
 * Each word has a name of its own, so that the answer says which one was heard. A word that the dictionary does not know
 * stands for any few phones.
 */
export function grammarOf(sentences: readonly (readonly ScriptWord[])[], phones: readonly string[]): Grammar {
  const arcs: string[] = [];
  const entries: string[] = phones.map((phone) => `${strayName(phone)} ${phone}`);
  let states = 0;
  const state = () => states++;
  const arc = (from: number, to: number, probability: number, name = '') => {
    arcs.push(`TRANSITION ${from} ${to} ${probability}${name && ` ${name}`}`);
  };
  const stray = (from: number, to: number, begins: number) => {
    const within = state();
    for (const phone of phones) {
      arc(from, within, begins, strayName(phone));
      arc(within, within, odds.stray, strayName(phone));
    }
    arc(within, to, 1);
  };

  const borders = Array.from({ length: sentences.length + 1 }, state);
  const doors = Array.from({ length: sentences.length + 1 }, state);
  const end = state();
  for (const [index, border] of borders.entries()) {
    const door = doors[index] ?? end;
    arc(border, door, 1);
    stray(border, door, odds.strayBegins);
    arc(door, end, 1);
    for (const later of borders.slice(index + 1)) arc(door, later, odds.skip);
    let here = door;
    const words = sentences[index] ?? [];
    for (const [place, word] of words.entries()) {
      const next = place + 1 === words.length ? (borders[index + 1] ?? end) : state();
      const name = wordName(index, place);
      if (word.ways.length === 0) stray(here, next, odds.stray);
      else {
        arc(here, next, 1, name);
        entries.push(...word.ways.map((way, number) => `${name}${number === 0 ? '' : `(${number + 1})`} ${way}`));
      }
      if (place + 1 < words.length) arc(next, end, odds.breakOff);
      here = next;
    }
  }
  const lines = ['FSG_BEGIN script', `NUM_STATES ${states}`, 'START_STATE 0', `FINAL_STATE ${end}`, ...arcs, 'FSG_END'];
  return { fsg: `${lines.join('\n')}\n`, dictionary: `${entries.join('\n')}\n` };
}
