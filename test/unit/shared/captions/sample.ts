import type { Cue, Word } from '../../../../src/shared/model/captions/captions.ts';
import { tokens } from '../../../../src/shared/model/captions/words.ts';

/** Words of half a second each, one after the other. */
export const said = (text: string, from = 0): Word[] =>
  tokens(text).map((word, index) => ({ text: word, from: from + index / 2, to: from + (index + 1) / 2 }));

/** A cue whose words are known. */
export function spokenCue(id: string, text: string, from = 0): Cue {
  const words = said(text, from);
  return { id, from, to: from + words.length / 2, text, words };
}

export const ids = (): (() => string) => {
  let last = 0;
  return () => `n${++last}`;
};
