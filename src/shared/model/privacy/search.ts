import type { PrivateKind } from '../edit/list.ts';
import type { Box, Match, Word } from './finding.ts';
import { boxOf, linesOf } from './lines.ts';
import { findCards } from './patterns/card.ts';
import { findEmails } from './patterns/e-mail.ts';
import { findIbans } from './patterns/iban.ts';
import { findKeys, findPasswords } from './patterns/keys.ts';
import { findOwnWords } from './patterns/own-words.ts';
import { findPhones } from './patterns/phone.ts';

/** Bumped where patterns find more or other things than before: what was searched with an older one is searched anew. */
export const patternsVersion = 2;

export interface SearchFor {
  /** The author's own words, such as customers' names. */
  words: readonly string[];
  /** Two letters (ISO 3166): the country whose telephone numbers may stand without their code. */
  country: string;
}

/** Where two kinds claim the same characters, the surer one stands: those with a checksum first. */
const surest: readonly PrivateKind[] = ['word', 'iban', 'card', 'e-mail', 'key', 'password', 'phone'];

const overlap = (a: Match, b: Match): boolean => a.from < b.to && b.from < a.to;

/** Pure: all that is private in a line of text, in its order. */
export function searchText(text: string, { words, country }: SearchFor): Match[] {
  const all = [
    ...findOwnWords(text, words),
    ...findIbans(text),
    ...findCards(text),
    ...findEmails(text),
    ...findKeys(text),
    ...findPasswords(text),
    ...findPhones(text, country),
  ];
  const kept: Match[] = [];
  for (const match of all.sort((a, b) => surest.indexOf(a.kind) - surest.indexOf(b.kind))) {
    if (!kept.some((other) => overlap(other, match))) kept.push(match);
  }
  return kept.sort((a, b) => a.from - b.from);
}

/** Something private that is seen in a picture, with the box of the words it is written in. */
export interface Sight {
  kind: PrivateKind;
  text: string;
  box: Box;
}

/**
 * Pure: all that is private among the words of a picture. How sure the reader is does not count: of numbers and keys, which
 * are in no dictionary, it is often not sure at all and yet right.
 */
export function searchWords(words: readonly Word[], searchFor: SearchFor): Sight[] {
  return linesOf(words).flatMap((line) =>
    searchText(line.text, searchFor).flatMap(({ kind, text, from, to }): Sight[] => {
      const box = boxOf(line, from, to);
      return box ? [{ kind, text, box }] : [];
    }),
  );
}
