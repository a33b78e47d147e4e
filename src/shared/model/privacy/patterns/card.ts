import type { Match } from '../finding.ts';
import { asDigits, digitLike, digitsIn } from './confusions.ts';

/** Digits in groups, as they stand on a card or in one piece. */
const candidate = new RegExp(`(?<![\\w.,+-])[${digitLike}](?:[ -]?[${digitLike}]){12,18}(?![\\w-])`, 'g');

/** Issuers by their first digits, with the lengths they use (ISO/IEC 7812). */
const issuers: readonly [RegExp, readonly number[]][] = [
  [/^4/, [13, 16, 19]],
  [/^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  [/^3[47]/, [15]],
  [/^(6011|65|64[4-9])/, [16, 19]],
  [/^(30[0-5]|36|38)/, [14]],
  [/^35(2[89]|[3-8])/, [16]],
  [/^62/, [16, 17, 18, 19]],
  [/^(50|5[6-9]|6[0-9])/, [13, 14, 15, 16, 17, 18, 19]],
];

/** The check digit of ISO/IEC 7812. */
export function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

export const isCardNumber = (digits: string): boolean =>
  luhn(digits) && issuers.some(([prefix, lengths]) => prefix.test(digits) && lengths.includes(digits.length));

/** Letters are taken for digits where most are digits and the check digit then says yes. */
export function findCards(text: string): Match[] {
  return [...text.matchAll(candidate)].flatMap((found): Match[] => {
    const [written] = found;
    const digits = asDigits(written.replace(/[ -]/g, ''));
    if (digitsIn(written) < 0.7 * digits.length || !isCardNumber(digits)) return [];
    return [{ kind: 'card', from: found.index, to: found.index + written.length, text: digits }];
  });
}
