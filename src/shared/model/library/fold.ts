/** Letters that are no letter with a mark upon it, and still are typed without. */
const written: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };

const known = new Map<string, string>();

/** One letter as it is looked for. A text has thousands of letters, and few of them differ. */
export function foldLetter(letter: string): string {
  const folded = known.get(letter) ?? fold(letter);
  // A language has some hundreds of them; what is none of a language is not kept for good.
  if (known.size < 2000) known.set(letter, folded);
  return folded;
}

/** As it is looked for: small letters without marks upon them, in texts and in what is typed alike. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđı]/gu, (letter) => written[letter] ?? letter);

/** The words of a folded text: what the index takes for one. */
export const wordsOf = (folded: string): string[] => folded.match(/[\p{L}\p{N}\p{Co}]+/gu) ?? [];
