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

/** Letters of scripts that put no blanks between words. */
const unparted = '[[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}]&&[\\p{L}\\p{N}]]';
const isUnparted = new RegExp(`^${unparted}`, 'v');
/** No letter before these stands alone; most texts have none of them. */
const farther = /[\u0e00-\uffff]/;
const seams = new RegExp(`(?<=${unparted})(?=[\\p{L}\\p{N}])|(?<=[\\p{L}\\p{N}])(?=${unparted})`, 'gv');

/** Whether a letter is looked for as a word of its own, beside the next. */
export const standsAlone = (letter: string): boolean => farther.test(letter) && isUnparted.test(letter);

/** Whatever is no part of a word, and no blank yet. */
const between = /[^\p{L}\p{N}\p{Co} ]/gu;

/** As it is looked for: words in small letters without marks upon them, and blanks; in texts and in what is typed alike. */
export function fold(text: string): string {
  const folded = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđı]/g, (letter) => written[letter] ?? letter)
    .replace(between, (other) => ' '.repeat(other.length));
  return farther.test(folded) ? folded.replace(seams, ' ') : folded;
}

/** The words of a folded text: what the index takes for one. */
export const wordsOf = (folded: string): string[] => folded.match(/[^ ]+/g) ?? [];
