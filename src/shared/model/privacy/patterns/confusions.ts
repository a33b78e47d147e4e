/** Letters that a reader of pictures takes for a digit's shape, or the other way round. */
const digitFor: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  D: '0',
  Q: '0',
  I: '1',
  l: '1',
  i: '1',
  '|': '1',
  Z: '2',
  z: '2',
  S: '5',
  s: '5',
  G: '6',
  B: '8',
};

/** Characters that may stand for a digit, as the inside of a character class. */
export const digitLike = '0-9OoDQIli|ZzSsGB';

/** Reads characters as digits, one for one. */
export const asDigits = (text: string): string => [...text].map((character) => digitFor[character] ?? character).join('');

/** How many characters of a text are digits as they stand. */
export const digitsIn = (text: string): number => text.replace(/\D/g, '').length;

const lower = (character: string): string => {
  const small = character.toLowerCase();
  return small.length === character.length ? small : character;
};
const alike: Readonly<Record<string, string>> = { o: '0', i: '1', l: '1', '|': '1', z: '2', s: '5', g: '6', b: '8' };

/** Letters that a reader confuses are made the same, so that two readings of one text compare equal. One for one. */
export const folded = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => lower(text.charAt(at)))
    .map((character) => alike[character] ?? character)
    .join('');
