import fc from 'fast-check';
import { isValidIBAN } from 'ibantools';
import { describe, expect, it } from 'vitest';
import { luhn } from '../../../../src/shared/model/privacy/patterns/card.ts';
import { searchText } from '../../../../src/shared/model/privacy/search.ts';

const inGermany = { words: [] as string[], country: 'DE' };
const found = (text: string, change: Partial<typeof inGermany> = {}) =>
  searchText(text, { ...inGermany, ...change }).map(({ kind, text: read }) => `${kind} ${read}`);

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));

/** A number whose last digit makes the Luhn sum right. */
const withCheckDigit = (body: string): string => body + [...'0123456789'].find((digit) => luhn(body + digit));
const visa = digits(14).map((rest) => withCheckDigit(`4${rest}`));
const spaced = (text: string): string => text.replace(/(.{4})(?=.)/g, '$1 ');

/** A German account with the check digits of ISO 7064. */
function germanIban(account: string): string {
  const rest = [...`${account}131400`].reduce((remainder, digit) => (remainder * 10 + Number(digit)) % 97, 0);
  return `DE${String(98 - rest).padStart(2, '0')}${account}`;
}
const iban = digits(18).map(germanIban);

/** Reads some digits as the letters they look like, as a reader of pictures does. */
const misread = (text: string, places: readonly number[]): string =>
  [...text]
    .map((character, at) => (places.includes(at) ? ({ '0': 'O', '1': 'l', '5': 'S', '8': 'B' }[character] ?? character) : character))
    .join('');

describe('card numbers', () => {
  it('finds every number with a right check digit, in one piece and in groups', () => {
    fc.assert(
      fc.property(visa, fc.boolean(), (number, apart) => {
        expect(found(`Paid with ${apart ? spaced(number) : number} today`)).toContain(`card ${number}`);
      }),
    );
  });
  it('finds none whose check digit is wrong', () => {
    fc.assert(
      fc.property(visa, fc.integer({ min: 1, max: 9 }), (number, by) => {
        const wrong = number.slice(0, -1) + ((Number(number.at(-1)) + by) % 10);
        expect(found(`Paid with ${wrong} today`).filter((each) => each.startsWith('card'))).toEqual([]);
      }),
    );
  });
  it('lets the check digit decide between letters and digits that look alike', () => {
    fc.assert(
      fc.property(visa, fc.array(fc.integer({ min: 1, max: 15 }), { maxLength: 4 }), (number, places) => {
        expect(found(`Card ${spaced(misread(number, places))}.`)).toContain(`card ${number}`);
      }),
    );
  });
});

describe('bank accounts', () => {
  it('finds every account with right check digits, in one piece and in groups', () => {
    fc.assert(
      fc.property(iban, fc.boolean(), (account, apart) => {
        expect(isValidIBAN(account)).toBe(true);
        expect(found(`IBAN: ${apart ? spaced(account) : account}, please`)).toEqual([`iban ${account}`]);
      }),
    );
  });
  it('finds none whose check digits are wrong', () => {
    fc.assert(
      fc.property(iban, fc.integer({ min: 1, max: 96 }), (account, by) => {
        const wrong = `DE${String((Number(account.slice(2, 4)) + by) % 97).padStart(2, '0')}${account.slice(4)}`;
        expect(found(`IBAN: ${wrong}`).filter((each) => each.startsWith('iban'))).toEqual([]);
      }),
    );
  });
  it('lets the checksum decide between letters and digits that look alike', () => {
    fc.assert(
      fc.property(iban, fc.array(fc.integer({ min: 2, max: 21 }), { maxLength: 5 }), (account, places) => {
        expect(found(`IBAN ${spaced(misread(account, places))}`)).toEqual([`iban ${account}`]);
      }),
    );
  });
  it('knows a sign that was read as a letter and as its digit', () => {
    expect(found('IBAN DEB89 3704 0044 0532 0130 00 for transfers')).toEqual(['iban DE89370400440532013000']);
  });
  it('finds accounts of countries with letters in them', () => {
    expect(found('GB29NWBK60161331926819 and NL91 ABNA 0417 1643 00')).toEqual(['iban GB29NWBK60161331926819', 'iban NL91ABNA0417164300']);
  });
});

describe('addresses, numbers and keys', () => {
  it.each([
    ['Write to martina.huber@example.com.', 'e-mail martina.huber@example.com'],
    ['k.maier©example,net', 'e-mail k.maier@example.net'],
    ['Login: jon_smith42@mail.example. org', 'e-mail jon_smith42@mail.example.org'],
    ['+49 89 32168 4711', 'phone +4989321684711'],
    ['Tel. 089 32168-4711', 'phone +4989321684711'],
    ['call +1 415 555 2671 before noon', 'phone +14155552671'],
    ['aws_access_key id = AKIAIOSFODNN7EXAMPLE', 'key AKIAIOSFODNN7EXAMPLE'],
    ['GITHUB_TOKEN=ghp 16C7e42F292c6912E7710c838347Ae178B4a', 'key ghp16C7e42F292c6912E7710c838347Ae178B4a'],
    ['-----BEGIN RSA PRIVATE KEY-----', 'key BEGINRSAPRIVATEKEY'],
    [
      'Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.SflKxwRJSMeKKF2QT4',
      'key eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.SflKxwRJSMeKKF2QT4',
    ],
    ['password: Sommer2026!', 'password Sommer2026!'],
    ['Kennwort = geheim99', 'password geheim99'],
    ['client_secret="q8Wk2hh"', 'password q8Wk2hh'],
  ])('finds what is private in “%s”', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });
  it.each([
    'Order 4711-22 of 2026-11-22, 129.90 €',
    'Version 1.2.3 build 20261122.1530',
    'Invoice 100002345678 was sent on 22.11.2026 at 14:30',
    'Meet @ noon, see page 12 of 48',
    'password: ••••••••',
    'Password',
    'C:/Users/Public/Documents/quarterly-report-2026-final',
    'src/renderer/features/privacy/panel-privacy.module.css',
    'averyveryverylongwordwithoutanydigitsinit',
  ])('finds nothing in “%s”', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe("the author's own words", () => {
  it('finds them in any case and with look-alike letters', () => {
    expect(found('Order of NORD-0IL  GmbH, Kiel', { words: ['Nord-Oil GmbH'] })).toEqual(['word Nord-Oil GmbH']);
  });
  it('does not find them inside other words', () => {
    expect(found('Smithsonian', { words: ['Smith'] })).toEqual([]);
  });
  it('takes any word literally', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 12 }), (word) => {
        expect(() => found('Some text (with) [signs] * + ?', { words: [word] })).not.toThrow();
      }),
    );
  });
});
