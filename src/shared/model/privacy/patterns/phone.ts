import { type CountryCode, findPhoneNumbersInText, isSupportedCountry } from 'libphonenumber-js/max';
import type { Match } from '../finding.ts';

/** A letter O between digits of a number is a zero. One for one, so that places stay. */
const mended = (text: string): string =>
  text.replace(/(?<=[\d+(][ -]?)[Oo](?=[ -]?\d)/g, '0').replace(day, (written) => 'x'.repeat(written.length));

/** Days are written with the same signs as numbers; they are struck out, sign for sign. */
const day = /(?<!\d)(?:(?:19|20)\d{2}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./](?:19|20)\d{2})(?!\d)/g;

/**
 * Numbers that exist by the numbering plan of their country; those without a country's code are read as numbers of
 * `country` and need a sign that they are written as a telephone number, because any long number could be one.
 */
export function findPhones(text: string, country: string): Match[] {
  const defaultCountry: CountryCode | undefined = isSupportedCountry(country) ? country : undefined;
  const found = findPhoneNumbersInText(mended(text), defaultCountry ? { defaultCountry } : {});
  return found.flatMap(({ number, startsAt, endsAt }): Match[] => {
    const written = text.slice(startsAt, endsAt);
    const before = text.slice(Math.max(0, startsAt - 14), startsAt);
    const looksDialled =
      /[+()/]|\d[ .-]\d{2,}[ .-]/.test(written) || /(phone|tel|mobile?|call|fax|cell|ruf|anruf|handy|whatsapp)\W*$/i.test(before);
    if (!looksDialled) return [];
    return [{ kind: 'phone', from: startsAt, to: endsAt, text: number.number }];
  });
}
