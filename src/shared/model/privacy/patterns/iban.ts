import { countrySpecs, isValidIBAN } from 'ibantools';
import type { Match } from '../finding.ts';
import { asDigits, digitLike } from './confusions.ts';

/** A country, two check digits, and letters and digits in groups; a reader may take the first letter I or O for a digit. */
const start = new RegExp(`(?<![A-Za-z0-9])[A-Z01]{2} ?[${digitLike}]{2}`, 'g');

const lettersFor: Readonly<Record<string, string>> = { '0': 'O', '1': 'I', '5': 'S', '8': 'B' };
const asLetters = (text: string): string => [...text].map((character) => lettersFor[character] ?? character).join('');

/** Where a country's account numbers are digits only, a letter in them is a misread digit. */
const readings = (country: string, rest: string): string[] => [
  `${country}${asDigits(rest.slice(0, 2))}${rest.slice(2).toUpperCase()}`,
  `${country}${asDigits(rest)}`,
  // Banks' names are four letters where a country has them; what follows are digits.
  `${country}${asDigits(rest.slice(0, 2))}${asLetters(rest.slice(2, 6)).toUpperCase()}${asDigits(rest.slice(6))}`,
];

/** The end of the `length` letters and digits that begin at `from`, skipping single blanks; null where the text ends before. */
function endOf(text: string, from: number, length: number): number | null {
  let seen = 0;
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at);
    if (/[A-Za-z0-9|]/.test(character)) seen++;
    else if (character !== ' ' || text.charAt(at - 1) === ' ') return null;
    if (seen === length) return /[A-Za-z0-9]/.test(text.charAt(at + 1)) ? null : at + 1;
  }
  return null;
}

/** The account that letters and digits make, however they were read, if the checksum says that it is one. */
const accountIn = (country: string, written: string): string | undefined => readings(country, written).find((iban) => isValidIBAN(iban));

/** The same where one sign was read as two: without any one of them. */
function accountWithoutOne(country: string, written: string): string | undefined {
  for (let at = 0; at < written.length; at++) {
    const account = accountIn(country, written.slice(0, at) + written.slice(at + 1));
    if (account) return account;
  }
  return undefined;
}

/** The checksum decides between letters and digits that look alike (ISO 13616). */
export function findIbans(text: string): Match[] {
  return [...text.matchAll(start)].flatMap((found): Match[] => {
    const country = asLetters(found[0].slice(0, 2));
    const length = countrySpecs[country as keyof typeof countrySpecs]?.chars ?? 0;
    for (const [signs, decide] of length > 0
      ? ([
          [length, accountIn],
          [length + 1, accountWithoutOne],
        ] as const)
      : []) {
      const to = endOf(text, found.index, signs);
      const written = to === null ? '' : text.slice(found.index, to).replaceAll(' ', '').replaceAll('|', 'I').slice(2);
      const account = decide(country, written);
      if (to !== null && account) return [{ kind: 'iban', from: found.index, to, text: account }];
    }
    return [];
  });
}
