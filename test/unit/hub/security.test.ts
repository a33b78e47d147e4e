import { describe, expect, test } from 'vitest';
import { may } from '../../../src/hub/accounts/roles.ts';
import { normalCode, sameSecret, typedCode } from '../../../src/hub/security/codes.ts';
import { ownOrigins } from '../../../src/hub/security/origin.ts';
import { readAnnounced } from '../../../src/hub/uploads/announced.ts';
import { typeOfHead } from '../../../src/node/sniff.ts';
import { Role } from '../../../src/shared/contract/hub.ts';

describe('the origins of a hub', () => {
  test('are both names of the own machine there', () => {
    expect(ownOrigins('http://127.0.0.1:4871')).toEqual(['http://127.0.0.1:4871', 'http://localhost:4871']);
  });

  test('are its address alone elsewhere', () => {
    expect(ownOrigins('https://showhow.company.com')).toEqual(['https://showhow.company.com']);
  });
});

describe('roles', () => {
  const deeds = { 'hand in': 'author', review: 'reviewer', 'publish for others': 'publisher', 'look after people': 'admin' } as const;

  test.each(Object.entries(deeds))('%s is for one role and no other', (deed, needed) => {
    for (const role of Role.options) expect(may({ roles: [role] }, deed as keyof typeof deeds)).toBe(role === needed);
  });
});

describe('a code that is typed', () => {
  test('is the same with small letters, spaces and without dashes', () => {
    const code = typedCode(3);
    expect(code).toMatch(/^([A-HJ-NP-Z2-9]{4}-){2}[A-HJ-NP-Z2-9]{4}$/);
    expect(normalCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(normalCode(code));
  });

  test('is compared whole', () => {
    expect(sameSecret('abcd', 'abcd')).toBe(true);
    expect(sameSecret('abcd', 'abc')).toBe(false);
    expect(sameSecret('abcd', 'abce')).toBe(false);
  });
});

describe('the type of media', () => {
  const heads: [string, string | null, number[]][] = [
    ['a JPEG', 'image/jpeg', [0xff, 0xd8, 0xff, 0xe0]],
    ['a PNG', 'image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
    ['an MP4', 'video/mp4', [...Buffer.from('\0\0\0\x20ftypisom')]],
    ['a WebP', 'image/webp', [...Buffer.from('RIFF\0\0\0\0WEBP')]],
    ['a page', null, [...Buffer.from('<!doctype html>')]],
    ['a drawing with scripts', null, [...Buffer.from('<svg onload=')]],
    ['nothing', null, []],
  ];

  test.each(heads)('%s is seen in its first bytes as %s', (_name, type, bytes) => {
    expect(typeOfHead(Buffer.from(bytes))).toBe(type);
  });
});

describe('an announced file', () => {
  const hash = 'a'.repeat(64);

  test('has a hash, a type that modules carry, and a size', () => {
    expect(readAnnounced({ hash, filetype: 'image/png', extra: 'x' }, 10)).toEqual({ hash, filetype: 'image/png' });
  });

  test.each([
    [{ hash, filetype: 'text/html' }, 10, 'MEDIA_TYPE_REFUSED'],
    [{ hash: '../../etc/passwd', filetype: 'image/png' }, 10, 'MEDIA_TYPE_REFUSED'],
    [{ hash, filetype: 'image/png' }, 26_000_000, 'MEDIA_TOO_LARGE'],
    [{ hash, filetype: 'image/png' }, undefined, 'MEDIA_TOO_LARGE'],
    [{ hash, filetype: 'image/png' }, 0, 'MEDIA_EMPTY'],
  ])('%j of %s bytes is refused', (metadata, size, code) => {
    expect(() => readAnnounced(metadata, size)).toThrow(code);
  });
});
